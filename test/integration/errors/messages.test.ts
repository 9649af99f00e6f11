import type { IDataObject } from 'n8n-workflow';
import { LINES, type RunResult } from '../../engine';
import { appCredential, CONTRACTS, credentialFor, guideCredential, tokenCredential } from '../../support/credentials';
import { newLevel, newOrder, newOrderLine } from '../../support/parameters';
import { type Stage, useStage } from '../../support/stage';

interface Trouble {
	what: string;
	run: (stage: Stage) => Promise<RunResult>;
	/** What happened, to which field, row or address. */
	message: RegExp;
	/** What to do. */
	description: RegExp;
	code?: string;
}

const ONE = [{ no: 'ERP-1', sku: 'MUG', onHand: 1 }];
const gone = 'http://127.0.0.1:9';
const once = { maxTries: 1 };

const create =
	(more: IDataObject, contract: 'live' | 'guide' = 'live') =>
	async (stage: Stage) =>
		await stage.orders('create', newOrder(more), { contract, items: ONE });

const TROUBLES: Trouble[] = [
	{
		what: 'a wrong access token',
		run: async (stage) =>
			await stage.orders('getAll', {}, { credentials: tokenCredential(stage.url, { accessToken: 'a-wrong-token' }) }),
		message: /does not accept the credential/,
		description: /Open the credential.*enter.*again.*press Save/,
		code: '401',
	},
	{
		what: 'a wrong client secret',
		run: async (stage) =>
			await stage.orders('getAll', {}, { credentials: guideCredential(stage.url, { clientSecret: 'a-wrong-secret' }) }),
		message: /does not accept the credential/,
		description: /Open the credential.*enter.*again.*press Save/,
	},
	{
		what: 'an app that is not connected',
		run: async (stage) => await stage.orders('getAll', {}, { credentials: appCredential(stage.url) }),
		message: /credential/,
		description: /Open the credential/,
	},
	{
		what: 'a host that does not answer',
		run: async (stage) => await stage.orders('getAll', { options: once }, { credentials: tokenCredential(gone) }),
		message: /127\.0\.0\.1:9 cannot be reached/,
		description: /Check the address in the credential/,
	},
	{
		what: 'a token host that does not answer',
		run: async (stage) =>
			await stage.orders(
				'getAll',
				{ options: once },
				{ credentials: guideCredential(stage.url, { tokenUrl: `${gone}/token` }) },
			),
		message: /cannot be reached/,
		description: /Check the address in the credential/,
	},
	{
		what: 'an address with http://',
		run: async (stage) => await stage.orders('getAll', {}, { credentials: tokenCredential('http://api.example.com') }),
		message: /API URL in the credential must start with https:\/\/.*api\.example\.com.*Nothing was sent/,
		description: /Correct the address in the credential/,
	},
	{
		what: 'a SKU that does not exist (stock, live API)',
		run: async (stage) => await stage.stock('set', newLevel({ sku: 'NONE' }), { items: ONE }),
		message: /SKU NONE.*does not exist.*ERR053/,
		description: /Check the SKU, or create the product/,
	},
	{
		what: "a SKU that does not exist (stock, guide's contract)",
		run: async (stage) => await stage.stock('set', newLevel({ sku: 'NONE' }), { contract: 'guide', items: ONE }),
		message: /SKU NONE.*no product NONE/,
		description: /Correct this item/,
	},
	{
		what: "a SKU that does not exist (order, guide's contract)",
		run: create({ lines: { line: [{ sku: 'NONE', quantity: 1 }] } }, 'guide'),
		message: /Order ERP-1.*Unknown SKU NONE/,
		description: /Correct the field that the message names/,
		code: '422',
	},
	{
		what: 'a country that is none',
		run: create({ country: 'Atlantis' }),
		message: /Country.*“Atlantis”/,
		description: /two-letter code.*English name/,
	},
	{
		what: 'an address in the United States without a state',
		run: create({ state: '' }),
		message: /ERP-1.*State.*needs a state/,
		description: /two-letter code/,
	},
	{
		what: 'a required field that is empty',
		run: create({ city: '={{ $json.city }}' }),
		message: /City.*required.*empty/,
		description: /Fill in City/,
	},
	{
		what: 'an order without lines',
		run: create({ linesFrom: 'json', linesJson: '[]' }),
		message: /Order Lines.*no lines/,
		description: /Add at least one line/,
	},
	{
		what: 'lines that are no JSON',
		run: create({ linesFrom: 'json', linesJson: 'one mug' }),
		message: /Order Lines \(JSON\).*not a JSON list/,
		description: /Give a list such as/,
	},
	{
		what: 'a line whose quantity is a word',
		run: create({
			lines: {
				line: [
					{ sku: 'MUG', quantity: 1 },
					{ sku: 'POT', quantity: 'two' },
				],
			},
		}),
		message: /Quantity of line 2.*“two”/,
		description: /whole number/,
	},
];

