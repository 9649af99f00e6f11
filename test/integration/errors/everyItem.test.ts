import type { IDataObject } from 'n8n-workflow';
import { NEWEST, type RunResult } from '../../engine';
import { CONTRACTS, tokenCredential } from '../../support/credentials';
import { byNumber, newLevel, newOrder, newOrderLine } from '../../support/parameters';
import { customCall } from '../../support/shipments';
import { useStage } from '../../support/stage';
import { until } from '../../support/until';

/** The lines of a description that account for items. */
const account = ({ error }: RunResult): string[] =>
	(error?.description ?? '').split('\n').filter((line) => /^Items? \d[\d–, and]*: [\w ]+\.$/.test(line));
const orders = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_, at) => ({ no: `ERP-${at + 1}`, sku: 'MUG' }));

describe.each(NEWEST)('A run that stops says of every item what became of it, n8n line %s', (line) => {
	const stage = useStage(line);
	const oneByOne = (more: IDataObject = {}): IDataObject =>
		newOrder({ options: { batchSize: 1, maxTries: 1, ...more } });

	describe.each(CONTRACTS)('%s contract', (contract) => {
		const write = contract === 'live' ? { method: 'PUT', path: '/v1/order' } : { method: 'POST', path: '/api/orders' };
		const list = contract === 'live' ? '/v1.1/orders' : '/api/orders';
		const one = contract === 'live' ? 3 : 1;
		/** The first answer is lost, and no list shows the order. */
		const loseFirst = (): void => {
			stage.control.faults([{ kind: 'lostAnswer', ...write, at: [1] }]);
			stage.control.visibility({ lists: 3_600_000, byId: 3_600_000 });
		};

		it('done and refused', async () => {
			stage.control.seed({ stock: ['MUG', 'POT'].map((sku) => ({ sku, warehouseId: 5102, onHand: 1 })) });
			const items = [
				{ sku: 'MUG', onHand: 5 },
				{ sku: 'NONE', onHand: 5 },
				{ sku: 'POT', onHand: 5 },
			];
			const result = await stage.stock('set', newLevel(), { contract, items });
			expect(account(result)).toEqual(['Items 1 and 3: done.', 'Item 2: refused.']);
			expect([stage.onHand('MUG', 5102), stage.onHand('POT', 5102)]).toEqual([5, 5]);
		});

		it('not done, and not sent', async () => {
			stage.control.faults([{ kind: '429', retryAfterMs: 1, ...write, at: [one, one + 1, one + 2] }]);
			const result = await stage.orders('create', oneByOne(), { contract, items: orders(6) });
			const made = orders(6).filter(({ no }) => stage.control.orders({ number: String(no) }).length === 1);
			const text = account(result).join(' ');
			expect(text).toMatch(/not done\./);
			expect(text).toMatch(/done\. Items? .*not sent\.|not sent\./);
			expect(numbersIn(account(result), 'done')).toEqual(made.map(({ no }) => Number(String(no).slice(4))));
		});

		it('in doubt', async () => {
			loseFirst();
			const items = orders(6).map(({ no, ...item }) => ({ no: `LOST-${no}`, ...item }));
			const result = await stage.orders('create', oneByOne({ settleSeconds: 0 }), { contract, items });
			expect(result.error?.message).toMatch(/may or may not be done/);
			expect(numbersIn(account(result), 'may or may not be done')).toEqual([1]);
			expect(everyNumber(account(result))).toEqual([1, 2, 3, 4, 5, 6]);
		});

		it('nothing sent, when already the look-up fails', async () => {
			stage.control.faults([{ kind: '503', method: 'GET', path: list }]);
			const result = await stage.orders('create', oneByOne(), { contract, items: orders(3) });
			expect(result.error?.message).toMatch(/503/);
			expect(account(result).filter((text) => !text.endsWith('not sent.'))).toEqual([]);
		});

		it('when the user stops it', async () => {
			stage.control.faults([{ kind: 'hang', ...write, at: [2] }]);
			const stop = new AbortController();
			const run = stage.orders('create', oneByOne(), { contract, items: orders(3), signal: stop.signal });
			await until(
				() =>
					stage.control.requests().log.filter(({ method, path }) => method === write.method && path === write.path)
						.length >= 2,
			);
			stop.abort();
			const result = await run;
			expect(numbersIn(account(result), 'may or may not be done').length).toBeGreaterThan(0);
			expect(everyNumber(account(result))).toEqual([1, 2, 3]);
		});

		it('of the lines that are one order', async () => {
			loseFirst();
			const items = ['A', 'B', 'A'].map((no) => ({ no, sku: 'MUG', quantity: 1 }));
			const result = await stage.orders(
				'create',
				newOrderLine({ options: { batchSize: 1, maxTries: 1, settleSeconds: 0 } }),
				{ contract, items },
			);
			expect(numbersIn(account(result), 'may or may not be done')).toEqual([1, 3]);
		});

		it('of calls that the pack knows nothing about', async () => {
			const [method, path, body] =
				contract === 'live'
					? ['POST', '/v1/orders/notes', '={{ { orderId: $json.id, internalNotes: "x" } }}']
					: ['PUT', '=/api/orders/{{ $json.id }}', '{ "order_number": "NW-10046" }'];
			const items = [77120046, 77120046, 404, 77120046].map((id) => ({ id }));
			const result = await customCall(stage, { method, path, body }, { contract, items });
			expect(account(result)).toEqual(['Items 1–2: done.', 'Item 3: refused.', 'Item 4: not sent.']);
			expect(result.error?.context).toMatchObject({ itemIndex: 2 });
		});
	});

	it('in the message as below it, when the service has trouble while levels are set', async () => {
		const products = ['A', 'B', 'C'].map((sku) => ({ sku }));
		stage.control.seed({ products, stock: products.map(({ sku }) => ({ sku, warehouseId: 5102, onHand: 10 })) });
		stage.control.faults([{ kind: '503', path: '/v1.1/inventory/adjust' }]);
		const result = await stage.stock('set', newLevel({ onHand: 1, options: { maxTries: 1 } }), { items: products });
		expect(account(result)).toEqual(['Items 1–3: may or may not be done.']);
		expect(result.error?.message).toMatch(/3 of 3 items may or may not be done/);
		expect(result.error?.message).not.toMatch(/not done\./);
	});

	it('in ranges: 450 changes in three calls, the second of which is lost', async () => {
		const products = Array.from({ length: 450 }, (_, at) => ({ sku: `BULK-${at}` }));
		stage.control.seed({ products, stock: products.map(({ sku }) => ({ sku, warehouseId: 5102, onHand: 10 })) });
		stage.control.faults([{ kind: 'lostAnswer', path: '/v1.1/inventory/add', at: [2] }]);
		const result = await stage.stock('add', newLevel({ quantity: 1 }), { items: products });
		expect(account(result)).toEqual([
			'Items 1–200: done.',
			'Items 201–400: may or may not be done.',
			'Items 401–450: not sent.',
		]);
	});

	it('not when nothing was sent for what the items say, which is said once', async () => {
		const result = await stage.orders('create', newOrder(), { items: [{ no: 'ERP-1' }, { no: '' }] });
		expect(result.error?.message).toMatch(/Nothing was sent\./);
		expect(account(result)).toEqual([]);
	});

	it('not for a single item, of which the message says it', async () => {
		const result = await stage.orders('cancel', byNumber(), { items: [{ no: 'NW-404' }] });
		expect(account(result)).toEqual([]);
	});

	it('not of reads, which can be repeated', async () => {
		const result = await stage.orders(
			'get',
			{ orderBy: 'number', orderNumber: '={{ $json.no }}' },
			{ items: [{ no: 'NW-10046' }, { no: 'NW-404' }] },
		);
		expect(result.error?.message).toMatch(/NW-404/);
		expect(account(result)).toEqual([]);
	});

	it('not without a credential that works, when no item was looked at', async () => {
		const result = await stage.stock('add', newLevel({ quantity: 1 }), {
			items: orders(3),
			credentials: tokenCredential(stage.url, { accessToken: 'a-wrong-token' }),
		});
		expect(account(result)).toEqual(['Items 1–3: not done.']);
	});
});

/** The numbers of the items of which a word is said. */
function numbersIn(lines: string[], word: string): number[] {
	const line = lines.find((text) => text.endsWith(`: ${word}.`)) ?? '';
	return [...(line.split(':')[0] ?? '').matchAll(/(\d+)(?:–(\d+))?/g)].flatMap(([, first, last]) => {
		const from = Number(first);
		return Array.from({ length: Number(last ?? first) - from + 1 }, (_, at) => from + at);
	});
}

const everyNumber = (lines: string[]): number[] =>
	lines
		.flatMap((line) => numbersIn([line], line.split(': ')[1]?.replace(/\.$/, '') ?? ''))
		.sort((one, other) => one - other);
