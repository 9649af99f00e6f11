import { Rest } from '../host/rest';

/** Where the tests find the n8n that globalSetup started. */
export const urlVariable = 'E2E_N8N_URL';

/** The n8n of this e2e run, logged in as its owner. */
export const sharedHost = async (): Promise<{ rest: Rest }> => {
	const url = process.env[urlVariable];
	if (url === undefined) throw new Error(`${urlVariable} is not set: run these tests with npm run test:e2e`);
	const rest = new Rest(url);
	await rest.logIn();
	return { rest };
};
