import type { IDataObject } from 'n8n-workflow';
import { NEWEST } from '../../engine';
import { failures, jsons } from '../../support/results';
import { type Settings, useStage } from '../../support/stage';

const JUNE = { from: '2025-06-01T00:00:00Z', to: '2025-07-01T00:00:00Z', options: { asOf: '2025-07-01T00:00:00Z' } };

/** Hours from order to shipment of twenty orders, one placed on each of the first twenty days of June at 08:00. */
const HOURS = [7, 1, 20, 13, 4, 19, 2, 16, 10, 5, 12, 18, 3, 9, 15, 6, 11, 17, 8, 14];

const hoursAfter = (date: string, hours: number): string =>
	`${new Date(Date.parse(date) + hours * 3_600_000).toISOString().slice(0, 19)}Z`;

const shipped = (orderNumber: string, orderDate: string, hours: number) => ({
	orderNumber,
	orderDate,
	status: 'SHIPPED',
	modifiedDate: hoursAfter(orderDate, hours),
});

const MONTH = [
	...HOURS.map((hours, at) => shipped(`S-${at + 1}`, `2025-06-${String(at + 1).padStart(2, '0')}T08:00:00Z`, hours)),
	// Outside of June, by a second and by nothing.
	shipped('MAY', '2025-05-31T23:59:59Z', 500),
	shipped('JULY', '2025-07-01T00:00:00Z', 500),
	{ orderNumber: 'C-1', orderDate: '2025-06-03T10:00:00Z', status: 'CANCELLED' },
	{ orderNumber: 'C-2', orderDate: '2025-06-13T10:00:00Z', status: 'CANCELLED' },
	{ orderNumber: 'C-3', orderDate: '2025-06-23T10:00:00Z', status: 'CANCELLED' },
	{ orderNumber: 'O-1', orderDate: '2025-06-30T12:00:00Z', status: 'AWAITING_SHIPMENT' },
	{ orderNumber: 'O-2', orderDate: '2025-06-30T02:00:00Z', status: 'AWAITING_3PL_EXPORT' },
	{ orderNumber: 'O-3', orderDate: '2025-06-29T12:00:00Z', status: 'ON_HOLD' },
	{ orderNumber: 'O-4', orderDate: '2025-06-28T00:00:00Z', status: 'AWAITING_PAYMENT' },
	{ orderNumber: 'O-5', orderDate: '2025-06-27T06:00:00Z', status: 'UNRESOLVED' },
	{ orderNumber: 'O-6', orderDate: '2025-06-20T00:00:00Z', status: 'AWAITING_SHIPMENT' },
	{ orderNumber: 'O-7', orderDate: '2025-05-15T00:00:00Z', status: 'ON_HOLD' },
];

