import type { IDataObject } from 'n8n-workflow';
import { byId, byNumber, COLUMBUS, DIRECT, SHOPIFY } from '../../support/parameters';
import { chosen, defineFields, seedOrder } from '../../support/orderActions';
import { byHand, bySku } from '../../support/products';
import { failures } from '../../support/results';
import { newParcel } from '../../support/shipments';
import { type NodeName, type Stage, useStage } from '../../support/stage';

/** A run that takes several calls, because its items cannot go together. */
interface Run {
	what: string;
	node: NodeName;
	operation: string;
	parameters: IDataObject;
	items: IDataObject[];
	arrange?: (stage: Stage) => unknown;
	/** The call that is made for each group. */
	method: string;
	path: string;
	/** Items of the first group. Default 1. */
	together?: number;
	/** A look-up after the lost answer settles what became of it, so that the run goes on. */
	settled?: true;
}

const numbers = ['A', 'B', 'C', 'D', 'E'];
const orders = (stage: Stage): void => numbers.forEach((number) => seedOrder(stage, number));
const reasons = ['BUYER_CANCELLED', 'OTHER', 'NO_INVENTORY', 'CUSTOMER_RETURN', 'GENERAL_ADJUSTMENT'];

const RUNS: Run[] = [
	{
		what: 'cancellations with several reasons',
		node: 'extensivOrders',
		operation: 'cancel',
		parameters: byNumber({ reasonType: '={{ $json.reason }}' }),
		items: numbers.map((no, at) => ({ no, reason: reasons[at] })),
		arrange: orders,
		method: 'POST',
		path: '/v1/orders/cancel',
	},
	{
		what: 'holds until several dates',
		node: 'extensivOrders',
		operation: 'hold',
		parameters: chosen({ holdUntil: '={{ $json.until }}' }),
		items: numbers.map((no, at) => ({ no, until: `2031-05-0${at + 1}T00:00:00Z` })),
		arrange: orders,
		method: 'POST',
		path: '/v1/orders/onhold',
	},
	{
		what: 'notes of several orders',
		node: 'extensivOrders',
		operation: 'setNotes',
		parameters: chosen({ internalNotes: 'Fragile' }),
		items: numbers.map((no) => ({ no })),
		arrange: orders,
		method: 'POST',
		path: '/v1/orders/notes',
	},
	{
		what: 'notes of orders whose heads change too',
		node: 'extensivOrders',
		operation: 'update',
		parameters: byNumber({ updateFields: { city: 'Troy', notesToBuyer: 'Soon' } }),
		items: numbers.map((no) => ({ no })),
		arrange: orders,
		method: 'POST',
		path: '/v1.1/orders',
		together: numbers.length,
	},
	{
		what: 'lines of several orders',
		node: 'extensivOrders',
		operation: 'add',
		parameters: { resource: 'orderItem', ...chosen({ sku: 'MUG', quantity: 1 }) },
		items: numbers.map((no) => ({ no })),
		arrange: orders,
		method: 'PUT',
		path: '/v1.1/orders/{orderId}/orderitems',
		settled: true,
	},
	{
		what: 'stock records with several notes',
		node: 'extensivInventory',
		operation: 'create',
		parameters: {
			resource: 'stockRecord',
			sku: '={{ $json.sku }}',
			warehouse: byId(COLUMBUS),
			onHand: 1,
			additionalFields: { notes: '={{ $json.sku }}' },
		},
		items: ['MUG', 'MUG-XL', 'POT'].map((sku) => ({ sku })),
		method: 'PUT',
		path: '/v1.1/inventory',
	},
	{
		what: 'parcels with several switches',
		node: 'extensivShipments',
		operation: 'createExternal',
		parameters: newParcel({ notifyCustomer: '={{ $json.notify }}', updateChannel: '={{ $json.push }}' }),
		items: [
			[true, true],
			[true, false],
			[false, true],
			[false, false],
		].map(([announce, push], at) => ({ no: numbers[at], tracking: `T-${at}`, notify: announce, push })),
		arrange: orders,
		method: 'PUT',
		path: '/v1.1/shipment/external',
	},
	{
		what: 'listings in several channels',
		node: 'extensivProducts',
		operation: 'create',
		parameters: {
			resource: 'listing',
			salesChannel: byId('={{ $json.channel }}'),
			listingSku: 'L-1',
			product: bySku('MUG'),
		},
		items: [{ channel: DIRECT }, { channel: SHOPIFY }],
		method: 'PUT',
		path: '/v1/listings',
	},
	{
		what: 'categories',
		node: 'extensivProducts',
		operation: 'setCategory',
		parameters: { product: bySku('MUG'), category: '={{ $json.category }}' },
		items: [{ category: 'Gifts' }, { category: 'Mugs' }, { category: 'Blue' }],
		method: 'PUT',
		path: '/v1/products/categories',
	},
	{
		what: 'products, some of which are there',
		node: 'extensivProducts',
		operation: 'upsert',
		parameters: byHand({ sku: '={{ $json.sku }}', name: 'Cup', brand: 'Northwind' }),
		items: [{ sku: 'MUG' }, { sku: 'CUP-1' }],
		method: 'POST',
		path: '/v1/products',
	},
];

