import type { IDataObject } from 'n8n-workflow';
import { LINES } from '../../engine';
import { CONTRACTS } from '../../support/credentials';
import { column, failures, warnings } from '../../support/results';
import { useStage } from '../../support/stage';
import { Watch } from '../../support/watch';

const orders = (...numbers: string[]) => ({
	orders: numbers.map((orderNumber) => ({ orderNumber, items: [{ sku: 'MUG', unitPrice: 10 }] })),
});
/** The order's number on the wire, and an amount that is not one. */
const ODD = {
	live: { where: { orderNumber: 'ODD' }, set: { 'shippingCost.amount': '1,250' } },
	guide: { where: { order_number: 'ODD' }, set: { shipping_cost: '1,250' } },
};
const PROBLEM = /^Order ODD \(ID \d+\) cannot be read: “shipping(Cost\.amount|_cost)” is “1,250”, not a number\./;

describe.each(LINES)('records that cannot be read, n8n line %s', (line) => {
	const stage = useStage(line);
	const numbers = (items: IDataObject[]): unknown[] => items.map(({ order }) => (order as IDataObject).orderNumber);

	describe.each(CONTRACTS)('%s contract', (contract) => {
		const all = { returnAll: true, filters: { orderNumbers: 'GOOD-1,ODD,GOOD-2' } };
		beforeEach(() => {
			stage.control.seed(orders('GOOD-1', 'ODD', 'GOOD-2'));
			stage.control.oddValues([ODD[contract]]);
		});

		it('are left out of a list with a hint that names them', async () => {
			const result = await stage.orders('getAll', all, { contract });
			expect(result.status).toBe('success');
			expect(column(result, 'orderNumber').sort()).toEqual(['GOOD-1', 'GOOD-2']);
			expect(result.hints).toEqual([expect.stringMatching(/^One record cannot be read and was left out\. Order ODD/)]);
		});

		it('come out of the error output, one item each', async () => {
			const result = await stage.orders('getAll', all, {
				contract,
				onError: 'continueErrorOutput',
				items: [{ asked: 'by me' }],
			});
			expect(column(result, 'orderNumber').sort()).toEqual(['GOOD-1', 'GOOD-2']);
			expect(failures(result)).toEqual([
				{
					asked: 'by me',
					error: expect.stringMatching(PROBLEM),
					message: expect.stringContaining('Correct the value in Order Manager'),
					failure: 'unreadable',
				},
			]);
			expect(result.hints).toEqual([]);
		});

		it('stop the workflow where the list has nothing else', async () => {
			const result = await stage.orders('getAll', { returnAll: true, filters: { orderNumbers: 'ODD' } }, { contract });
			expect(result).toMatchObject({ status: 'error', error: { message: expect.stringMatching(PROBLEM) } });
		});

		it('keep nobody else from being found', async () => {
			const result = await stage.orders(
				'get',
				{ orderBy: 'number', orderNumber: '={{ $json.no }}' },
				{ contract, items: [{ no: 'GOOD-1' }, { no: 'ODD' }], onError: 'continueErrorOutput' },
			);
			expect(column(result, 'orderNumber')).toEqual(['GOOD-1']);
			expect(failures(result)).toMatchObject([{ no: 'ODD', error: expect.stringContaining('It is unknown whether') }]);
		});

		it('have no event; a notice names them once, and the events of the others come', async () => {
			stage.control.oddValues([]);
			const watch = new Watch(stage, { events: ['orderCreated'] }, contract);
			await watch.items();
			stage.control.seed(orders('LATER'));
			stage.control.oddValues([
				{
					...ODD[contract],
					where: Object.fromEntries(Object.keys(ODD[contract].where).map((name) => [name, 'LATER'])),
				},
			]);
			const quiet = await watch.poll();
			expect(quiet.items).toBeNull();
			expect(warnings(quiet)).toMatchObject([
				{
					message: expect.stringMatching(/^Order Created: One record cannot be read, so it has no event.*Order LATER/),
				},
			]);
			expect(warnings(await watch.poll())).toEqual([]);
			stage.control.seed(orders('AFTER-1', 'AFTER-2'));
			const [first, second] = await watch.items();
			expect(numbers([first!, second!])).toEqual(['AFTER-1', 'AFTER-2']);
			expect(first).toMatchObject({
				notice: expect.stringMatching(/^Order Created: One record cannot be read, so it has no event\. Order LATER/),
			});
			expect(second).not.toHaveProperty('notice');
		});

		it('have their event when they are corrected in time', async () => {
			const watch = new Watch(stage, { events: ['orderCreated'] }, contract);
			await watch.items();
			stage.control.seed(orders('LATER'));
			stage.control.oddValues([
				{
					...ODD[contract],
					where: Object.fromEntries(Object.keys(ODD[contract].where).map((name) => [name, 'LATER'])),
				},
			]);
			expect((await watch.poll()).items).toBeNull();
			stage.control.oddValues([]);
			expect(numbers(await watch.items())).toEqual(['LATER']);
		});
	});

	it('are named once, where the trigger compares all levels in each poll', async () => {
		stage.control.seed({
			stock: [
				{ sku: 'MUG', warehouseId: 5102, onHand: 5 },
				{ sku: 'POT', warehouseId: 5102, onHand: 5 },
			],
		});
		const watch = new Watch(stage, { events: ['stockLevelChanged'] });
		await watch.items();
		stage.control.oddValues([{ where: { 'product.masterSku': 'MUG' }, set: { availableQuantity: 'some' } }]);
		const poll = await watch.poll();
		expect(poll.items).toBeNull();
		expect(warnings(poll)).toMatchObject([
			{
				message: expect.stringMatching(
					/^Stock Level Changed: One record cannot be read, so it has no event.*Stock level MUG cannot be read: “availableQuantity” is “some”/,
				),
			},
		]);
		stage.control.seed({ stock: [{ sku: 'POT', warehouseId: 5102, onHand: 4 }] });
		const [changed, ...others] = await watch.items();
		expect(changed).toMatchObject({
			stockLevel: { sku: 'POT' },
			notice: expect.stringContaining('Stock level MUG'),
		});
		expect(others).toEqual([]);
		stage.control.seed({ stock: [{ sku: 'POT', warehouseId: 5102, onHand: 3 }] });
		expect((await watch.items()).map(({ notice }) => notice)).toEqual([undefined]);
	});

	it('are named once, where the trigger reads the shipments of the last days again and again', async () => {
		stage.control.seed(orders('A', 'B'));
		stage.control.seed({
			shipments: [
				{ orderNumber: 'A', trackingNumber: '1Z1' },
				{ orderNumber: 'B', trackingNumber: '1Z2' },
			],
		});
		const watch = new Watch(stage, { events: ['shipmentUpdated'] });
		for (let round = 0; round < 4; round++) await watch.poll();
		stage.control.oddValues([{ where: { trackingNumber: '1Z1' }, set: { shipmentId: 2 ** 60 } }]);
		stage.control.seed({ deliveries: [{ trackingNumber: '1Z2', deliveryStatus: 'DELIVERED' }] });
		const logged: string[] = [];
		const items: IDataObject[] = [];
		for (let round = 0; round < 6; round++) {
			const poll = await watch.poll();
			logged.push(...warnings(poll).map(({ message }) => message));
			items.push(...(poll.items ?? []).map(({ json }) => json));
		}
		expect(logged).toEqual([
			expect.stringMatching(
				/^Shipment Updated: One record cannot be read, so it has no event.*Shipment 1Z1 cannot be read: “shipmentId”/,
			),
		]);
		expect(items).toMatchObject([{ shipment: { trackingNumber: '1Z2' } }]);
	});

	it('with digits lost are pointed out in the service’s own objects and in custom calls', async () => {
		stage.control.seed(orders('A'));
		stage.control.oddValues([{ where: { orderNumber: 'A' }, set: { channelOrderNo: 2 ** 60 } }]);
		const simple = await stage.orders('getAll', { filters: { orderNumbers: 'A' } });
		expect(simple).toMatchObject({ hints: [], items: [{}] });
		const own = await stage.orders('getAll', { filters: { orderNumbers: 'A' }, simplify: false });
		expect(own).toMatchObject({
			hints: [expect.stringMatching(/more than 15 digits.*: channelOrderNo\.$/)],
			items: [{}],
		});
		const call = await stage.orders('call', {
			resource: 'customApiCall',
			method: 'GET',
			path: '/v1.1/orders?orderNumber=A',
		});
		expect(call.hints).toEqual([expect.stringContaining('channelOrderNo')]);
	});
});
