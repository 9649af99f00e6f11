import { NEWEST } from '../../engine';
import { CONTRACTS } from '../../support/credentials';
import { ADDRESS, byId, DIRECT, newOrder, newOrderLine } from '../../support/parameters';
import { column, failures, hintsBesideAttention, jsons } from '../../support/results';
import { useStage } from '../../support/stage';

const CREATE = { live: 'PUT /v1/order', guide: 'POST /api/orders' } as const;
const UPDATE = { live: 'POST /v1.1/orders', guide: 'PUT /api/orders/{id}' } as const;

describe.each(NEWEST)('Create or update an order, n8n line %s', (line) => {
	const stage = useStage(line);

	describe.each(CONTRACTS)('%s contract', (contract) => {
		const parameters = newOrder({ city: '={{ $json.city }}' });

		it('creates what is missing and changes what is there', async () => {
			stage.control.seed({ orders: [{ orderNumber: 'ERP-1', items: [{ sku: 'MUG', unitPrice: 14.5 }] }] });
			const items = [
				{ no: 'ERP-1', city: 'Troy' },
				{ no: 'ERP-2', city: 'Albany' },
			];
			const result = await stage.orders('upsert', parameters, { contract, items });
			expect(result).toMatchObject({ status: 'success', pairs: [[0], [1]] });
			expect(hintsBesideAttention(result)).toEqual([]);
			expect(jsons(result)).toMatchObject([
				{ outcome: 'updated', orderNumber: 'ERP-1', orderId: String(stage.order('ERP-1').orderId) },
				{ outcome: 'created', orderNumber: 'ERP-2', orderId: String(stage.order('ERP-2').orderId) },
			]);
			expect(stage.order('ERP-1')).toMatchObject({ shipCity: 'Troy', shipName: 'Alex Example' });
			expect([stage.calls(CREATE[contract]), stage.calls(UPDATE[contract])]).toEqual([1, 1]);
		});

		it('creates nothing twice when the run is repeated', async () => {
			const settings = {
				contract,
				items: [
					{ no: 'ERP-1', city: 'Troy' },
					{ no: 'ERP-2', city: 'Troy' },
				],
			};
			const first = await stage.orders('upsert', parameters, settings);
			const second = await stage.orders('upsert', parameters, settings);
			expect(column(second, 'outcome')).toEqual(['updated', 'updated']);
			expect(column(second, 'orderId')).toEqual(column(first, 'orderId'));
			expect(stage.control.books()).toMatchObject({ doubled: [], ordersByNumber: { 'ERP-1': 1, 'ERP-2': 1 } });
		});

		it.each(['lostAnswer', '500', 'reset'] as const)(
			'creates nothing twice after trouble of the kind %s',
			async (kind) => {
				stage.control.faults([
					{
						kind,
						method: contract === 'live' ? 'PUT' : 'POST',
						path: contract === 'live' ? '/v1/order' : '/api/orders',
						at: [1],
					},
				]);
				const items = [
					{ no: 'ERP-1', city: 'Troy' },
					{ no: 'ERP-2', city: 'Troy' },
				];
				const result = await stage.orders('upsert', parameters, { contract, items });
				expect(column(result, 'outcome')).toEqual(['created', 'created']);
				expect(stage.control.books()).toMatchObject({ doubled: [], ordersByNumber: { 'ERP-1': 1, 'ERP-2': 1 } });
			},
		);

		it('needs of an order that is there no more than what shall change', async () => {
			stage.control.seed({ orders: [{ orderNumber: 'ERP-1' }] });
			const bare = { orderNumber: '={{ $json.no }}', salesChannel: byId(DIRECT), city: 'Troy' };
			const items = [{ no: 'ERP-1' }, { no: 'ERP-2' }];
			const result = await stage.orders('upsert', bare, { contract, items, onError: 'continueErrorOutput' });
			expect(column(result, 'outcome')).toEqual(['updated']);
			expect(stage.order('ERP-1')).toMatchObject({ shipCity: 'Troy', shipName: 'Jordan Sample' });
			expect(failures(result)).toMatchObject([
				{ no: 'ERP-2', error: expect.stringMatching(/ERP-2.*Recipient Name.*required/) },
			]);
		});

		it('leaves an order alone when nothing is given that can be changed', async () => {
			stage.control.seed({ orders: [{ orderNumber: 'ERP-1' }] });
			const result = await stage.orders('upsert', { orderNumber: 'ERP-1', salesChannel: byId(DIRECT) }, { contract });
			expect(jsons(result)).toMatchObject([
				{ outcome: 'existing', orderNumber: 'ERP-1', orderId: String(stage.order('ERP-1').orderId) },
			]);
			expect(stage.calls(UPDATE[contract])).toBe(0);
		});

		it('takes a number once per run', async () => {
			const items = [
				{ no: 'ERP-1', city: 'Troy' },
				{ no: 'ERP-1', city: 'Erie' },
			];
			const result = await stage.orders('upsert', parameters, { contract, items, onError: 'continueErrorOutput' });
			expect(result.pairs).toEqual([[0]]);
			expect(failures(result)).toMatchObject([{ error: expect.stringMatching(/ERP-1 twice/) }]);
		});

		it('makes one order of its lines', async () => {
			const items = [
				{ no: 'ERP-1', sku: 'MUG', quantity: 2 },
				{ no: 'ERP-1', sku: 'POT', quantity: 1 },
			];
			const result = await stage.orders('upsert', newOrderLine(), { contract, items });
			expect(result.pairs).toEqual([[0, 1]]);
			expect(stage.order('ERP-1').orderItems).toMatchObject([
				{ listingSku: 'MUG', quantityOrdered: 2 },
				{ listingSku: 'POT' },
			]);
		});

		it('does not guess which of several orders with one number is meant', async () => {
			stage.control.seed({ orders: [{ orderNumber: 'TWICE' }, { orderNumber: 'TWICE' }] });
			const { error } = await stage.orders('upsert', parameters, { contract, items: [{ no: 'TWICE', city: 'Troy' }] });
			expect(error?.message).toMatch(/orders.*TWICE/);
			expect([stage.calls(CREATE[contract]), stage.calls(UPDATE[contract])]).toEqual([0, 0]);
		});

		it('says what differs and cannot be changed any more', async () => {
			stage.control.seed({ orders: [{ orderNumber: 'ERP-1', items: [{ sku: 'POT', unitPrice: 3 }] }] });
			const result = await stage.orders('upsert', parameters, { contract, items: [{ no: 'ERP-1', city: 'Troy' }] });
			expect(jsons(result)).toMatchObject([{ outcome: 'updated', notSent: ['lines'] }]);
			expect(result.hints).toMatchObject([expect.stringMatching(/lines/)]);
		});
	});

	it('looks all numbers up with as few calls as they fit in, and changes them in batches', async () => {
		const items = Array.from({ length: 120 }, (_, at) => ({ no: `ERP-${at}` }));
		stage.control.seed({ orders: items.slice(0, 60).map(({ no }) => ({ orderNumber: no })) });
		const result = await stage.orders('upsert', newOrder(), { items });
		expect(column(result, 'outcome')).toEqual(items.map((_, at) => (at < 60 ? 'updated' : 'created')));
		expect([stage.calls('PUT /v1/order'), stage.calls('POST /v1.1/orders')]).toEqual([2, 2]);
		// Two for the look-up, one to see what was created, one for the statuses afterwards.
		expect(stage.calls('GET /v1.1/orders')).toBe(4);
	});

	it('lets the others through when the service refuses a change or a creation', async () => {
		stage.control.seed({ orders: [{ orderNumber: 'SHIPPED', status: 'SHIPPED' }, { orderNumber: 'OPEN' }] });
		const items = [
			{ no: 'SHIPPED', name: 'Alex Example' },
			{ no: 'OPEN', name: 'Alex Example' },
			{ no: 'BAD', name: 'REFUSE ME' },
			{ no: 'GOOD', name: 'Alex Example' },
		];
		const result = await stage.orders('upsert', newOrder({ recipientName: '={{ $json.name }}' }), {
			items,
			onError: 'continueErrorOutput',
		});
		expect(column(result, 'outcome')).toEqual(['updated', 'created']);
		expect(failures(result)).toMatchObject([
			{ no: 'SHIPPED', error: expect.stringMatching(/SHIPPED/) },
			{ no: 'BAD', error: expect.stringMatching(/BAD/) },
		]);
	});

	it('moves an unpaid order on by its payment date, and tells the new status', async () => {
		stage.control.seed({ orders: [{ orderNumber: 'ERP-1', paid: false, items: [{ sku: 'MUG' }] }] });
		const additionalFields = {
			paymentDate: '2026-01-05',
			amountPaid: 14.5,
			internalNotes: 'Paid',
			notesToBuyer: 'Thanks',
			deliveryConfirmation: 'signature',
			weight: 9,
		};
		const result = await stage.orders('upsert', newOrder({ additionalFields }), { items: [{ no: 'ERP-1' }] });
		expect(jsons(result)).toMatchObject([{ outcome: 'updated', lifecycle: 'pending' }]);
		expect(stage.order('ERP-1')).toMatchObject({
			amountPaid: { amount: 14.5, currency: 'USD' },
			internalNotes: 'Paid',
			notesToBuyer: 'Thanks',
			deliveryConfirmation: 'SIGNATURE_CONFIRMATION',
			weight: 9,
		});
	});

	it('needs a sales channel, and says so before anything is sent', async () => {
		const salesChannel = byId('={{ $json.channel }}');
		const { error } = await stage.orders(
			'upsert',
			{ orderNumber: 'ERP-1', ...ADDRESS, salesChannel },
			{ items: [{ channel: '' }] },
		);
		expect(error?.message).toMatch(/Sales Channel.*ERP-1/);
		expect(stage.control.requests().total).toBe(0);
	});
});
