import { orderManager } from '../../../support/apiClient';
import { COLUMBUS, DIRECT, errorAt, newOrders, placed, summary, succeeded, failed } from '../../../support/samples';
import { useScriptedService } from '../../../support/scriptedService';
import { said } from '../../../support/said';

/** A row error as the live API sends it: rows are counted from 1. */
const error = (index: number | null, more: object = {}) => ({
	errorCode: 'SBX',
	message: 'No',
	fieldName: 'f',
	identifier: null,
	index,
	severity: 'CRITICAL',
	...more,
});
/** The result of a row that succeeded. */
const set = (masterSku: string) => ({ masterSku, warehouseId: Number(COLUMBUS), availableQuantity: 1 });
const changed = (orderId: string) => ({ orderId: Number(orderId) });
const created = (orderNumber: string, orderId: number) => ({ orderId, orderNumber, orderStatus: 'AWAITING_SHIPMENT' });

describe('a 2xx with refused rows (live API)', () => {
	const service = useScriptedService();
	const manager = () => orderManager('live', service.url);
	const create = (numbers: string[]) => manager().orders.create(newOrders(numbers), { lookUpFirst: false });
	const setStock = (skus: string[]) =>
		manager().stock.set(placed(skus.map((sku) => ({ sku, warehouseId: COLUMBUS, onHand: 1 }))), {
			createMissing: false,
		});
	const change = (ids: string[]) =>
		manager().orders.update(
			placed(ids.map((orderId) => ({ key: { orderId }, shipTo: { city: 'Erie' }, details: {} }))),
		);

	it('is a failure of those orders only', async () => {
		service.script({
			status: 201,
			body: {
				orders: [created('A', 1), created('C', 3)],
				errors: [error(2, { errorCode: 'ERR053', fieldName: 'orderItems' })],
			},
		});
		const outcomes = await create(['A', 'B', 'C']);
		expect(summary(outcomes, ({ orderId }) => orderId)).toEqual([
			'1',
			expect.stringContaining('The service says: No'),
			'3',
		]);
		expect(said(errorAt(outcomes, 1)).message).toContain('The product does not exist. The service says: No');
		expect(errorAt(outcomes, 1)).toMatchObject({
			facts: { kind: 'rowRefused', code: 'ERR053', field: 'orderItems', row: 1 },
		});
	});

	it('looks up what the answer does not mention', async () => {
		service.script(
			{ body: { orders: [created('A', 1)] } },
			{ body: [{ orderId: 2, orderNumber: 'B', salesChannel: { salesChannelId: Number(DIRECT) } }] },
		);
		expect(summary(await create(['A', 'B']), ({ orderId }) => orderId)).toEqual(['1', '2']);
	});

	it('says so when what the answer does not mention is not there either', async () => {
		service.script({ body: { orders: [created('A', 1)] } }, { body: [] });
		expect(summary(await create(['A', 'B']), ({ orderId }) => orderId)).toEqual([
			'1',
			expect.stringContaining('does not list order B'),
		]);
	});

	it('takes an empty answer to a creation for done only after a look', async () => {
		service.script({ body: '' }, { body: [{ orderId: 1, orderNumber: 'A' }] });
		expect(summary(await create(['A']), ({ orderId }) => orderId)).toEqual(['1']);
	});

	it.each([
		['stock levels', () => setStock(['A', 'B', 'C']), [set('A'), set('C')]],
		['changes of orders', () => change(['1', '2', '3']), [changed('1'), changed('3')]],
	])('is a failure of those %s only', async (_what, send, results) => {
		service.script({ body: { results, errors: [error(2)] } });
		expect(failed(await send())).toEqual([1]);
	});

	it.each(['INFO', 'WARNING'])('with a remark (%s) is no failure', async (severity) => {
		service.script({ body: { results: [set('A')], errors: [error(1, { severity })] } });
		expect(succeeded(await setStock(['A']))).toEqual([0]);
	});

	it('finds the row by its subject when there is no number', async () => {
		service.script({ body: { results: [set('A'), set('C')], errors: [error(null, { identifier: 'B' })] } });
		expect(failed(await setStock(['A', 'B', 'C']))).toEqual([1]);
	});

	it.each([
		['no number and no subject', error(null)],
		['a number beyond the batch', error(9)],
		['the number 0, which no row has', error(0)],
	])('calls no row good when the error has %s', async (_what, stray) => {
		service.script({ body: { results: [set('A'), set('B')], errors: [stray] } });
		expect(failed(await setStock(['A', 'B']))).toEqual([0, 1]);
	});

	it('explains the codes that are known', async () => {
		service.script({ body: { results: [], errors: [error(1, { errorCode: 'ERR097', identifier: 'A' })] } });
		const failure = errorAt(await setStock(['A']), 0);
		expect(said(failure).message).toContain('no stock record for this SKU in that warehouse and location');
		expect(failure).toMatchObject({ facts: { subject: 'A', code: 'ERR097', serviceMessage: 'No' } });
	});
});
