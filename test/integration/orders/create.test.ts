import { NEWEST } from '../../engine';
import { CONTRACTS } from '../../support/credentials';
import { byId, newOrder, SHOPIFY } from '../../support/parameters';
import { column, failures, hintsBesideAttention, jsons } from '../../support/results';
import { useStage } from '../../support/stage';

const SEND = { live: 'PUT /v1/order', guide: 'POST /api/orders' } as const;

describe.each(NEWEST)('Create, each input item is an order, n8n line %s', (line) => {
	const stage = useStage(line);

	describe.each(CONTRACTS)('%s contract', (contract) => {
		it('puts every order into the books and gives its ID and status', async () => {
			const result = await stage.orders('create', newOrder(), { contract, items: [{ no: 'ERP-1' }, { no: 'ERP-2' }] });
			expect(result).toMatchObject({ status: 'success', pairs: [[0], [1]] });
			expect(hintsBesideAttention(result)).toEqual([]);
			for (const [at, number] of ['ERP-1', 'ERP-2'].entries()) {
				expect(result.items[at]?.json).toEqual({
					outcome: 'created',
					orderId: String(stage.order(number).orderId),
					orderNumber: number,
					status: contract === 'live' ? 'AWAITING_PAYMENT' : 'pending',
					lifecycle: contract === 'live' ? 'awaitingPayment' : 'pending',
					needsAttention: contract === 'live',
				});
			}
		});

		it('takes several lines from the form', async () => {
			const line = [
				{ sku: 'MUG', quantity: 2, unitPrice: '14.50' },
				{ sku: 'POT', quantity: '={{ $json.pots }}', unitPrice: 29 },
			];
			await stage.orders('create', newOrder({ lines: { line } }), { contract, items: [{ no: 'ERP-1', pots: '3' }] });
			expect(stage.order('ERP-1').orderItems).toMatchObject([
				{ listingSku: 'MUG', quantityOrdered: 2, unitPrice: { amount: 14.5 } },
				{ listingSku: 'POT', quantityOrdered: 3, unitPrice: { amount: 29 } },
			]);
		});

		it.each([
			['a list in the item', '={{ $json.lines }}'],
			['JSON text', '={{ JSON.stringify($json.lines) }}'],
		])('takes the lines from %s', async (_, linesJson) => {
			const lines = [
				{ sku: 'MUG', quantity: 2, unitPrice: 14.5, tax: 1.16 },
				{ sku: 'POT', quantity: 1, unitPrice: '1,029.00' },
			];
			await stage.orders('create', newOrder({ linesFrom: 'json', linesJson }), {
				contract,
				items: [{ no: 'ERP-1', lines }],
			});
			expect(stage.order('ERP-1').orderItems).toMatchObject([
				{ listingSku: 'MUG', quantityOrdered: 2, unitPrice: { amount: 14.5 }, tax: { amount: 1.16 } },
				{ listingSku: 'POT', quantityOrdered: 1, unitPrice: { amount: 1029 } },
			]);
		});

		it('reports an order that is there already and sends nothing for it', async () => {
			stage.control.seed({ orders: [{ orderNumber: 'ERP-1', items: [{ sku: 'POT' }] }] });
			const items = [{ no: 'ERP-1' }, { no: 'ERP-10' }];
			const result = await stage.orders('create', newOrder(), { contract, items });
			expect(column(result, 'outcome')).toEqual(['existing', 'created']);
			expect(column(result, 'orderId')[0]).toBe(String(stage.order('ERP-1').orderId));
			expect(stage.order('ERP-1').orderItems).toMatchObject([{ listingSku: 'POT' }]);
			expect(stage.calls(SEND[contract])).toBe(1);
		});

		it('does not take an order whose number begins so for the one that is to be created', async () => {
			stage.control.seed({ orders: [{ orderNumber: 'A-10', items: [{ sku: 'MUG' }] }] });
			const result = await stage.orders('create', newOrder(), { contract, items: [{ no: 'A-1' }] });
			expect(column(result, 'outcome')).toEqual(['created']);
			expect(stage.control.books().ordersByNumber).toMatchObject({ 'A-1': 1, 'A-10': 1 });
		});

		it('creates nothing twice when the run is repeated', async () => {
			const settings = { contract, items: [{ no: 'ERP-1' }, { no: 'ERP-2' }] };
			const first = await stage.orders('create', newOrder(), settings);
			const second = await stage.orders('create', newOrder(), settings);
			expect(column(second, 'outcome')).toEqual(['existing', 'existing']);
			expect(column(second, 'orderId')).toEqual(column(first, 'orderId'));
			expect(stage.control.books()).toMatchObject({ doubled: [], ordersByNumber: { 'ERP-1': 1, 'ERP-2': 1 } });
		});

		it('looks nothing up when told not to', async () => {
			const options = { lookUpFirst: false };
			await stage.orders('create', newOrder({ options }), { contract, items: [{ no: 'ERP-1' }] });
			expect(stage.order('ERP-1')).toMatchObject({ orderItems: [{ listingSku: 'MUG' }] });
			expect(Object.keys(stage.control.requests().byEndpoint).filter((call) => call.startsWith('GET'))).toEqual([]);
		});

		it('takes a number once per run and says which item had it first', async () => {
			const items = [{ no: 'ERP-1' }, { no: 'ERP-2' }, { no: 'ERP-1' }];
			const result = await stage.orders('create', newOrder(), { contract, items, onError: 'continueErrorOutput' });
			expect(column(result, 'orderNumber')).toEqual(['ERP-1', 'ERP-2']);
			expect(result.errorItems).toMatchObject([{ pairedItem: { item: 2 } }]);
			expect(failures(result)[0]?.error).toMatch(/Order Number.*ERP-1.*item 1/);
			expect(failures(result)[0]?.message).toMatch(/An Order Line/);
			expect(stage.control.books().doubled).toEqual([]);
		});

		it('lets the others through when the service refuses one', async () => {
			const items = [
				{ no: 'ERP-1', name: 'Alex Example' },
				{ no: 'ERP-2', name: 'REFUSE ME' },
				{ no: 'ERP-3', name: 'Kim Example' },
			];
			const parameters = newOrder({ recipientName: '={{ $json.name }}' });
			const result = await stage.orders('create', parameters, { contract, items, onError: 'continueErrorOutput' });
			expect(result.pairs).toEqual([[0], [2]]);
			expect(failures(result)).toEqual([
				{ ...items[1], error: expect.stringContaining('ERP-2'), message: expect.any(String), failure: 'refused' },
			]);
			expect(stage.control.books().ordersByNumber).toMatchObject({ 'ERP-1': 1, 'ERP-3': 1 });
			expect(stage.control.orders({ number: 'ERP-2' })).toEqual([]);
		});

		it('sends nothing at all when an item cannot be read and the workflow is to stop', async () => {
			const items = [{ no: 'ERP-1' }, { no: '' }];
			const { error } = await stage.orders('create', newOrder(), { contract, items });
			expect(error?.message).toMatch(/Order Number.*required.*Nothing was sent/);
			expect(stage.control.requests().total).toBe(0);
		});

		it('gives the answer of the service itself with Simplify off', async () => {
			const result = await stage.orders('create', newOrder({ simplify: false }), {
				contract,
				items: [{ no: 'ERP-1' }],
			});
			const { orderId } = stage.order('ERP-1');
			const own = {
				live: { orderId, orderNumber: 'ERP-1', orderStatus: 'AWAITING_PAYMENT' },
				guide: { id: orderId, order_number: 'ERP-1', status: 'pending' },
			};
			expect(jsons(result)).toMatchObject([own[contract]]);
		});
	});

	it('keeps the same number apart in two sales channels', async () => {
		const items = [
			{ no: 'ERP-1', channel: '1207' },
			{ no: 'ERP-1', channel: SHOPIFY },
		];
		const parameters = newOrder({ salesChannel: byId('={{ $json.channel }}') });
		const result = await stage.orders('create', parameters, { items });
		expect(column(result, 'outcome')).toEqual(['created', 'created']);
		expect(stage.control.books()).toMatchObject({ doubled: [], ordersByNumber: { 'ERP-1': 2 } });
	});

	it('sends as many orders per request as the option says', async () => {
		const items = Array.from({ length: 5 }, (_, at) => ({ no: `ERP-${at}` }));
		await stage.orders('create', newOrder({ options: { batchSize: 2 } }), { items });
		expect(stage.calls('PUT /v1/order')).toBe(3);
	});

	it('needs a sales channel for every order, and says so before anything is sent', async () => {
		const parameters = newOrder({ salesChannel: byId('={{ $json.channel }}') });
		const items = [{ no: 'ERP-1', channel: '' }];
		const { error } = await stage.orders('create', parameters, { items });
		expect(error?.message).toMatch(/Sales Channel.*ERP-1|ERP-1.*Sales Channel/);
		expect(error?.description).toMatch(/Choose the channel/);
		expect(stage.control.requests().total).toBe(0);
	});

	it('lets the others through when one order has no sales channel', async () => {
		const parameters = newOrder({ salesChannel: byId('={{ $json.channel }}') });
		const items = [
			{ no: 'ERP-1', channel: '' },
			{ no: 'ERP-2', channel: '1207' },
		];
		const result = await stage.orders('create', parameters, { items, onError: 'continueErrorOutput' });
		expect(result.pairs).toEqual([[1]]);
		expect(failures(result)).toEqual([
			{
				...items[0],
				error: expect.stringMatching(/ERP-1.*Sales Channel|Sales Channel.*ERP-1/),
				message: expect.any(String),
				failure: 'input',
			},
		]);
	});
});