describe.each(LINES)('What a person reads, n8n line %s', (line) => {
	const stage = useStage(line);

	it.each(TROUBLES)('of $what: what happened, and what to do', async ({ run, message, description, code }) => {
		const { status, items, error } = await run(stage);
		expect({ status, items }).toEqual({ status: 'error', items: [] });
		expect(error).toMatchObject({
			message: expect.stringMatching(message),
			description: expect.stringMatching(description),
		});
		if (code) expect(error?.httpCode).toBe(code);
	});

	it('of many bad items: the first in full, ten in a list, and how many more', async () => {
		const items = Array.from({ length: 14 }, (_, at) => ({ no: `ERP-${at}`, sku: 'MUG', quantity: at === 3 ? 1 : 0 }));
		const { error } = await stage.orders('create', newOrderLine(), { items });
		expect(error?.message).toMatch(
			/13 of 14 items were refused\. Nothing was sent\. The first is item 1: Order ERP-0: Quantity/,
		);
		const lines = (error?.description ?? '').split('\n');
		expect(lines.filter((text) => /^Item \d+: Order ERP-\d+: Quantity/.test(text))).toHaveLength(10);
		expect(error?.description).toMatch(/… and 3 more\./);
		expect(error?.description).toMatch(/“On Error”/);
	});

	it('of a SKU that does not exist: said once, and not again as a value', async () => {
		const { error } = await stage.stock('set', newLevel(), { items: [{ sku: 'NOPE-9', onHand: 1 }] });
		expect(error?.message).toMatch(/^SKU NOPE-9 in warehouse 5102: The product does not exist\./);
		expect(error?.message.match(/NOPE-9/g)).toHaveLength(1);
		expect(error?.message.match(/does not exist/gi)).toHaveLength(1);
	});

	it('of a service in trouble: whole sentences', async () => {
		stage.control.faults([{ kind: '503' }]);
		const { error } = await stage.orders('getAll', { options: { maxTries: 2, maxWaitSeconds: 1 } });
		expect(error?.message).toMatch(/It says: [^.]+\.( It was tried|$)/);
	});

	it('of trouble that concerns the whole run: told once, not as the fault of an item', async () => {
		const items = [{ no: 'ERP-1' }, { no: 'ERP-2' }, { no: 'ERP-3' }];
		const credentials = tokenCredential(stage.url, { accessToken: 'a-wrong-token' });
		const { error } = await stage.orders('create', newOrder(), { credentials, items });
		expect(error?.message).toMatch(/^The service does not accept the credential\./);
		expect(error?.message).not.toMatch(/ERP-/);
	});

	it.each(CONTRACTS)(
		'of a service that stays busy: how often it was tried, and its status for error workflows (%s contract)',
		async (contract) => {
			stage.control.faults([{ kind: '429', retryAfterMs: 1, path: contract === 'live' ? '/v1' : '/api' }]);
			const credentials = credentialFor(contract, stage.url);
			// The guide's contract counts whole seconds, so only one try is made there.
			const maxTries = contract === 'live' ? 3 : 1;
			const { error } = await stage.orders('getAll', { options: { maxTries } }, { credentials });
			expect(error).toMatchObject({
				name: 'NodeApiError',
				httpCode: '429',
				message: expect.stringMatching(/is limiting requests/),
				description: expect.stringMatching(/Run again later/),
			});
			if (contract === 'live') expect(error?.message).toMatch(/tried 3 times/);
		},
	);

	it.each([
		['an answer that is cut short', 'truncated', /cut short/, /Check the address|Run again/],
		['a service in trouble', '503', /The service failed \(HTTP 503\)/, /few minutes/],
		['a connection that breaks', 'reset', /broke before the service responded|connection reset/, /run again/i],
	] as const)('of %s', async (_, kind, message, description) => {
		stage.control.faults([{ kind }]);
		const { error } = await stage.orders('getAll', { options: once });
		expect(error).toMatchObject({
			message: expect.stringMatching(message),
			description: expect.stringMatching(description),
		});
	});

	it('of a service that does not answer in time', async () => {
		stage.control.faults([{ kind: 'hang' }]);
		const { error } = await stage.orders('getAll', { options: { ...once, timeoutSeconds: 1 } });
		expect(error).toMatchObject({
			message: expect.stringMatching(/127\.0\.0\.1:\d+ gave no complete response within 1 second\./),
			description: expect.stringMatching(/\w/),
		});
	});

	it.each([
		['live', '/v1/order', '/v1.1/orders'],
		['guide', '/api/orders', '/api/orders'],
	] as const)(
		'of a write whose answer is lost, and that cannot be looked up: that it may have taken effect (%s contract)',
		async (contract, path, list) => {
			const later = Array.from({ length: 20 }, (_, at) => at + 2);
			stage.control.faults([
				{ kind: 'lostAnswer', path, method: contract === 'live' ? 'PUT' : 'POST' },
				{ kind: '503', path: list, method: 'GET', at: later },
			]);
			const { error } = await stage.orders('create', newOrder({ options: once }), { contract, items: ONE });
			expect(error).toMatchObject({
				message: expect.stringMatching(/Whether the change took effect is not known/),
				description: expect.stringMatching(/wait a minute.*run again.*not created twice/i),
			});
		},
	);
});
