import type { INodeProperties } from 'n8n-workflow';

/** Words at the top of a dialog. */
export const notice = (name: string, displayName: string): INodeProperties => ({
	displayName,
	name,
	type: 'notice',
	default: '',
});

/** Refuses every write before anything is sent; for reporting flows and AI agents. */
export const readOnly: INodeProperties = {
	displayName: 'Read Only',
	name: 'readOnly',
	type: 'boolean',
	default: false,
	description: 'Whether nodes with this credential may only read. Every change is refused before anything is sent.',
	hint: "Applies to the Extensiv nodes. n8n's own HTTP Request node can still change things with this credential.",
};

/** Which of the live API's environments to speak to. */
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

/** The API's address where the environment is custom. */
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

/** How addresses begin that nodes take: https, or this very machine. */
const SECURE = ['https://', 'http://localhost:', 'http://localhost/', 'http://127.', 'http://[::1]'];
/** The same while it is being typed: too early to warn. */
const TYPING = ['http://localhost', ...SECURE].flatMap((whole) => Array.from(whole, (_, at) => whole.slice(0, at + 1)));

/**
 * No regular expression: n8n gives those a quarter of a second each time it reads the credential, and on a busy machine
 * the run of a node fails with that.
 */
const beginsWith = (text: string) => ({ _cnd: { between: { from: text, to: `${text}\uffff` } } });

/** Shows below an address as soon as it is one that nodes refuse: n8n itself would only show a code when it tests. */
export const insecureNotice = ({ displayName, name, displayOptions }: INodeProperties): INodeProperties => ({
	...notice(
		`${name}Notice`,
		`${displayName} must start with https://. Only a service on this very machine may be http://. Nothing is ` +
			'sent to any other.',
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
