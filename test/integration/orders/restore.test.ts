import { NEWEST } from '../../engine';
import { tokenCredential } from '../../support/credentials';
import { useListener } from '../../support/listener';
import { chosen, seedOrder } from '../../support/orderActions';
import { column, failures } from '../../support/results';
import { useStage } from '../../support/stage';

const RESTORE = 'POST /v1/orders/restore';

describe.each(NEWEST)('Restore an order, n8n line %s', (line) => {
	const stage = useStage(line);
	const service = useListener();

	it('takes it from hold or back from cancellation, many with one call', async () => {
		seedOrder(stage, 'HELD', { status: 'ON_HOLD' });
		seedOrder(stage, 'GONE', { status: 'CANCELLED' });
		const result = await stage.orders('restore', chosen(), { items: [{ no: 'HELD' }, { no: 'GONE' }] });
		expect(result).toMatchObject({ status: 'success', pairs: [[0], [1]] });
		expect(column(result, 'outcome')).toEqual(['restored', 'restored']);
		expect([stage.order('HELD').orderStatus, stage.order('GONE').orderStatus]).toEqual(
			['AWAITING_SHIPMENT', 'AWAITING_SHIPMENT'].map(() => expect.stringMatching(/^AWAITING/)),
		);
		expect(stage.calls(RESTORE)).toBe(1);
	});

	it('leaves orders alone that are neither held nor cancelled', async () => {
		const result = await stage.orders('restore', chosen(), { items: [{ no: 'NW-10046' }] });
		expect(column(result, 'outcome')).toEqual(['alreadyActive']);
		expect(stage.calls(RESTORE)).toBe(0);
	});

	it('gives two items of one order the same answer', async () => {
		seedOrder(stage, 'HELD', { status: 'ON_HOLD' });
		const result = await stage.orders('restore', chosen(), { items: [{ no: 'HELD' }, { no: 'HELD' }] });
		expect(column(result, 'outcome')).toEqual(['restored', 'restored']);
	});

	it('does not restore twice when the answer is lost', async () => {
		for (const number of ['A', 'B']) seedOrder(stage, number, { status: 'ON_HOLD' });
		stage.control.faults([{ kind: 'lostAnswer', path: '/v1/orders/restore', at: [1] }]);
		const result = await stage.orders('restore', chosen(), { items: [{ no: 'A' }, { no: 'B' }] });
		expect(column(result, 'outcome')).toEqual(['restored', 'restored']);
		expect(stage.calls(RESTORE)).toBe(1);
	});

	it('lets the others through when one order is not there', async () => {
		seedOrder(stage, 'HELD', { status: 'ON_HOLD' });
		const result = await stage.orders('restore', chosen(), {
			items: [{ no: 'NW-404' }, { no: 'HELD' }],
			onError: 'continueErrorOutput',
		});
		expect(result.pairs).toEqual([[1]]);
		expect(failures(result)).toMatchObject([{ no: 'NW-404', error: expect.stringMatching(/NW-404/) }]);
	});

	describe('where the service restores some only (201)', () => {
		const order = (orderId: number, orderStatus: string) => ({ orderId, orderNumber: `N-${orderId}`, orderStatus });
		const byId = { order: { __rl: true, mode: 'id', value: '={{ $json.id }}' } };
		const run = async () =>
			await stage.orders('restore', byId, {
				items: [{ id: 1 }, { id: 2 }],
				credentials: tokenCredential(service.url),
				onError: 'continueErrorOutput',
			});

		it('fails only the orders that it names', async () => {
			service.reply = ({ url }) =>
				url.startsWith('/v1.1/orders')
					? { status: 200, body: [order(1, 'ON_HOLD'), order(2, 'CANCELLED')] }
					: { status: 201, body: { results: [1], errors: [{ index: 2, message: 'Too old', severity: 'CRITICAL' }] } };
			const result = await run();
			expect(column(result, 'orderId')).toEqual(['1']);
			expect(failures(result)).toMatchObject([{ id: 2, error: expect.stringMatching(/Too old/) }]);
		});

		it('looks which ones it was when it names none', async () => {
			let restored = false;
			service.reply = ({ url }) => {
				if (url.startsWith('/v1.1/orders'))
					return { status: 200, body: [order(1, restored ? 'AWAITING_SHIPMENT' : 'ON_HOLD'), order(2, 'CANCELLED')] };
				restored = true;
				return { status: 201, body: { message: 'Some', results: [{}], errors: [] } };
			};
			const result = await run();
			expect(column(result, 'orderId')).toEqual(['1']);
			expect(failures(result)).toMatchObject([{ id: 2, error: expect.stringMatching(/does not show the change/) }]);
		});
	});
});
