import axios from 'axios';
import { Rest } from '../host/rest';

/** Where the tests ask for the n8n that they share. */
export const hostVariable = 'E2E_HOST';
/** Where they find the packed nodes. */
export const tarballVariable = 'E2E_TARBALL';
/** Where files for it may be written. */
export const mutationsVariable = 'E2E_MUTATIONS';

const given = (name: string): string => {
	const value = process.env[name];
	if (value === undefined) throw new Error(`${name} is not set: run these tests with npm run test:e2e`);
	return value;
};

/** A folder that the shared n8n may read. */
export const mutationsFolder = (): string => given(mutationsVariable);

export const packedNodes = (): string => given(tarballVariable);

/** The n8n of this e2e run, logged in as its owner; started by the first test that asks for it. */
export const sharedHost = async (): Promise<{ rest: Rest }> => {
	const response = await axios.get<string>(given(hostVariable), {
		proxy: false,
		responseType: 'text',
		validateStatus: () => true,
	});
	if (response.status !== 200) throw new Error(`n8n cannot be started: ${response.data}`);
	const rest = new Rest(response.data);
	await rest.logIn();
	return { rest };
};
