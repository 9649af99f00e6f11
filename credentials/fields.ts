import type { INodeProperties } from 'n8n-workflow';

/** A notice at the top of a dialog. */
export const notice = (name: string, displayName: string): INodeProperties => ({
	displayName,
	name,
	type: 'notice',
	default: '',
});

/** Refuses every write before anything is sent; for reporting workflows and AI agents. */
export const readOnly: INodeProperties = {
	displayName: 'Read Only',
	name: 'readOnly',
	type: 'boolean',
	default: false,
	description: 'Whether nodes with this credential may only read. They refuse every change before anything is sent.',
	hint: "Applies to the Extensiv nodes. n8n's own HTTP Request node can still change things with this credential.",
};

/** The environment of the live API. */
export const environment: INodeProperties = {
	displayName: 'Environment',
	name: 'environment',
	type: 'options',
	options: [
		{ name: 'Custom', value: 'custom', description: 'Another address, for example a sandbox or a gateway' },
		{ name: 'Demo', value: 'demo', description: 'Demo account at demo.skubana.com' },
		{ name: 'Production', value: 'production', description: 'Your live account at app.skubana.com' },
	],
	default: 'production',
};

/** The address of the API in a custom environment. */
export const apiUrl: INodeProperties = {
	displayName: 'API URL',
	name: 'apiUrl',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. https://api.example.com',
	description: 'Address of the API, without /v1. It must start with https://.',
	displayOptions: { show: { environment: ['custom'] } },
};

/** The beginnings of addresses that nodes accept: https, or this machine. */
const SECURE = ['https://', 'http://localhost:', 'http://localhost/', 'http://127.', 'http://[::1]'];
/** Partly typed addresses, too early for a warning. */
const TYPING = ['http://localhost', ...SECURE].flatMap((whole) => Array.from(whole, (_, at) => whole.slice(0, at + 1)));

/**
 * Not a regular expression: n8n gives those a quarter of a second each time it reads the credential, and on a busy
 * machine that makes nodes fail.
 */
const beginsWith = (text: string) => ({ _cnd: { between: { from: text, to: `${text}\uffff` } } });

/** Warns about an insecure address as soon as it is entered: n8n itself would only show a code when it tests. */
export const insecureNotice = ({ displayName, name, displayOptions }: INodeProperties): INodeProperties => ({
	...notice(
		`${name}Notice`,
		`${displayName} must start with https://. Only a service on this machine may use http://. Nothing is sent to ` +
			'any other address.',
	),
	displayOptions: {
		show: { ...displayOptions?.show, [name]: [{ _cnd: { exists: true } }] },
		hide: {
			[name]: ['', ' '].flatMap((blank) => [
				...TYPING.map((text) => `${blank}${text}`),
				...SECURE.map((text) => beginsWith(`${blank}${text}`)),
			]),
		},
	},
});
