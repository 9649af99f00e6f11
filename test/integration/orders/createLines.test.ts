import type { IDataObject } from 'n8n-workflow';
import { NEWEST } from '../../engine';
import { CONTRACTS } from '../../support/credentials';
import { byId, DIRECT, newOrderLine, SHOPIFY } from '../../support/parameters';
import { column, failures } from '../../support/results';
import { useStage } from '../../support/stage';

const row = (no: string, sku: string, quantity: number | string = 1, more: IDataObject = {}): IDataObject => ({
	no,
	sku,
	quantity,
	...more,
});

describe.each(NEWEST)('Create, each input item is an order line, n8n line %s', (line) => {
	const stage = useStage(line);

	describe.each(CONTRACTS)('%s contract', (contract) => {
		it('makes one order of the lines with one number, linked to all of their items', async () => {
			const items = [row('ERP-1', 'MUG', 2), row('ERP-2', 'MUG'), row('ERP-1', 'POT', '3')];
			const result = await stage.orders('create', newOrderLine(), { contract, items });
			expect(column(result, 'orderNumber')).toEqual(['ERP-1', 'ERP-2']);
			expect(result.pairs).toEqual([[0, 2], [1]]);
			expect(stage.order('ERP-1').orderItems).toMatchObject([
				{ listingSku: 'MUG', quantityOrdered: 2 },
				{ listingSku: 'POT', quantityOrdered: 3 },
			]);
			expect(stage.order('ERP-2').orderItems).toHaveLength(1);
		});

		it('takes address and dates from the first line that has them, as many exports leave them empty in the lines that follow', async () => {
			const items = [
				row('ERP-1', 'MUG', 1, { city: 'Troy', name: '' }),
				row('ERP-1', 'POT', 1, { city: '', name: 'Kim' }),
				row('ERP-1', 'POT', 1, { city: ' ' }),
			];
			const result = await stage.orders(
				'create',
				newOrderLine({ city: '={{ $json.city }}', recipientName: '={{ $json.name }}' }),
				{ contract, items },
			);
			expect(result.pairs).toEqual([[0, 1, 2]]);
			expect(stage.order('ERP-1')).toMatchObject({ shipCity: 'Troy', shipName: 'Kim' });
			expect(stage.order('ERP-1').orderItems).toHaveLength(3);
		});

		it.each([
			[12, 14.3, '0.05', 8.58],
			[15, '14.70', 0.15, 33.08],
			[3, 1, '0', 0],
			[1, 9.99, 1, 9.99],
		])(
			'takes the discount of a line as a rate: %d pieces at %s with %s are %d less',
			async (quantity, price, rate, amount) => {
				const lines = { line: [{ sku: 'MUG', quantity, unitPrice: price, discount: '={{ $json.rate }}' }] };
				const result = await stage.orders('create', newOrderLine({ lines, options: { discountIs: 'fraction' } }), {
					contract,
					items: [row('ERP-1', 'MUG', 1, { rate })],
				});
				if (contract === 'live') expect(stage.order('ERP-1').orderItems).toMatchObject([{ discount: { amount } }]);
				else expect(column(result, 'notSent')).toEqual([amount === 0 ? undefined : ['lines.discount']]);
			},
		);

		it.each([
			['15', /Discount: /],
			['-0.1', /Discount: /],
		])('refuses %s as a fraction', async (discount, message) => {
			const lines = { line: [{ sku: 'MUG', quantity: 1, unitPrice: 10, discount }] };
			const parameters = newOrderLine({ lines, options: { discountIs: 'fraction' } });
			const result = await stage.orders('create', parameters, {
				contract,
				items: [row('ERP-1', 'MUG')],
				onError: 'continueErrorOutput',
			});
			expect(failures(result)).toMatchObject([
				{ error: expect.stringMatching(message), message: expect.stringMatching(/\w/) },
			]);
		});

		it('keeps a product that comes twice as two lines', async () => {
			const items = [row('ERP-1', 'MUG', 2), row('ERP-1', 'MUG', 5)];
			await stage.orders('create', newOrderLine(), { contract, items });
			expect(stage.order('ERP-1').orderItems).toMatchObject([{ quantityOrdered: 2 }, { quantityOrdered: 5 }]);
		});

		it.each([
			['first', 0],
			['middle', 1],
			['last', 2],
		])('keeps the whole order back when its %s line is spoilt', async (_, broken) => {
			const items = [row('ERP-1', 'MUG'), row('ERP-1', 'POT'), row('ERP-1', 'MUG-XL'), row('ERP-2', 'MUG')];
			items[broken] = row('ERP-1', 'MUG', 'two');
			const result = await stage.orders('create', newOrderLine(), { contract, items, onError: 'continueErrorOutput' });
			expect(result.pairs).toEqual([[3]]);
			expect(stage.control.orders({ number: 'ERP-1' })).toEqual([]);
			expect(result.errorItems.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
			for (const [at, failure] of failures(result).entries()) {
				expect(failure).toMatchObject(items[at] ?? {});
				expect(failure.error).toMatch(/ERP-1.*Quantity.*two/);
			}
		});

		it('gives back every line of an order with two spoilt lines, each once', async () => {
			const items = [row('ERP-1', 'MUG', 'two'), row('ERP-1', 'POT'), row('ERP-1', '', 1)];
			const result = await stage.orders('create', newOrderLine(), { contract, items, onError: 'continueErrorOutput' });
			expect(result.items).toEqual([]);
			expect(result.errorItems.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		});

		it('gives back every line of an order that the service refuses', async () => {
			const items = [
				row('ERP-1', 'MUG', 1, { name: 'REFUSE ME' }),
				row('ERP-2', 'MUG', 1, { name: 'Kim' }),
				row('ERP-1', 'POT'),
			];
			const parameters = newOrderLine({ recipientName: '={{ $json.name ?? "Alex" }}' });
			const result = await stage.orders('create', parameters, { contract, items, onError: 'continueErrorOutput' });
			expect(result.pairs).toEqual([[1]]);
			expect(failures(result)).toMatchObject([items[0], items[2]]);
			expect(result.errorItems.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
		});

		it('reports an order that is there already once, for all of its lines', async () => {
			stage.control.seed({ orders: [{ orderNumber: 'ERP-1', items: [{ sku: 'POT' }] }] });
			const items = [row('ERP-1', 'MUG'), row('ERP-1', 'POT')];
			const result = await stage.orders('create', newOrderLine(), { contract, items });
			expect(column(result, 'outcome')).toEqual(['existing']);
			expect(result.pairs).toEqual([[0, 1]]);
			expect(stage.order('ERP-1').orderItems).toHaveLength(1);
		});

		it('names order, field and item when the workflow is to stop, and sends nothing', async () => {
			const items = [row('ERP-1', 'MUG'), row('ERP-1', 'POT', 0)];
			const { error } = await stage.orders('create', newOrderLine(), { contract, items });
			expect(error).toMatchObject({
				message: expect.stringMatching(/ERP-1.*Quantity.*0.*Nothing was sent/),
				context: { itemIndex: 1 },
			});
			expect(stage.control.requests().total).toBe(0);
		});
	});

	it('leaves no line out of an order of 5,000, and adds them up exactly', async () => {
		const items = Array.from({ length: 5_000 }, (_, at) => row('BIG', at % 2 ? 'MUG' : 'POT'));
		const lines = { line: [{ sku: '={{ $json.sku }}', quantity: 1, unitPrice: 1.11 }] };
		const result = await stage.orders('create', newOrderLine({ lines }), { items });
		expect(result.pairs).toEqual([items.map((_, at) => at)]);
		expect(stage.order('BIG')).toMatchObject({ orderTotal: { amount: 5_550 } });
		expect(stage.order('BIG').orderItems).toHaveLength(items.length);
	});

	it('keeps lines with the same number apart by their sales channel', async () => {
		const items = [row('ERP-1', 'MUG', 1, { channel: DIRECT }), row('ERP-1', 'POT', 1, { channel: SHOPIFY })];
		const parameters = newOrderLine({ salesChannel: byId('={{ $json.channel }}') });
		const result = await stage.orders('create', parameters, { items });
		expect(result.pairs).toEqual([[0], [1]]);
		expect(stage.control.orders({ number: 'ERP-1' })).toMatchObject([
			{ salesChannel: { salesChannelId: 1207 }, orderItems: [{ listingSku: 'MUG' }] },
			{ salesChannel: { salesChannelId: 1210 }, orderItems: [{ listingSku: 'POT' }] },
		]);
	});
});
