import type { IDataObject } from 'n8n-workflow';
import { NEWEST } from '../../engine';
import { CONTRACTS, type Contract } from '../../support/credentials';
import { byId, COLUMBUS, RENO, SHOPIFY } from '../../support/parameters';
import { sortedColumn } from '../../support/results';
import { useStage } from '../../support/stage';

const day = (date: string) => ({
	createdDate: `2026-01-${date}T12:00:00Z`,
	orderDate: `2026-01-${date}T12:00:00Z`,
	modifiedDate: `2026-01-${date}T18:00:00Z`,
});

/** One order in each state that counts, over ten days of January 2026. */
const ORDERS = [
	{ orderNumber: 'PAY', paid: false, ...day('01') },
	{ orderNumber: 'SHIP', status: 'AWAITING_SHIPMENT', warehouseId: 5101, ...day('02') },
	{ orderNumber: 'EXPORT', status: 'AWAITING_3PL_EXPORT', warehouseId: 5102, ...day('03') },
	{ orderNumber: 'EXPORT-2', status: 'PENDING_FULFILLMENT', warehouseId: 5102, salesChannelId: 1210, ...day('04') },
	{ orderNumber: 'DONE', status: 'SHIPPED', ...day('05') },
	{ orderNumber: 'GONE', status: 'CANCELLED', ...day('06') },
	{ orderNumber: 'HELD', status: 'ON_HOLD', ...day('07') },
	{ orderNumber: 'OPEN', status: 'UNRESOLVED', ...day('08') },
	{ orderNumber: 'AWAY', status: 'PROCESSED_OUTSIDE_OF_SKUBANA', ...day('09') },
];
const JANUARY = { createdFrom: '2026-01-01' };

describe.each(NEWEST)('Filters of Get many orders, n8n line %s', (line) => {
	const stage = useStage(line);
	beforeEach(() => void stage.control.seed({ orders: ORDERS }));

	const numbers = async (filters: IDataObject, contract: Contract = 'live'): Promise<string[]> => {
		const result = await stage.orders('getAll', { returnAll: true, filters }, { contract, timezone: 'UTC' });
		expect(result.error).toBeUndefined();
		return sortedColumn(result, 'orderNumber');
	};

	it.each([
		[['pending'], ['EXPORT', 'EXPORT-2', 'SHIP']],
		[['awaitingPayment'], ['PAY']],
		[
			['fulfilled', 'cancelled'],
			['DONE', 'GONE'],
		],
		[['onHold'], ['HELD']],
		[['unresolved'], ['OPEN']],
		[['external'], ['AWAY']],
	])('take states in the words of a shop: %j', async (status, expected) => {
		expect(await numbers({ ...JANUARY, status })).toEqual(expected);
	});

	it.each([
		['AWAITING_3PL_EXPORT', ['EXPORT']],
		['on_hold, PENDING_FULFILLMENT', ['EXPORT-2', 'HELD']],
	])("take the service's own states: %s", async (serviceStatus, expected) => {
		expect(await numbers({ ...JANUARY, serviceStatus })).toEqual(expected);
	});

	it.each([
		['fulfilled', ['DONE']],
		['cancelled', ['GONE']],
		['pending', ['AWAY', 'EXPORT', 'EXPORT-2', 'HELD', 'OPEN', 'PAY', 'SHIP']],
	])("mean by %s what the guide's contract means by it", async (status, expected) => {
		expect(await numbers({ ...JANUARY, status: [status] }, 'guide')).toEqual(expected);
	});

	it('refuse a state that does not exist', async () => {
		const { error } = await stage.orders('getAll', { filters: { serviceStatus: 'ALMOST_THERE' } });
		expect(error).toMatchObject({
			message: expect.stringMatching(/Status.*ALMOST_THERE/),
			description: expect.stringMatching(/pending/),
		});
	});

	it("refuse a state that the guide's contract never tells", async () => {
		const { error } = await stage.orders('getAll', { filters: { status: ['onHold'] } }, { contract: 'guide' });
		expect(error).toMatchObject({
			message: expect.stringMatching(/Status.*onHold/),
			description: expect.stringMatching(/Choose another/),
		});
	});

	describe.each(CONTRACTS)('%s contract', (contract) => {
		it('take dates of creation', async () => {
			expect(await numbers({ createdFrom: '2026-01-03', createdTo: '2026-01-05' }, contract)).toEqual([
				'EXPORT',
				'EXPORT-2',
			]);
		});

		it('take dates of the last change', async () => {
			const filters = { modifiedFrom: '2026-01-05T18:00:00Z', modifiedTo: '2026-01-06T18:00:00Z' };
			expect(await numbers(filters, contract)).toEqual(['DONE', 'GONE']);
		});

		it('take whole order numbers', async () => {
			expect(await numbers({ orderNumbers: 'EXPORT, DONE,\nNOT-THERE' }, contract)).toEqual(['DONE', 'EXPORT']);
		});

		it('take a warehouse', async () => {
			expect(await numbers({ ...JANUARY, warehouse: byId(RENO) }, contract)).toEqual(['SHIP']);
		});

		it('hold all together', async () => {
			const filters = { ...JANUARY, warehouse: byId(COLUMBUS), status: ['pending'], orderNumbers: 'EXPORT-2, SHIP' };
			expect(await numbers(filters, contract)).toEqual(['EXPORT-2']);
		});
	});

	it('take a sales channel (live API)', async () => {
		expect(await numbers({ ...JANUARY, salesChannel: byId(SHOPIFY) })).toEqual(['EXPORT-2']);
	});

	it('take dates of ordering and shipping (live API)', async () => {
		expect(await numbers({ orderedFrom: '2026-01-02', orderedTo: '2026-01-03' })).toEqual(['SHIP']);
		expect(await numbers({ shippedFrom: '2026-01-01', shippedTo: '2026-01-31' })).toEqual(['DONE']);
	});

	it.each([
		['Sales Channel', { salesChannel: byId(SHOPIFY) }],
		['Ordered After', { orderedFrom: '2026-01-02' }],
		['Ordered Before', { orderedTo: '2026-01-02' }],
		['Shipped After', { shippedFrom: '2026-01-02' }],
		['Shipped Before', { shippedTo: '2026-01-02' }],
	])("refuse %s under the guide's contract instead of giving orders nobody asked for", async (label, filters) => {
		const { error } = await stage.orders('getAll', { filters }, { contract: 'guide' });
		expect(error?.message).toContain(label);
		expect(error?.description).toMatch(/Remove the filter/);
		expect(stage.control.requests().total).toBe(0);
	});

	it('refuse an ID that is none, by the name of the field', async () => {
		const { error } = await stage.orders('getAll', { filters: { warehouse: byId('Columbus') } });
		expect(error?.message).toMatch(/Warehouse.*Columbus/);
	});
});