describe('a run that meets trouble', () => {
	const stage = useStage('2');
	const start = async ({ node, operation, parameters, items }: Run) =>
		await stage.run(
			node,
			operation,
			{ ...parameters, options: { maxTries: 1 } },
			{ items, onError: 'continueErrorOutput' },
		);

	/** Calls that change something. */
	const writes = (): number => stage.control.requests().log.filter(({ method }) => method !== 'GET').length;

	describe.each(['503', 'lostAnswer'] as const)('that may leave a change in doubt (%s)', (kind) => {
		it.each(RUNS.filter(({ settled }) => !settled || kind === '503'))(
			'sends nothing more, and says so of each item: $what',
			async (run) => {
				await run.arrange?.(stage);
				stage.control.clearRequests();
				stage.control.faults([{ kind, method: run.method, path: run.path }]);
				const result = await start(run);
				expect(writes()).toBe(1);
				const errors = failures(result).map(({ error }) => String(error));
				const notSent = errors.filter((error) => /Not sent, because an earlier request of this run failed/.test(error));
				expect(result.items.length + errors.length).toBe(run.items.length);
				expect(notSent).toHaveLength(run.items.length - (run.together ?? 1));
				// What was not sent is in no doubt.
				for (const error of notSent) expect(error).not.toMatch(/not known/);
			},
		);
	});

	it('does not go on with notes after the head of one order is in doubt', async () => {
		orders(stage);
		stage.control.faults([{ kind: '503', method: 'POST', path: '/v1/orders/notes', at: [1] }]);
		const run = RUNS.find(({ what }) => what.startsWith('notes of orders'));
		const result = await start(run as Run);
		expect(stage.calls('POST /v1/orders/notes')).toBe(1);
		for (const { error } of failures(result))
			expect(error).toMatch(/The order was updated, but its notes were not set/);
	});
});

describe('changes of one thing', () => {
	const stage = useStage('2');
	it('are made one after the other: labels of an order', async () => {
		stage.control.latency({ ms: 5 });
		await stage.orders(
			'add',
			{ resource: 'orderLabel', ...chosen({ labels: '={{ $json.label }}' }) },
			{
				items: ['12', '13', '12', '13'].map((label) => ({ no: 'NW-10047', label })),
			},
		);
		// Each is read back before the next begins.
		const calls = stage.control.requests().log.filter(({ path }) => path.endsWith('/labels') && path.includes('order'));
		expect(calls.map(({ method }) => method)).toEqual(['POST', 'GET', 'POST', 'GET', 'POST', 'GET', 'POST', 'GET']);
	});

	it('are made one after the other: custom fields of an order', async () => {
		const ids = await defineFields(stage, 'A', 'B', 'C');
		// The answer tells nothing, so that each is read back before the next begins.
		stage.control.faults([
			{
				kind: 'answer',
				method: 'PUT',
				path: '/v1.1/orders/{orderId}/customfieldvalues',
				response: { body: {}, effect: true },
			},
		]);
		stage.control.latency({ ms: 5 });
		stage.control.clearRequests();
		await stage.orders(
			'set',
			{
				resource: 'orderCustomField',
				...chosen({ customFields: { field: [{ field: '={{ $json.field }}', value: 'x' }] } }),
			},
			{
				items: ids.map((field) => ({ no: 'NW-10046', field })),
			},
		);
		const calls = stage.control.requests().log.filter(({ path }) => path.endsWith('/customfieldvalues'));
		expect(calls.map(({ method }) => method)).toEqual(['PUT', 'GET', 'PUT', 'GET', 'PUT', 'GET']);
	});

	it("do not undo each other under the guide's contract, where an address goes out as a whole", async () => {
		await stage.orders(
			'update',
			byNumber({
				updateFields: {
					city: '={{ $json.city || undefined }}',
					recipientName: '={{ $json.name || undefined }}',
				},
			}),
			{
				contract: 'guide',
				items: [
					{ no: 'NW-10046', city: 'Troy' },
					{ no: 'NW-10046', name: 'Alex Example' },
				],
			},
		);
		expect(stage.order('NW-10046')).toMatchObject({ shipCity: 'Troy', shipName: 'Alex Example' });
	});
});
