import { type CredentialInput, LINES } from '../../engine';
import { appCredential, connectedAppCredential, guideCredential, tokenCredential } from '../../support/credentials';
import { useListener } from '../../support/listener';
import { newLevel, newOrder } from '../../support/parameters';
import { useStage } from '../../support/stage';

const CONNECTED = { oauthTokenData: { access_token: 'a-token', token_type: 'bearer' } };

/** Each address of each credential, and its label in the form. */
const ADDRESSES: Array<[label: string, type: string, make: (safe: string, unsafe: string) => CredentialInput]> = [
	['API URL', 'extensivOrderManagerApi', (_, unsafe) => tokenCredential(unsafe)],
	['API URL', 'extensivOrderManagerOAuth2Api', (safe, unsafe) => appCredential(safe, { apiUrl: unsafe, ...CONNECTED })],
	['App URL', 'extensivOrderManagerOAuth2Api', (safe, unsafe) => appCredential(safe, { appUrl: unsafe, ...CONNECTED })],
	['Base URL', 'extensivOAuth2Api', (safe, unsafe) => guideCredential(safe, { baseUrl: unsafe })],
	['Token URL', 'extensivOAuth2Api', (safe, unsafe) => guideCredential(safe, { tokenUrl: `${unsafe}/oauth/token` })],
];

describe.each(LINES)('Addresses that are not https, n8n line %s', (line) => {
	const stage = useStage(line);
	const listener = useListener();
	/** Reaches the listener, and is no name of this machine. */
	const unsafe = (): string => `http://0.0.0.0:${listener.port}`;

	const heardNothing = (): void => {
		expect(listener.heard).toEqual([]);
		expect(stage.control.requests().total).toBe(0);
	};

	it('could be reached (or the tests below would prove nothing)', async () => {
		await fetch(unsafe());
		expect(listener.heard).toHaveLength(1);
	});

	describe.each(ADDRESSES)('as %s of %s', (label, _type, make) => {
		it.each([
			['reading', async (credentials: CredentialInput) => await stage.orders('getAll', { limit: 1 }, { credentials })],
			[
				'creating',
				async (credentials: CredentialInput) =>
					await stage.orders('create', newOrder(), { credentials, items: [{ no: 'ERP-1' }] }),
			],
			[
				'setting stock',
				async (credentials: CredentialInput) =>
					await stage.stock('set', newLevel(), { credentials, items: [{ sku: 'MUG', onHand: 1 }] }),
			],
		])('are refused by name before anything is sent: %s', async (_what, run) => {
			const { error } = await run(make(stage.url, unsafe()));
			expect(error?.message).toMatch(new RegExp(`${label}.*must start with https://.*Nothing was sent`));
			expect(error?.description).toMatch(/Correct the address in the credential/);
			heardNothing();
		});

		it('fail every item where the workflow continues', async () => {
			const items = [{ no: 'ERP-1' }, { no: 'ERP-2' }];
			const credentials = make(stage.url, unsafe());
			const result = await stage.orders('create', newOrder(), { credentials, items, onError: 'continueErrorOutput' });
			expect(result.errorItems).toMatchObject(
				items.map((json, item) => ({ json: { ...json, error: expect.stringContaining(label) }, pairedItem: { item } })),
			);
			heardNothing();
		});
	});

	it.each(ADDRESSES.filter(([label]) => label !== 'App URL'))(
		'as %s of %s fail the Test with nothing sent to them',
		async (_label, type, make) => {
			const saved = await stage.engine.addCredential(type, make(stage.url, unsafe()).data);
			await expect(stage.engine.testCredential(saved)).resolves.toMatchObject({ status: 'Error' });
			expect(listener.heard).toEqual([]);
		},
	);

	it.each([
		['ftp://files.example.com'],
		['http://localhost.example.com'],
		['http://127.0.0.1.example.com'],
		['http://localhost@example.com'],
		['https://user:word@example.com'],
		['//example.com'],
		['example.com'],
		['={{ "http" + "://example.com" }}'],
		[''],
	])('are refused: %j', async (address) => {
		const { error } = await stage.orders(
			'getAll',
			{ limit: 1 },
			{ credentials: guideCredential(address, { tokenUrl: `${stage.url}/oauth/token` }) },
		);
		expect(error?.message).toMatch(/Base URL.*Nothing was sent/);
		heardNothing();
	});

	it.each([['127.0.0.1'], ['localhost']])('are taken when they are this machine: http://%s', async (host) => {
		const url = stage.url.replace('127.0.0.1', host);
		for (const credentials of [
			tokenCredential(url),
			guideCredential(url),
			await connectedAppCredential(stage.url, { apiUrl: url, appUrl: url }),
		]) {
			await expect(stage.orders('getAll', { limit: 1 }, { credentials })).resolves.toMatchObject({ status: 'success' });
			const saved = await stage.engine.addCredential(credentials.type, credentials.data);
			await expect(stage.engine.testCredential(saved)).resolves.toMatchObject({ status: 'OK' });
		}
	});
});
