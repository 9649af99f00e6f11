import { NEWEST } from '../../engine';
import { chosen } from '../../support/orderActions';
import { column, failures } from '../../support/results';
import { useStage } from '../../support/stage';

const NUMBER = 'NW-10046';
const SPLIT = 'POST /v1/order/{orderId}/split';

describe.each(NEWEST)('Split an order, n8n line %s', (line) => {
	const stage = useStage(line);
	const piece = (sku: string, quantity: number, newOrder = 1) => ({ newOrder, sku, quantity });
	const parameters = chosen({ parts: { piece: [piece('NW-MUG-BLU', 1)] } });

	it('moves the pieces into a new order and names it', async () => {
		const result = await stage.orders('split', parameters, { items: [{ no: NUMBER }] });
		const [made] = stage.control.orders({ number: `${NUMBER}-2` });
		expect(result).toMatchObject({ status: 'success', pairs: [[0]] });
		expect(result.items[0]?.json).toEqual({
			outcome: 'split',
			orderId: '77120046',
			orderNumber: NUMBER,
			newOrderIds: [String(made?.orderId)],
		});
		expect(made?.orderItems).toMatchObject([{ listingSku: 'NW-MUG-BLU', quantityOrdered: 1 }]);
		expect(stage.order(NUMBER).orderItems).toMatchObject([{ quantityOrdered: 1 }, { quantityOrdered: 1 }]);
	});

	it('makes as many new orders as there are numbers', async () => {
		const parts = { piece: [piece('NW-MUG-BLU', 1), piece('NW-MUG-BLU', 1, 2)] };
		const result = await stage.orders('split', chosen({ parts }), { items: [{ no: NUMBER }] });
		expect(result.items[0]?.json.newOrderIds).toHaveLength(2);
	});

	it('takes amounts from JSON, in the currency of the order', async () => {
		const partsJson = JSON.stringify([
			{ lines: [{ sku: 'NW-MUG-BLU', quantity: 1 }], shippingCost: '4.50', orderTotal: 19, weight: 9 },
		]);
		await stage.orders('split', chosen({ partsFrom: 'json', partsJson }), { items: [{ no: NUMBER }] });
		expect(stage.control.orders({ number: `${NUMBER}-2` })).toMatchObject([
			{ shippingCost: { amount: 4.5, currency: 'USD' }, orderTotal: { amount: 19 }, weight: 9 },
		]);
	});

	it('splits once, even when the answer is lost', async () => {
		stage.control.faults([{ kind: 'lostAnswer', path: '/v1/order/{orderId}/split', at: [1] }]);
		const result = await stage.orders('split', parameters, { items: [{ no: NUMBER }] });
		expect(column(result, 'newOrderIds')).toMatchObject([[expect.any(String)]]);
		expect(stage.calls(SPLIT)).toBe(1);
		expect(stage.control.orders({ number: `${NUMBER}-2` })).toHaveLength(1);
	});

	it('says so when nobody knows whether it was split, and does not try again', async () => {
		stage.control.faults([{ kind: 'reset', path: '/v1/order/{orderId}/split' }]);
		const { error } = await stage.orders('split', parameters, { items: [{ no: NUMBER }] });
		expect(error?.message).toMatch(/not known/);
		expect(stage.calls(SPLIT)).toBe(1);
	});

	it('takes an order once per run', async () => {
		const result = await stage.orders('split', parameters, {
			items: [{ no: NUMBER }, { no: NUMBER }],
			onError: 'continueErrorOutput',
		});
		expect(result.pairs).toEqual([[0]]);
		expect(failures(result)).toMatchObject([{ error: expect.stringMatching(/order NW-10046 twice/) }]);
	});

	it('lets the others through when the service refuses one', async () => {
		const items = [{ no: 'NW-10045' }, { no: NUMBER }];
		const result = await stage.orders('split', parameters, { items, onError: 'continueErrorOutput' });
		expect(result.pairs).toEqual([[1]]);
		expect(failures(result)).toMatchObject([{ no: 'NW-10045', error: expect.stringMatching(/NW-10045.*SHIPPED/) }]);
	});

	it.each([
		['no SKU', { parts: { piece: [piece('', 1)] } }, /SKU of piece 1/],
		['no pieces', { parts: {} }, /There are no pieces to split off/],
		['no JSON', { partsFrom: 'json', partsJson: 'one mug' }, /New Orders \(JSON\)/],
	])('says what is wrong: %s', async (_, more, message) => {
		const { error } = await stage.orders('split', chosen(more), { items: [{ no: NUMBER }] });
		expect(error?.message).toMatch(message);
		expect(stage.control.requests().total).toBe(0);
	});
});