describe.each(NEWEST)('KPI: Get, n8n line %s', (line) => {
	const stage = useStage(line);
	const kpis = async (more: IDataObject = {}, settings: Settings = {}): Promise<IDataObject> => {
		const parameters = { resource: 'kpi', ...JUNE, ...more };
		const result = await stage.run('extensivInsights', 'get', parameters, { timezone: 'UTC', ...settings });
		const [one = {}, ...others] = jsons(result);
		expect(others).toEqual([]);
		return one;
	};
	beforeEach(() => void stage.control.seed({ orders: MONTH }));

	it('agrees with a month that was counted by hand', async () => {
		expect(await kpis()).toMatchObject({
			from: '2025-06-01T00:00:00Z',
			to: '2025-07-01T00:00:00Z',
			// 20 shipped, 3 canceled, 6 open.
			ordersCreated: 29,
			ordersShipped: 20,
			// Of 1 to 20 hours the 10th, the 18th and the 19th.
			hoursToShipP50: 10,
			hoursToShipP90: 18,
			hoursToShipP95: 19,
			// 3 of 29.
			ordersCancelled: 3,
			cancelledPercent: 10.3,
			// O-1 to O-7, and NW-10046 and NW-10047 of March.
			backlog: 9,
			backlogUpTo1Day: 2,
			backlogUpTo2Days: 1,
			backlogUpTo5Days: 2,
			backlogOver5Days: 4,
			backlogByStage: [
				{ stage: 'unresolved', total: 2, upTo1Day: 0, upTo2Days: 0, upTo5Days: 1, over5Days: 1 },
				{ stage: 'awaitingPayment', total: 1, upTo1Day: 0, upTo2Days: 0, upTo5Days: 1, over5Days: 0 },
				{ stage: 'pending', total: 4, upTo1Day: 2, upTo2Days: 0, upTo5Days: 0, over5Days: 2 },
				{ stage: 'onHold', total: 2, upTo1Day: 0, upTo2Days: 1, upTo5Days: 0, over5Days: 1 },
			],
			asOf: '2025-07-01T00:00:00Z',
		});
	});

	it('has every day, also those without orders', async () => {
		const days = (await kpis()).ordersByDay as IDataObject[];
		expect(days).toHaveLength(30);
		expect(days).toEqual(
			expect.arrayContaining([
				{ day: '2025-06-01', orders: 1 },
				{ day: '2025-06-03', orders: 2 },
				{ day: '2025-06-20', orders: 2 },
				{ day: '2025-06-21', orders: 0 },
				{ day: '2025-06-30', orders: 2 },
			]),
		);
	});

	it('has an order sync rate where the items are orders of the ERP, whenever they arrived', async () => {
		const items = ['S-1', 'O-1', 'O-7', 'C-1', 'LOST'].map((no) => ({ no }));
		const one = await kpis({ erpOrderNumber: '={{ $json.no }}' }, { items });
		expect(one).toMatchObject({ erpOrders: 5, erpOrdersArrived: 4, orderSyncPercent: 80 });
		expect(await kpis()).not.toHaveProperty('orderSyncPercent');
	});

	it('leaves an order out of the sync rate whose look-up failed, and says so', async () => {
		stage.control.oddValues([{ where: { orderNumber: 'O-7' }, set: { orderItems: 'many' } }]);
		const parameters = { resource: 'kpi', ...JUNE, erpOrderNumber: '={{ $json.no }}' };
		const items = ['S-1', 'O-7', 'LOST'].map((no) => ({ no }));
		const settings = { timezone: 'UTC', items };
		const shown = await stage.run('extensivInsights', 'get', parameters, {
			...settings,
			onError: 'continueErrorOutput',
		});
		expect(jsons(shown)).toMatchObject([{ erpOrders: 2, erpOrdersArrived: 1, orderSyncPercent: 50 }]);
		expect(failures(shown)).toMatchObject([{ no: 'O-7', error: expect.any(String) }]);
		const { error } = await stage.run('extensivInsights', 'get', parameters, settings);
		expect(error?.message).toMatch(/O-7/);
	});

	it('names the field To where a span ends before it begins', async () => {
		const parameters = { resource: 'kpi', from: '2025-07-01', to: '2025-06-01' };
		const { error } = await stage.run('extensivInsights', 'get', parameters);
		expect(error?.message).toMatch(/\bTo\b.*ends.*before it begins/);
		expect(error?.message).not.toMatch(/Until/);
	});

	it('has the inventory accuracy where it is given, and refuses what is no percentage', async () => {
		expect(await kpis({ inventoryAccuracy: '98,7' })).toMatchObject({ inventoryAccuracyPercent: 98.7 });
		expect(await kpis()).not.toHaveProperty('inventoryAccuracyPercent');
		const { error } = await stage.run('extensivInsights', 'get', { resource: 'kpi', inventoryAccuracy: '987' });
		expect(error?.message).toMatch(/Inventory Accuracy.*987 is not between 0 and 100/);
	});

	it('covers the last 30 days by default', async () => {
		const { from, to } = await kpis({ from: '', to: '' });
		expect(Date.parse(String(to)) - Date.parse(String(from))).toBe(30 * 86_400_000);
	});

	it('has no figures to make up where nothing was ordered', async () => {
		expect(await kpis({ from: '2024-01-01', to: '2024-01-02' })).toMatchObject({
			ordersCreated: 0,
			hoursToShipP50: null,
			cancelledPercent: null,
		});
	});

	it("is refused under the guide's contract, which does not tell when orders shipped", async () => {
		const { error } = await stage.run('extensivInsights', 'get', { resource: 'kpi' }, { contract: 'guide' });
		expect(error?.message).toMatch(/“Get KPIs” is not part of the contract/);
	});
});
