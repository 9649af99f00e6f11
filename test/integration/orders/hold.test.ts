import { NEWEST } from '../../engine';
import { chosen, seedOrder } from '../../support/orderActions';
import { column, failures } from '../../support/results';
import { useStage } from '../../support/stage';

const HOLD = 'POST /v1/orders/onhold';
const UNTIL = '2031-05-01T00:00:00Z';

describe.each(NEWEST)('Put an order on hold, n8n line %s', (line) => {
	const stage = useStage(line);
	const parameters = chosen({ holdUntil: UNTIL });

	it('holds it until the date and says which order it was', async () => {
		const result = await stage.orders('hold', parameters, { items: [{ no: 'NW-10046' }] });
		expect(result).toMatchObject({ status: 'success', pairs: [[0]] });
		expect(result.items[0]?.json).toEqual({ orderId: '77120046', orderNumber: 'NW-10046', outcome: 'onHold' });
		expect(stage.order('NW-10046')).toMatchObject({ orderStatus: 'ON_HOLD', holdUntilDate: UNTIL });
	});

	it('takes the date in the time zone of the workflow', async () => {
		await stage.orders('hold', chosen({ holdUntil: '2031-05-01 08:00' }), {
			items: [{ no: 'NW-10046' }],
			timezone: 'Europe/Berlin',
		});
		expect(stage.order('NW-10046')).toMatchObject({ holdUntilDate: '2031-05-01T06:00:00Z' });
	});

	it('makes one call for all orders of a channel with the same date', async () => {
		for (const [number, salesChannelId] of [
			['A', 1207],
			['B', 1207],
			['C', 1210],
		] as const)
			seedOrder(stage, number, { salesChannelId });
		const items = [{ no: 'A' }, { no: 'B' }, { no: 'C' }];
		const result = await stage.orders('hold', parameters, { items });
		expect(column(result, 'outcome')).toEqual(['onHold', 'onHold', 'onHold']);
		expect(
			stage
				.queries('POST', '/v1/orders/onhold')
				.map((query) => query.get('salesChannelId'))
				.sort(),
		).toEqual(['1207', '1210']);
	});

	it('leaves an order alone that is on hold until that date, and moves the date of another', async () => {
		for (const [number, date] of [
			['A', UNTIL],
			['B', '2030-01-01T00:00:00Z'],
		] as const) {
			seedOrder(stage, number, { status: 'ON_HOLD', extra: { holdUntilDate: date } });
		}
		const result = await stage.orders('hold', parameters, { items: [{ no: 'A' }, { no: 'B' }] });
		expect(column(result, 'outcome')).toEqual(['alreadyOnHold', 'onHold']);
		expect(stage.order('B')).toMatchObject({ holdUntilDate: UNTIL });
	});

	it('does not send again what took effect before the answer was lost', async () => {
		stage.control.faults([{ kind: 'lostAnswer', path: '/v1/orders/onhold', at: [1] }]);
		const result = await stage.orders('hold', parameters, { items: [{ no: 'NW-10046' }] });
		expect(column(result, 'outcome')).toEqual(['onHold']);
		expect(stage.calls(HOLD)).toBe(1);
	});

	it('lets the others through when one order is not there or cannot be held', async () => {
		const items = [{ no: 'NW-404' }, { no: 'NW-10045' }, { no: 'NW-10046' }];
		const result = await stage.orders('hold', parameters, { items, onError: 'continueErrorOutput' });
		expect(result.pairs).toEqual([[2]]);
		expect(failures(result)).toMatchObject([
			{ no: 'NW-404', error: expect.stringMatching(/no order with the number NW-404/) },
			{ no: 'NW-10045', error: expect.stringMatching(/NW-10045.*SHIPPED/) },
		]);
	});

	it('needs a date', async () => {
		const { error } = await stage.orders('hold', chosen({ holdUntil: '={{ $json.until }}' }), {
			items: [{ no: 'NW-10046', until: '' }],
		});
		expect(error?.message).toMatch(/Hold Until.*required.*Nothing was sent/);
	});
});
