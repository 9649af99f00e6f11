import { setTimeout as pause } from 'node:timers/promises';
import { bookedStock } from '../../../erp/tryton/books';
import { setStock } from '../../../erp/tryton/seed';
import { decimal } from '../../../erp/tryton/client';
import { sell, someSales } from '../../../erp/tryton/sales';
import { KillableHost, say } from '../../../host';
import { publishWorkflow, unpublishWorkflow } from '../../../host/publish';
import { Random } from '../../../sandbox/store/random';
import type { Moment } from '../../killMoments';
import { packedNodes } from '../../sharedHost';
import type { Adaptation } from '../support/flow';
import { killAt } from '../support/kill';
import { inExtensiv, inTryton, stockInExtensiv } from '../support/trytonBooks';
import { openTrytonShop, type TrytonShop } from '../support/trytonShop';

const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000);
const SALES = 16;
/** An n8n that was killed while it started a workflow leaves it alone for two minutes. */
const PATIENCE_MS = 240_000;

/** Not as rarely as the templates do it. */
const OFTEN = { rule: { interval: [{ field: 'seconds', secondsInterval: 5 }] } };
/** The trigger of each flow. */
const TRIGGERS: Readonly<Record<string, string>> = {
	'orders-in': 'Every 5 minutes',
	'tracking-back': 'Every 5 minutes',
	'stock-in': 'Every 30 minutes',
	'products-in': 'Every hour',
	'statuses-back': 'Every 10 minutes',
};

describe('n8n, killed in the middle of its work between Tryton and Extensiv', () => {
	const random = new Random(seed);
	let host: KillableHost;
	let shop: TrytonShop;
	let numbers: string[];

	beforeAll(async () => {
		host = await KillableHost.start(packedNodes());
		shop = await openTrytonShop(host.rest);
		const { admin } = shop.tryton;
		await setStock(admin, shop.seeded.storage, new Map([...shop.seeded.products.values()].map((id) => [id, 100])));
		numbers = await sell(admin, shop.seeded, someSales(shop.seeded, SALES));
		// So that the work takes a time in which n8n can be killed.
		shop.sandbox.control.latency({ ms: 50 });
	});
	afterAll(async () => {
		await host?.remove();
		await shop?.tryton.stop();
		await shop?.sandbox.close();
	});

	/** Publishes a flow, kills n8n at each of the moments, starts it again, and waits until all is done. */
	const surviving = async (
		file: string,
		moments: Moment[],
		isDone: () => Promise<boolean> | boolean,
		{ settings = {}, parameters = {} }: Pick<Adaptation, 'settings' | 'parameters'> = {},
	): Promise<void> => {
		say(`e2e: ${file} (KILL_SEED ${seed})`);
		const often = { ...parameters, [TRIGGERS[file] ?? '']: OFTEN };
		const { id: workflowId } = await shop.flow(file, { settings, parameters: often });
		await publishWorkflow(host.rest, workflowId);
		for (const moment of moments) {
			await killAt(moment, { host, sandbox: shop.sandbox, workflowId });
			await pause(random.below(2_000));
		}
		for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await pause(1_000)) {
			if (!(await isDone())) continue;
			// What was under way when all had arrived must not do anything twice either.
			await pause(6_000);
			await unpublishWorkflow(host.rest, workflowId);
			return;
		}
		throw new Error(`${file} was not done within ${PATIENCE_MS / 1000} s`);
	};

	const unanswered = (method: string, path: RegExp): Moment => ({
		name: `while ${method} ${path.source} is under way`,
		isReached: ({ sandbox }) =>
			sandbox.control
				.requests()
				.log.some((request) => request.status === 0 && request.method === method && path.test(request.path)),
	});

	const shipments = async () =>
		[...(await shop.sales())].flatMap(([number, sale]) => sale.shipments.map((one) => ({ number, ...one })));

	it('brings each sale to Extensiv, once', async () => {
		const isIn = (): boolean => {
			const { ordersByNumber } = shop.sandbox.control.books();
			return numbers.every((number) => (ordersByNumber[number] ?? 0) > 0);
		};
		await surviving('orders-in', [unanswered('PUT', /order/), unanswered('GET', /order/)], isIn);
		expect(shop.sandbox.control.books().doubled).toEqual([]);
		expect(inExtensiv(shop, numbers)).toEqual(await inTryton(shop, numbers));
	});

	it('brings each parcel to Tryton, once', async () => {
		for (const number of numbers)
			for (const parcel of number === numbers[0] ? [1, 2] : [1])
				shop.sandbox.control.seed({
					shipments: [{ orderNumber: number, trackingNumber: `1Z-${number}-${parcel}`, carrier: 'UPS' }],
				});
		const inBetween: Moment = {
			name: 'while a shipment is between its states',
			isReached: async () => (await shipments()).some(({ state }) => state !== 'waiting' && state !== 'done'),
		};
		const half: Moment = {
			name: 'when some shipments are done',
			isReached: async () => (await shipments()).filter(({ state }) => state === 'done').length >= SALES / 2,
		};
		await surviving('tracking-back', [unanswered('GET', /shipments/), inBetween, half], async () =>
			(await shipments()).every(({ state }) => state === 'done'),
		);
		expect(await shipments()).toEqual(
			numbers.map((number) => ({
				number,
				state: 'done',
				reference: number === numbers[0] ? `UPS 1Z-${number}-1, UPS 1Z-${number}-2` : `UPS 1Z-${number}-1`,
			})),
		);
		for (const [, { state }] of await shop.sales()) expect(state).toBe('done');
	});

	it('makes the stock of both sides equal', async () => {
		const stock = await bookedStock(shop.tryton.admin, shop.seeded.warehouse);
		const isEqual = (): boolean =>
			JSON.stringify([...stockInExtensiv(shop)].sort()) === JSON.stringify([...stock].sort());
		await surviving('stock-in', [unanswered('PUT', /inventory/)], isEqual, {
			settings: { dryRun: false },
			// The catalogue assumes one call in ten seconds, which is too slow for a test.
			parameters: { 'Set stock levels': { options: { createMissing: true, requestsPerSecond: 5 } } },
		});
		expect(stockInExtensiv(shop)).toEqual(stock);
	});

	it('notes the status of each order, once', async () => {
		const notes = async (): Promise<string[]> =>
			(await shop.tryton.admin.read('ir.note', [], ['resource', 'message'])).map(
				({ resource, message }) => `${String(resource)} ${String(message)}`,
			);
		const half: Moment = {
			name: 'when some statuses are noted',
			isReached: async () => (await notes()).length >= SALES / 2,
		};
		await surviving('statuses-back', [half], async () => (await notes()).length >= SALES);
		const sales = await shop.tryton.admin.read('sale.sale', [], ['number']);
		expect((await notes()).sort()).toEqual(sales.map(({ id }) => `sale.sale,${id} Extensiv: fulfilled`).sort());
	});

	it('creates each product, once', async () => {
		const before = shop.sandbox.control.books().counts['products'] ?? 0;
		const added = ['NEW-1', 'NEW-2', 'NEW-3'];
		const { unit } = shop.seeded;
		const product = { default_uom: unit, sale_uom: unit, salable: true, type: 'goods', list_price: decimal('4.20') };
		await shop.tryton.admin.create(
			'product.template',
			...added.map((code) => ({ ...product, code, name: `Tea ${code}`, products: [['create', [{}]]] })),
		);
		const products = (): number => shop.sandbox.control.books().counts['products'] ?? 0;
		await surviving('products-in', [unanswered('PUT', /products/)], () => products() >= before + added.length);
		expect(products()).toBe(before + added.length);
	});
});
