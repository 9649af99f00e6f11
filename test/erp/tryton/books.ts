import { z } from 'zod/v4';
import type { TrytonClient } from './client';

const amount = z.object({ decimal: z.string() }).transform(({ decimal }) => Number(decimal));
const code = z.object({ code: z.string().nullable() });

const sale = z.object({
	id: z.number(),
	number: z.string(),
	state: z.string(),
	'party.': z.object({ name: z.string() }),
	'shipment_address.': z.object({
		street: z.string(),
		city: z.string(),
		postal_code: z.string(),
		'country.': code,
	}),
	'lines.': z.array(
		z.object({
			quantity: z.number(),
			unit_price: amount,
			shipment_cost: amount.nullable(),
			'product.': code,
		}),
	),
	'shipments.': z.array(z.object({ number: z.string(), state: z.string(), reference: z.string().nullable() })),
});

/** A sale with all that is to arrive in Extensiv, and with its shipments. */
export interface BookedSale {
	state: string;
	recipient: string;
	street: string;
	city: string;
	postalCode: string;
	country: string;
	shippingCost: number;
	lines: Array<{ sku: string; quantity: number; unitPrice: number }>;
	shipments: Array<{ state: string; reference: string | null }>;
}

/** The sales in Tryton's books, by their number. */
export const bookedSales = async (admin: TrytonClient): Promise<Map<string, BookedSale>> => {
	const rows = await admin.read(
		'sale.sale',
		[],
		[
			'number',
			'state',
			'party.name',
			'shipment_address.street',
			'shipment_address.city',
			'shipment_address.postal_code',
			'shipment_address.country.code',
			'lines.quantity',
			'lines.unit_price',
			'lines.shipment_cost',
			'lines.product.code',
			'shipments.number',
			'shipments.state',
			'shipments.reference',
		],
	);
	return new Map(
		z
			.array(sale)
			.parse(rows)
			.map((row) => {
				const address = row['shipment_address.'];
				const goods = row['lines.'].filter((line) => line.shipment_cost === null);
				return [
					row.number,
					{
						state: row.state,
						recipient: row['party.'].name,
						street: address.street,
						city: address.city,
						postalCode: address.postal_code,
						country: address['country.'].code ?? '',
						shippingCost: row['lines.'].reduce(
							(sum, line) => sum + (line.shipment_cost === null ? 0 : line.unit_price),
							0,
						),
						lines: goods.map((line) => ({
							sku: line['product.'].code ?? '',
							quantity: line.quantity,
							unitPrice: line.unit_price,
						})),
						shipments: row['shipments.'].map(({ state, reference }) => ({ state, reference })),
					},
				];
			}),
	);
};

/** Pieces on hand by the code of the product, in a location and all below it. */
export const bookedStock = async (admin: TrytonClient, location: number): Promise<Map<string, number>> => {
	const rows = await admin.readIn<{ code: string; quantity: number }>(
		{ locations: [location] },
		'product.product',
		[
			['type', '=', 'goods'],
			['code', '!=', null],
		],
		['code', 'quantity'],
	);
	return new Map(rows.map(({ code: sku, quantity }) => [sku, quantity]));
};
