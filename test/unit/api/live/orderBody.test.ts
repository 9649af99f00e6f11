import { InputProblem } from '../../../../nodes/shared/domain/inputProblem';
import type { NewOrder } from '../../../../nodes/shared/domain/order/order';
import { usePlace } from '../../../support/place';
import { ADDRESS, DIRECT, SHOPIFY, errorAt, newOrder, placed, values } from '../../../support/samples';
import { said } from '../../../support/said';

describe('a new order in the books of the live API', () => {
	const place = usePlace();
	const create = (more: Partial<NewOrder>) =>
		place.manager().orders.create(placed([newOrder('10248', more)]), { lookUpFirst: true });
	const booked = async (more: Partial<NewOrder>): Promise<Record<string, unknown>> => {
		values(await create(more));
		return place.order('10248');
	};

	it('has its address, the country in alpha-3', async () => {
		const shipTo = {
			...ADDRESS,
			company: 'Example Inc.',
			street2: 'Rear',
			country: 'DE',
			state: null,
			email: 'a@example.com',
			phone: '555-0100',
		};
		expect(await booked({ shipTo })).toMatchObject({
			shipName: 'Alex Example',
			shipCompany: 'Example Inc.',
			shipAddress1: '34 Specimen Ave',
			shipAddress2: 'Rear',
			shipCity: 'Toledo',
			shipZipCode: '43604',
			shipCountry: 'DEU',
			shipEmail: 'a@example.com',
			shipPhone: '555-0100',
		});
	});

	it('has its lines with prices, taxes and discounts', async () => {
		const lines = [
			{ sku: 'MUG', name: 'Mug', quantity: 3, unitPrice: 0.1, tax: 0.02, discount: 0.01, notes: 'blue' },
			{ sku: 'POT', name: 'Pot', quantity: 1, unitPrice: 0.2, tax: 0, discount: 0 },
		];
		const { orderItems } = await booked({ lines });
		expect(orderItems).toMatchObject([
			{
				listingSku: 'MUG',
				quantityOrdered: 3,
				unitPrice: { amount: 0.1, currency: 'USD' },
				tax: { amount: 0.02 },
				discount: { amount: 0.01 },
				notes: 'blue',
			},
			{ listingSku: 'POT', quantityOrdered: 1, unitPrice: { amount: 0.2 } },
		]);
	});

	it('has the total that a person would work out, to the cent', async () => {
		const lines = [
			{ sku: 'MUG', name: 'Mug', quantity: 3, unitPrice: 0.1, tax: 0.02, discount: 0.01 },
			{ sku: 'POT', name: 'Pot', quantity: 1, unitPrice: 0.2, tax: 0, discount: 0 },
		];
		const order = await booked({ lines, shippingCost: 3.2, discount: 1.1, currency: 'EUR' });
		expect(order).toMatchObject({
			orderTotal: { amount: 2.61, currency: 'EUR' },
			shippingCost: { amount: 3.2, currency: 'EUR' },
		});
	});

	it('has its details', async () => {
		const order = await booked({
			orderDate: '2026-03-01T10:00:00Z',
			shipByDate: '2026-03-10T10:00:00Z',
			requestedShipping: 'Ground',
			carrier: 'UPS',
			notesToBuyer: 'Thanks',
			notesFromBuyer: 'Ring twice',
			internalNotes: 'VIP',
			gift: true,
			giftMessage: 'Enjoy',
			customField1: 'one',
		});
		expect(order).toMatchObject({
			orderDate: '2026-03-01T10:00:00Z',
			shipByDate: '2026-03-10T10:00:00Z',
			requestedShippingService: 'Ground',
			notesToBuyer: 'Thanks',
			notesFromBuyer: 'Ring twice',
			internalNotes: 'VIP',
			gift: true,
			giftMessage: 'Enjoy',
			customField1: 'one',
		});
	});

	it('of the same number goes into each sales channel', async () => {
		const orders = [newOrder('10248'), newOrder('10248', { salesChannelId: SHOPIFY })];
		expect(
			values(await place.manager().orders.create(placed(orders), { lookUpFirst: true })).map(({ outcome }) => outcome),
		).toEqual(['created', 'created']);
		expect(
			place.control
				.orders({ number: '10248' })
				.map(({ salesChannel }) => String((salesChannel as { salesChannelId: number }).salesChannelId)),
		).toEqual([DIRECT, SHOPIFY]);
	});

	it.each<[what: string, more: Partial<NewOrder>, field: string]>([
		['has no sales channel', { salesChannelId: undefined }, 'Sales Channel'],
		['has a name for a sales channel', { salesChannelId: 'Northwind' }, 'Sales Channel'],
		['goes to the United States without a state', { shipTo: { ...ADDRESS, state: null } }, 'State'],
		['has a recipient too long', { shipTo: { ...ADDRESS, name: 'x'.repeat(101) } }, 'Recipient Name'],
		['has notes too long', { internalNotes: 'x'.repeat(1001) }, 'Internal Notes'],
	])('that %s is refused before anything is sent', async (_what, more, field) => {
		const error = errorAt(await create(more), 0);
		expect(error).toBeInstanceOf(InputProblem);
		expect(said(error)).toMatchObject({ field });
		expect(place.control.requests().total).toBe(0);
	});

	it('that the service refuses says why, in its words, with the field', async () => {
		const error = errorAt(await create({ salesChannelId: '999' }), 0);
		expect(error).toMatchObject({
			facts: {
				kind: 'refused',
				field: 'salesChannelId',
				serviceMessage: expect.stringContaining('no sales channel 999') as string,
			},
		});
	});
});
