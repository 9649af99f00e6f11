import {
	connectCredential,
	createCredential,
	deleteCredential,
	isConnected,
	keptSecret,
	testCredential,
	type CredentialData,
} from '../host/credentials';
import type { Rest } from '../host/rest';
import { SECRETS, startSandbox, type Sandbox } from '../sandbox';
import { sharedHost } from './sharedHost';

const wrong = 'Wr0ng-Secret-7731';

let rest: Rest;
let sandbox: Sandbox;
beforeAll(async () => {
	({ rest } = await sharedHost());
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());

/** Saves the credential and presses Test. */
const saveAndTest = async (type: string, data: CredentialData): Promise<{ status: string; message: string }> => {
	const credential = await createCredential(rest, type, `${type} under test`, data);
	try {
		return await testCredential(rest, credential, data);
	} finally {
		await deleteCredential(rest, credential);
	}
};

const expectRefusal = ({ status, message }: { status: string; message: string }): void => {
	expect(status).toBe('Error');
	expect(message).toMatch(/\w{3,}/);
	expect(message).not.toContain(wrong);
	for (const secret of Object.values(SECRETS)) expect(message).not.toContain(secret);
};

describe('access token of a private app (extensivOrderManagerApi)', () => {
	const data = (accessToken: string): CredentialData => ({
		environment: 'custom',
		apiUrl: sandbox.url,
		accessToken,
		readOnly: false,
	});

	it('is told good', async () =>
		expect(await saveAndTest('extensivOrderManagerApi', data(SECRETS.privateToken))).toMatchObject({ status: 'OK' }));
	it('is told bad', async () => expectRefusal(await saveAndTest('extensivOrderManagerApi', data(wrong))));
});

describe("client credentials of the guide's API (extensivOAuth2Api)", () => {
	const data = (clientId: string, clientSecret: string): CredentialData => ({
		tokenUrl: `${sandbox.url}/oauth/token`,
		baseUrl: sandbox.url,
		clientId,
		clientSecret,
		readOnly: false,
	});

	it('are told good', async () =>
		expect(
			await saveAndTest('extensivOAuth2Api', data(SECRETS.guideClientId, SECRETS.guideClientSecret)),
		).toMatchObject({ status: 'OK' }));
	it('are told bad for a wrong secret', async () =>
		expectRefusal(await saveAndTest('extensivOAuth2Api', data(SECRETS.guideClientId, wrong))));
	it('are told bad for an unknown client', async () =>
		expectRefusal(await saveAndTest('extensivOAuth2Api', data('nobody', SECRETS.guideClientSecret))));
});

describe('app of the live API, connected in the browser (extensivOrderManagerOAuth2Api)', () => {
	const type = 'extensivOrderManagerOAuth2Api';
	const data = (clientSecret: string): CredentialData => ({
		environment: 'custom',
		appUrl: sandbox.url,
		apiUrl: sandbox.url,
		clientId: SECRETS.liveAppKey,
		clientSecret,
		readOnly: false,
	});

	it('is told good after Connect', async () => {
		const credential = await createCredential(rest, type, 'good app', data(SECRETS.liveAppSecret));
		await connectCredential(rest, credential);
		expect(await isConnected(rest, credential)).toBe(true);
		// The editor has no Test button for this grant, but n8n can still put the declared test to the service with the new token.
		const kept = { ...data(keptSecret), oauthTokenData: keptSecret };
		expect(await testCredential(rest, credential, kept)).toMatchObject({ status: 'OK' });
		sandbox.control.revokeTokens();
		expectRefusal(await testCredential(rest, credential, kept));
		sandbox.control.reset();
		await deleteCredential(rest, credential);
	});

	it('does not connect with a wrong secret, and is told bad', async () => {
		const credential = await createCredential(rest, type, 'bad app', data(wrong));
		const refusal = await connectCredential(rest, credential).then(
			() => 'connected',
			(error: Error) => error.message,
		);
		expect(refusal).toMatch(/OAuth callback answered/);
		expect(refusal).not.toContain(wrong);
		expect(await isConnected(rest, credential)).toBe(false);
		expectRefusal(await testCredential(rest, credential, data(wrong)));
		await deleteCredential(rest, credential);
	});
});
