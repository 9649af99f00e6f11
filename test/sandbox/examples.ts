import type { Money } from './model/common';

export const usd = (amount: number): Money => ({ amount, currency: 'USD' });

/** A body row of `PUT /v1/order` that the contract accepts; tests change or spoil single fields of it. */
export function goodOrder(change: Record<string, unknown> = {}): Record<string, unknown> {
	return {
		salesChannelId: 1207,
		orderNumber: 'T-1',
		paymentDate: '2025-03-06T08:00:05Z',
		orderTotal: usd(22.5),
		shippingCost: usd(6.5),
		insuranceCost: usd(0),
		insuredValue: usd(0),
		confirmationCost: usd(0),
		shipName: 'Alex Example',
		shipAddress1: '34 Specimen Ave',
		shipCity: 'Toledo',
		shipState: 'OH',
		shipZipCode: '43604',
		shipCountry: 'USA',
		orderItems: [
			{
				listingSku: 'NW-MUG-BLU',
				listingName: 'Blue enamel mug',
				quantityOrdered: 1,
				unitPrice: usd(14.5),
				tax: usd(1.5),
			},
		],
		...change,
	};
}

/** A body of the guide's `POST /api/orders` that it accepts. */
export function goodGuideOrder(change: Record<string, unknown> = {}): Record<string, unknown> {
	return {
		order_number: 'G-1',
		items: [{ sku: 'MUG-BLU-12', quantity: 2 }],
		shipping_address: {
			name: 'Alex Example',
			street1: '34 Specimen Ave',
			city: 'Toledo',
			state: 'OH',
			postal_code: '43604',
			country: 'US',
		},
		...change,
	};
}
