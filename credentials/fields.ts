import type { INodeProperties } from 'n8n-workflow';

/** Words at the top of a dialog. */
export const notice = (name: string, displayName: string): INodeProperties => ({ displayName, name, type: 'notice', default: '' });

/** Refuses every write before anything is sent; for reporting flows and AI agents. */
export const readOnly: INodeProperties = {
	displayName: 'Read Only',
	name: 'readOnly',
	type: 'boolean',
	default: false,
	description: 'Whether nodes with this credential may only read. Every change is refused before anything is sent.',
	hint: "Holds for the Extensiv nodes. n8n's own HTTP Request node can still change things with this credential.",
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

/** What nodes take for an address: https, or this very machine. */
const SECURE = String.raw`^\s*(https://|http://(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?(/|\s*$))`;
/** Enough has been typed to judge it. */
const ADDRESS = String.raw`://|\.`;

/** Shows below an address as soon as it is one that nodes refuse: n8n itself would only show a code when it tests. */
export const insecureNotice = ({ displayName, name, displayOptions }: INodeProperties): INodeProperties => ({
	...notice(`${name}Notice`, `${displayName} must start with https://. Only a service on this very machine may be http://. Nothing is sent to any other.`),
	displayOptions: {
		show: { ...displayOptions?.show, [name]: [{ _cnd: { regex: ADDRESS } }] },
		hide: { [name]: [{ _cnd: { regex: SECURE } }] },
	},
});
