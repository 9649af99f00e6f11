import axios from 'axios';
import { z } from 'zod/v4';
import type { Rest } from './rest';

/** A credential saved in n8n. */
export interface SavedCredential {
	id: string;
	name: string;
	type: string;
}

export type CredentialData = Record<string, string | number | boolean>;

const saved = z.object({ id: z.string(), name: z.string(), type: z.string() });
const testResponse = z.object({ status: z.enum(['OK', 'Error']), message: z.string() });

/** What the Test button shows. */
export type TestResponse = z.infer<typeof testResponse>;

export const createCredential = async (
	rest: Rest,
	type: string,
	name: string,
	data: CredentialData,
): Promise<SavedCredential> => saved.parse(await rest.call('POST', '/rest/credentials', { name, type, data }));

export const deleteCredential = async (rest: Rest, credential: SavedCredential): Promise<void> => {
	await rest.call('DELETE', `/rest/credentials/${credential.id}`);
};

/**
 * What n8n's forms send for a secret that stays as it is saved. Sent as `oauthTokenData` it makes a test use the token that
 * *Connect* got.
 */
export const keptSecret = '__n8n_BLANK_VALUE_e5362baf-c777-4d57-a609-6eaf1f9e87f6';

/** True when an OAuth2 credential has a token: the editor then shows *Account connected*. */
export const isConnected = async (rest: Rest, credential: SavedCredential): Promise<boolean> => {
	const response = await rest.call('GET', `/rest/credentials/${credential.id}?includeData=true`);
	return z.object({ data: z.looseObject({ oauthTokenData: z.boolean().default(false) }) }).parse(response).data
		.oauthTokenData;
};

/** Presses the credential's Test button: n8n runs the check its type declares, with the data as the form shows it. */
export const testCredential = async (
	rest: Rest,
	credential: SavedCredential,
	data: CredentialData,
): Promise<TestResponse> =>
	testResponse.parse(await rest.call('POST', '/rest/credentials/test', { credentials: { ...credential, data } }));

/**
 * Connects an OAuth2 credential of the authorization-code grant as the editor's *Connect* button does: asks n8n for the service's
 * address, approves there (`approve`, a query the sandbox's page understands), and brings the code back to n8n's callback.
 * Throws when any party says no.
 */
export const connectCredential = async (
	rest: Rest,
	credential: SavedCredential,
	approve = { approve: '1' },
): Promise<void> => {
	const authorize = new URL(await rest.call<string>('GET', `/rest/oauth2-credential/auth?id=${credential.id}`));
	for (const [name, value] of Object.entries(approve)) authorize.searchParams.set(name, value);
	const response = await axios.get<unknown>(authorize.href, {
		maxRedirects: 0,
		validateStatus: () => true,
		proxy: false,
	});
	const location: unknown = response.headers['location'];
	if (typeof location !== 'string')
		throw new Error(`The authorize page answered ${response.status} without sending the user back`);
	const callback = new URL(location);
	const page = await rest.send('GET', callback.pathname + callback.search);
	const text = String(page.data);
	if (page.status >= 400 || /error|failed/i.test(text.replace(/<(script|style)[\s\S]*?<\/\1>/g, ''))) {
		throw new Error(
			`n8n's OAuth callback answered ${page.status}: ${text
				.replace(/<[^>]+>/g, ' ')
				.replace(/\s+/g, ' ')
				.slice(0, 400)}`,
		);
	}
};
