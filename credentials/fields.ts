import type { INodeProperties } from 'n8n-workflow';

/** Refuses every write before anything is sent; for reporting flows and AI agents. */
export const readOnly: INodeProperties = {
	displayName: 'Read Only',
	name: 'readOnly',
	type: 'boolean',
	default: false,
	description: 'Whether nodes with this credential may only read. Every change is refused before anything is sent.',
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
