import type { IDataObject } from 'n8n-workflow';
import { NEWEST, type SavedCredential } from '../../engine';
import { type Contract, CONTRACTS, credentialFor } from '../../support/credentials';
import { column } from '../../support/results';
import { useStage, type NodeName, type Settings } from '../../support/stage';

/** More portions than any of these lists has. */
const TOO_MANY = 60;
const ORDERS: NodeName = 'extensivOrders';

describe.each(NEWEST)('Reading in portions, n8n line %s', (line) => {
	const stage = useStage(line);
	/** Positions belong to an account, so all portions use one saved credential. */
	let saved: Record<Contract, SavedCredential>;
	beforeAll(async () => {
		const save = async (contract: Contract): Promise<SavedCredential> => {
			const { type, data } = credentialFor(contract, stage.url);
			return await stage.engine.addCredential(type, data);
		};
		saved = { live: await save('live'), guide: await save('guide') };
	});
	const read = async (parameters: IDataObject, { contract = 'live', ...more }: Settings = {}, node = ORDERS) =>
		await stage.run(node, 'getAll', parameters, { contract, credentials: saved[contract], ...more });

	/** Reads portion after portion, as a loop does, until one of them is empty. */
	async function readAll(parameters: IDataObject, settings: Settings = {}, node = ORDERS) {
		const portions: IDataObject[][] = [];
		let continueAt: unknown = '';
		for (let round = 0; round < TOO_MANY; round++) {
			const options = { ...(parameters.options as IDataObject), continueAt: '={{ $json.position ?? "" }}' };
			const items = [{ position: continueAt as string }];
			const { status, error, ...run } = await read({ ...parameters, options }, { ...settings, items }, node);
			expect(error).toBeUndefined();
			expect(status).toBe('success');
			const out = run.items.map(({ json }) => json);
			if (out.length === 0) return portions;
			portions.push(out);
			continueAt = out.at(-1)?.position;
		}
		throw new Error('The loop does not end.');
	}
	const ids = (portions: IDataObject[][], name: string): unknown[] => portions.flat().map((row) => row[name]);
	const sizes = (portions: IDataObject[][]): number[] => portions.map(({ length }) => length);

	describe.each(CONTRACTS)('%s contract', (contract) => {
		it.each<[what: string, options: IDataObject, limit: number, portions: number[]]>([
			['of whole pages', { pageSize: 50 }, 100, [100, 100, 33]],
			['of parts of pages', { pageSize: 50 }, 70, [70, 70, 70, 23]],
			['smaller than a page', { pageSize: 100 }, 30, [30, 30, 30, 30, 30, 30, 30, 23]],
			['of one page each', {}, 90, [90, 90, 53]],
			['that end with the list', { pageSize: 100 }, 233, [233]],
		])('gives every order once and in order: portions %s', async (_, options, limit, expected) => {
			stage.control.seed({ generateOrders: { count: 230 } });
			const portions = await readAll({ limit, options }, { contract });
			expect(sizes(portions)).toEqual(expected);
			const whole = await read({ returnAll: true }, { contract });
			expect(ids(portions, 'orderId')).toEqual(column(whole, 'orderId'));
		});

		it('goes on where the portion ended, without reading the pages before again', async () => {
			stage.control.seed({ generateOrders: { count: 230 } });
			await readAll({ limit: 100, options: { pageSize: 50 } }, { contract });
			const pages = stage
				.queries('GET', contract === 'live' ? '/v1.1/orders' : '/api/orders')
				.map((query) => query.get('page'));
			// The last page may have got further rows since.
			expect(pages).toEqual(['1', '2', '3', '4', '5', '5']);
		});

		it('gives the position with every form of output', async () => {
			for (const output of [{ output: 'raw' }, { output: 'fields', fields: ['orderId'] }, { oneItemPerLine: true }]) {
				const portions = await readAll({ limit: 2, ...output }, { contract });
				expect(portions).toHaveLength(2);
				expect(portions.flat().every(({ position }) => /^list1-page\d+-row\d+-size2-/.test(String(position)))).toBe(
					true,
				);
			}
		});

		it('reads several lists of the service one after the other', async () => {
			stage.control.seed({ generateOrders: { count: 40 } });
			const numbers = ['NW-10045', 'NW-404', 'NW-10047', 'NW-10046'].join(', ');
			const portions = await readAll({ limit: 1, filters: { orderNumbers: numbers } }, { contract });
			expect(ids(portions, 'orderNumber').sort()).toEqual(['NW-10045', 'NW-10046', 'NW-10047']);
		});

		it('refuses a position of another list, of other pages, and what is no position', async () => {
			const first = await read({ limit: 1, options: { continueAt: '' } }, { contract });
			const position = first.items[0]?.json.position;
			const refused = async (continueAt: unknown, more: IDataObject = {}, options: IDataObject = {}) =>
				(await read({ limit: 1, ...more, options: { ...options, continueAt } as IDataObject }, { contract })).error;
			expect(await refused('10250')).toMatchObject({
				message: expect.stringMatching(/Continue At.*is not a position/),
			});
			expect(await refused(position, { filters: { createdFrom: '2020-01-01' } })).toMatchObject({
				message: expect.stringMatching(/belongs to another list/),
				description: expect.stringMatching(/Keep all filters the same/),
			});
			expect(await refused(position, {}, { pageSize: 7 })).toMatchObject({
				message: expect.stringMatching(/counts pages of 1 rows, but these pages have 7/),
				description: expect.stringMatching(/Set “Page Size” to 1/),
			});
		});

		it('passes orders that cannot be read, and reports each of them once', async () => {
			stage.control.seed({ generateOrders: { count: 7 } });
			const all = (await read({ returnAll: true }, { contract })).items.map(({ json }) => json);
			const odd =
				contract === 'live'
					? { id: 'orderId', set: { 'orderTotal.amount': 'ten' } }
					: { id: 'id', set: { shipping_cost: 'ten' } };
			stage.control.oddValues([1, 4, 9].map((at) => ({ where: { [odd.id]: Number(all[at]?.orderId) }, set: odd.set })));
			const settings: Settings = { contract, onError: 'continueErrorOutput' };
			const failed: unknown[] = [];
			const good: unknown[] = [];
			for (let position = '', round = 0; round < TOO_MANY; round++) {
				const options = { pageSize: 3, continueAt: position };
				const { items, errorItems } = await read({ limit: 2, options }, settings);
				good.push(...items.map(({ json }) => json.orderId));
				failed.push(...errorItems.map(({ json }) => json.error));
				if (items.length === 0) break;
				position = String(items.at(-1)?.json.position);
			}
			expect(good).toEqual(all.filter((_, at) => ![1, 4, 9].includes(at)).map(({ orderId }) => orderId));
			expect(failed).toHaveLength(3);
		});
	});

	it.each<[NodeName, IDataObject, string]>([
		['extensivProducts', {}, 'productId'],
		['extensivInventory', {}, 'sku'],
		['extensivInventory', { resource: 'stockRecord' }, 'recordId'],
		['extensivInventory', { detail: 'warehouse' }, 'warehouseId'],
		['extensivProducts', { resource: 'listing' }, 'listingId'],
		['extensivShipments', { from: '2025-01-01', to: '2025-04-15' }, 'shipmentId'],
		['extensivShipments', { from: '2025-03-01' }, 'shipmentId'],
	])('%s %j gives every row once too', async (node, parameters, key) => {
		const whole = await read({ ...parameters, returnAll: true }, {}, node);
		const portions = await readAll({ ...parameters, limit: 2 }, {}, node);
		expect(whole.items.length).toBeGreaterThan(0);
		expect(ids(portions, key)).toEqual(column(whole, key));
	});

	it('ends a loop of n8n that gave every order once', async () => {
		stage.control.seed({ generateOrders: { count: 9 } });
		const parameters = {
			authentication: saved.live.type,
			resource: 'order',
			operation: 'getAll',
			limit: 1,
			options: { continueAt: '={{ $json.position ?? "" }}', requestsPerSecond: 1000 },
		};
		const { nodes, status } = await stage.engine.runWorkflow(
			[
				{ name: 'Read', node: ORDERS, credentials: saved.live, parameters },
				{ name: 'Steps', node: 'noOp' },
			],
			[
				['Start', 'Read'],
				['Read', 'Steps'],
				['Steps', 'Read'],
			],
		);
		expect(status).toBe('success');
		const seen = nodes.Read?.items.map(({ json }) => json.orderNumber);
		expect(seen).toHaveLength(12);
		expect(new Set(seen).size).toBe(12);
		expect(stage.calls('GET /v1.1/orders')).toBe(12 + 1);
	});

	it('is refused where each row sums up rows of the service', async () => {
		const { error } = await read({ limit: 1, options: { continueAt: '' } }, { contract: 'guide' }, 'extensivInventory');
		expect(error).toMatchObject({ message: expect.stringMatching(/cannot be read in portions/) });
	});
});
