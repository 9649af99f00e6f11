import { NEWEST } from '../../engine';
import { tokenCredential } from '../../support/credentials';
import { useListener } from '../../support/listener';
import { byId, COLUMBUS, DROPSHIP } from '../../support/parameters';
import { chosen, seedOrder } from '../../support/orderActions';
import { column, failures } from '../../support/results';
import { useStage } from '../../support/stage';

const SEND = 'POST /v1/orders/sendtofulfillment';

describe.each(NEWEST)('Send orders to fulfillment, n8n line %s', (line) => {
	const stage = useStage(line);
	const service = useListener();
	const waiting = (number: string, more: Record<string, unknown> = {}): number =>
		seedOrder(stage, number, { status: 'AWAITING_3PL_EXPORT', warehouseId: 5102, ...more });

	it('sends the chosen orders with one call and names the batch', async () => {
		const ids = ['A', 'B'].map((number) => waiting(number));
		const result = await stage.orders('sendToFulfillment', chosen(), { items: [{ no: 'A' }, { no: 'B' }] });
		expect(result).toMatchObject({ status: 'success', pairs: [[0], [1]] });
		expect(result.items[0]?.json).toMatchObject({
			outcome: 'sent',
			orderId: String(ids[0]),
			orderNumber: 'A',
			ordersSent: 1,
			batchNumbers: [expect.any(String)],
		});
		expect(stage.order('B')).toMatchObject({ orderStatus: 'PENDING_FULFILLMENT' });
		expect(stage.calls(SEND)).toBe(1);
	});

	it('reports an order that was sent before', async () => {
		waiting('A', { status: 'PENDING_FULFILLMENT' });
		const result = await stage.orders('sendToFulfillment', chosen(), { items: [{ no: 'A' }] });
		expect(column(result, 'outcome')).toEqual(['alreadySent']);
		expect(stage.calls(SEND)).toBe(0);
	});

	it('lets the others through when one order does not wait for an export', async () => {
		waiting('A');
		const result = await stage.orders('sendToFulfillment', chosen(), {
			items: [{ no: 'NW-10045' }, { no: 'A' }],
			onError: 'continueErrorOutput',
		});
		expect(column(result, 'orderNumber')).toEqual(['A']);
		expect(failures(result)).toMatchObject([{ no: 'NW-10045', error: expect.stringMatching(/NW-10045.*not waiting/) }]);
	});

	it('does not send again what took effect before the answer was lost', async () => {
		waiting('A');
		stage.control.faults([{ kind: 'lostAnswer', path: '/v1/orders/sendtofulfillment', at: [1] }]);
		const result = await stage.orders('sendToFulfillment', chosen(), { items: [{ no: 'A' }] });
		expect(column(result, 'outcome')).toEqual(['sent']);
		expect(stage.calls(SEND)).toBe(1);
	});

	describe('everything that waits', () => {
		it('takes more calls than one where there is more than one call takes', async () => {
			stage.control.seed({
				orders: Array.from({ length: 1099 }, (_, at) => ({
					orderNumber: `W-${at}`,
					status: 'AWAITING_3PL_EXPORT',
					warehouseId: 5102,
				})),
			});
			const result = await stage.orders('sendToFulfillment', { send: 'waiting', warehouse: byId(COLUMBUS) });
			expect(result.items[0]?.json).toMatchObject({ outcome: 'sent', ordersSent: 1100, answersLost: 0, problems: [] });
			expect(new Set(result.items[0]?.json.orderIds as string[]).size).toBe(1100);
			expect(stage.calls(SEND)).toBe(3);
			expect(stage.queries('POST', '/v1/orders/sendtofulfillment')[0]?.get('warehouseId')).toBe(COLUMBUS);
		});

		it('only sends what waits in the warehouse that is chosen', async () => {
			waiting('A');
			waiting('B', { status: 'AWAITING_DROPSHIP', warehouseId: Number(DROPSHIP) });
			const result = await stage.orders('sendToFulfillment', { send: 'waiting', warehouse: byId(DROPSHIP) });
			expect(column(result, 'ordersSent')).toEqual([1]);
			expect(stage.order('A')).toMatchObject({ orderStatus: 'AWAITING_3PL_EXPORT' });
		});

		it('goes on after a lost answer and says that its list may be short', async () => {
			waiting('A');
			stage.control.faults([{ kind: 'lostAnswer', path: '/v1/orders/sendtofulfillment', at: [1] }]);
			const result = await stage.orders('sendToFulfillment', { send: 'waiting', warehouse: byId(COLUMBUS) });
			expect(column(result, 'answersLost')).toEqual([1]);
			expect(stage.order('A')).toMatchObject({ orderStatus: 'PENDING_FULFILLMENT' });
		});

		it('ends with an error when the service says for ever that orders remain', async () => {
			service.reply = () => ({
				status: 200,
				body: { message: 'Success', results: [7], errors: [], ordersRemaining: true },
			});
			const { error } = await stage.orders(
				'sendToFulfillment',
				{ send: 'waiting' },
				{ credentials: tokenCredential(service.url) },
			);
			expect(error?.message).toMatch(/1 order was sent before this: .*orders remain.*does not send any more/);
			expect(service.heard.length).toBeLessThan(10);
		});

		it('ends at some point even when each answer names another order', async () => {
			service.reply = () => ({
				status: 200,
				body: { results: [service.heard.length], errors: [], ordersRemaining: true },
			});
			const { error } = await stage.orders(
				'sendToFulfillment',
				{ send: 'waiting' },
				{ credentials: tokenCredential(service.url) },
			);
			expect(error?.message).toMatch(/orders remain/);
		});
	});
});
