import { InputProblem } from '../../../../nodes/shared/domain/inputProblem';
import type { OrderChange } from '../../../../nodes/shared/domain/order/order';
import { usePlace } from '../../../support/place';
import {
	COLUMBUS,
	DIRECT,
	RENO,
	SHOPIFY,
	errorAt,
	failed,
	newOrders,
	numbers,
	placed,
	summary,
	values,
	succeeded,
} from '../../../support/samples';

const NOTHING: Pick<OrderChange, 'shipTo' | 'details'> = { shipTo: {}, details: {} };

describe('changing orders (live)', () => {
	const place = usePlace();
	beforeEach(
		async () => void values(await place.manager().orders.create(newOrders(['A', 'B', 'C']), { lookUpFirst: false })),
	);

	const key = (orderNumber: string) => ({ orderNumber, salesChannelId: DIRECT });
	const update = (changes: OrderChange[]) => place.manager().orders.update(placed(changes));
	const UPDATE = 'POST /v1.1/orders';
	const NOTES = 'POST /v1/orders/notes';

	it('touches what is given and nothing else', async () => {
		values(await update([{ ...NOTHING, key: key('A'), shipTo: { city: 'Erie', country: 'FR' } }]));
		expect(place.order('A')).toMatchObject({
			shipCity: 'Erie',
			shipCountry: 'FRA',
			shipName: 'Alex Example',
			shipZipCode: '43604',
		});
	});

	it('says which order it was, by number or by id', async () => {
		const orderId = String(place.order('B').orderId);
		const receipts = values(
			await update([
				{ ...NOTHING, key: key('A'), shipTo: { city: 'Erie' } },
				{ ...NOTHING, key: { orderId }, shipTo: { city: 'Reno' } },
			]),
		);
		expect(receipts).toMatchObject([
			{ orderNumber: 'A', outcome: 'updated' },
			{ orderId, outcome: 'updated' },
		]);
	});

	it('sets details, warehouse and carrier', async () => {
		values(
			await update([
				{
					key: key('A'),
					shipTo: {},
					details: { internalNotes: 'VIP', gift: true, shipByDate: '2026-04-01T00:00:00Z', carrier: 'UPS' },
					warehouseId: RENO,
				},
			]),
		);
		expect(place.order('A')).toMatchObject({
			internalNotes: 'VIP',
			gift: true,
			shipByDate: '2026-04-01T00:00:00Z',
			fulfillmentSource: { warehouseId: Number(RENO) },
			shipMethod: { shippingCarrier: 'UPS' },
		});
	});

	it('sends many in few calls', async () => {
		const many = numbers(120).map((number) => `N-${number}`);
		values(await place.manager().orders.create(newOrders(many), { lookUpFirst: false }));
		values(await update(many.map((number) => ({ ...NOTHING, key: key(number), shipTo: { city: 'Erie' } }))));
		expect(place.calls(UPDATE)).toBe(3);
		expect(many.every((number) => place.order(number).shipCity === 'Erie')).toBe(true);
	});

	it('sets the notes to and from buyers, which need a call of their own', async () => {
		values(
			await update([{ ...NOTHING, key: key('A'), details: { notesToBuyer: 'Thanks', notesFromBuyer: 'Ring twice' } }]),
		);
		expect(place.order('A')).toMatchObject({ notesToBuyer: 'Thanks', notesFromBuyer: 'Ring twice' });
		expect([place.calls(UPDATE), place.calls(NOTES)]).toEqual([0, 1]);
	});

	it('sets notes and the rest of one order together, with one outcome', async () => {
		const receipts = values(
			await update([{ key: key('A'), shipTo: { city: 'Erie' }, details: { notesToBuyer: 'Thanks' } }]),
		);
		expect(receipts).toHaveLength(1);
		expect(place.order('A')).toMatchObject({ shipCity: 'Erie', notesToBuyer: 'Thanks' });
	});

	it('fails for the orders that are not there or closed, and changes the others', async () => {
		const shipped = { orderNumber: 'NW-10045', salesChannelId: DIRECT };
		const outcomes = await update(
			['A', 'NO-SUCH', 'B']
				.map((number) => ({ ...NOTHING, key: key(number), shipTo: { city: 'Erie' } }))
				.concat([{ ...NOTHING, key: shipped, shipTo: { city: 'Erie' } }]),
		);
		expect(succeeded(outcomes)).toEqual([0, 2]);
		expect(errorAt(outcomes, 1).message).toContain('no order NO-SUCH');
		expect(errorAt(outcomes, 3).message).toContain('SHIPPED and cannot be changed');
	});

	it('sets no notes where the rest was refused', async () => {
		const outcomes = await update([
			{
				key: { orderNumber: 'NW-10045', salesChannelId: DIRECT },
				shipTo: { city: 'Erie' },
				details: { notesToBuyer: 'Thanks' },
			},
		]);
		expect(outcomes).toEqual([expect.objectContaining({ index: 0, ok: false })]);
		expect(place.calls(NOTES)).toBe(0);
	});

	it('says that the order of the notes is not there', async () => {
		const outcomes = await update([{ ...NOTHING, key: key('NO-SUCH'), details: { notesToBuyer: 'Thanks' } }]);
		expect(summary(outcomes, () => '')).toEqual([expect.stringContaining('no order with the number NO-SUCH')]);
	});

	it.each(['lostAnswer', 'reset', '500', 'truncated', '429'] as const)(
		'comes to the same under trouble on every second call (%s)',
		async (kind) => {
			place.control.faults([{ kind, every: 2 }]);
			const changes = ['A', 'B', 'C'].map((number) => ({
				key: key(number),
				shipTo: { city: 'Erie' },
				details: { notesToBuyer: 'Thanks' },
			}));
			expect(values(await update(changes)).map(({ outcome }) => outcome)).toEqual(['updated', 'updated', 'updated']);
			for (const number of ['A', 'B', 'C'])
				expect(place.order(number)).toMatchObject({ shipCity: 'Erie', notesToBuyer: 'Thanks' });
			expect(place.struck).toBeGreaterThan(0);
		},
	);

	it('does not guess which order is meant when a number is in two channels', async () => {
		values(await place.manager().orders.create(newOrders(['A'], { salesChannelId: SHOPIFY }), { lookUpFirst: false }));
		expect(failed(await update([{ ...NOTHING, key: { orderNumber: 'A' }, shipTo: { city: 'Erie' } }]))).toEqual([0]);
		expect(place.control.orders({ number: 'A' }).map(({ shipCity }) => shipCity)).toEqual(['Toledo', 'Toledo']);
	});

	it('refuses an address in the United States without a state', async () => {
		expect(
			errorAt(await update([{ ...NOTHING, key: key('A'), shipTo: { country: 'US', state: '' } }]), 0),
		).toMatchObject({ facts: { field: 'state', problem: 'neededInCountry' } });
	});

	describe('reports what the live API has no place for', () => {
		it('the requested shipping', async () => {
			const [receipt] = values(
				await update([{ key: key('A'), shipTo: { city: 'Erie' }, details: { requestedShipping: 'Express' } }]),
			);
			expect(receipt?.notSent).toEqual(['requestedShipping']);
			expect(place.order('A')).toMatchObject({ shipCity: 'Erie' });
		});

		it('the email address: the rest is changed', async () => {
			const outcomes = await update([
				{ ...NOTHING, key: key('A'), shipTo: { city: 'Erie', email: 'new@example.com' } },
			]);
			expect(summary(outcomes, ({ notSent }) => notSent)).toEqual([['email']]);
			expect(place.order('A')).toMatchObject({ shipCity: 'Erie' });
		});

		it('an amount paid without a currency', async () => {
			const outcomes = await update([{ key: key('A'), shipTo: { city: 'Erie' }, details: { amountPaid: 5 } }]);
			expect(summary(outcomes, ({ notSent }) => notSent)).toEqual([['amountPaid']]);
		});

		it.each(['orderDate', 'holdUntilDate', 'requestedShipping'] as const)(
			'%s alone: an error, because nothing would change',
			async (field) => {
				const outcomes = await update([
					{ ...NOTHING, key: key('A'), details: { [field]: '2026-04-01T00:00:00Z' } },
					{ ...NOTHING, key: key('B'), shipTo: { city: 'Erie' } },
				]);
				expect(outcomes.map(({ index }) => index).sort()).toEqual([0, 1]);
				expect(errorAt(outcomes, 0)).toBeInstanceOf(InputProblem);
				expect(place.order('B')).toMatchObject({ shipCity: 'Erie' });
			},
		);
	});

	it('keeps the warehouse when it is not given', async () => {
		const before = place.order('A').fulfillmentSource;
		values(await update([{ ...NOTHING, key: key('A'), shipTo: { city: 'Erie' } }]));
		expect(place.order('A').fulfillmentSource).toEqual(before);
		expect(before).toMatchObject({ warehouseId: Number(COLUMBUS) });
	});
});
