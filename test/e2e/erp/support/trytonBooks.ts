import { alpha2ToAlpha3 } from 'i18n-iso-countries';
import { z } from 'zod/v4';
import { type TrytonShop, WAREHOUSE } from './trytonShop';

const money = z.object({ amount: z.number() }).transform(({ amount }) => amount);

const order = z.object({
	shipName: z.string(),
	shipAddress1: z.string(),
	shipCity: z.string(),
	shipZipCode: z.string(),
	shipCountry: z.string(),
	shippingCost: money,
	orderItems: z.array(z.object({ listingSku: z.string(), quantityOrdered: z.number(), unitPrice: money })),
});

/** An order in a form in which both sides can be compared. */
interface Compared {
	to: string[];
	shippingCost: number;
	lines: Array<[sku: string, quantity: number, unitPrice: number]>;
}

const sorted = (lines: Compared['lines']): Compared['lines'] =>
	lines.sort(([one], [other]) => one.localeCompare(other));

/** What Extensiv's books say of orders. */
export const inExtensiv = ({ sandbox }: TrytonShop, numbers: readonly string[]): Record<string, Compared[]> =>
	Object.fromEntries(
		numbers.map((number) => [
			number,
			z
				.array(order)
				.parse(sandbox.control.orders({ number }))
				.map(({ orderItems, ...one }) => ({
					to: [one.shipName, one.shipAddress1, one.shipCity, one.shipZipCode, one.shipCountry],
					shippingCost: one.shippingCost,
					lines: sorted(
						orderItems.map(({ listingSku, quantityOrdered, unitPrice }) => [listingSku, quantityOrdered, unitPrice]),
					),
				})),
		]),
	);

/** What Tryton's books say of the same orders. */
export const inTryton = async (
	{ sales }: TrytonShop,
	numbers: readonly string[],
): Promise<Record<string, Compared[]>> => {
	const booked = await sales();
	return Object.fromEntries(
		numbers.map((number) => {
			const sale = booked.get(number);
			if (!sale) return [number, []];
			return [
				number,
				[
					{
						to: [sale.recipient, sale.street, sale.city, sale.postalCode, alpha2ToAlpha3(sale.country) ?? ''],
						shippingCost: sale.shippingCost,
						lines: sorted(sale.lines.map(({ sku, quantity, unitPrice }) => [sku, quantity, unitPrice])),
					},
				],
			];
		}),
	);
};

/** Pieces on hand by SKU, as Extensiv has them. */
export const stockInExtensiv = ({ sandbox }: TrytonShop): Map<string, number> =>
	new Map(
		sandbox.control
			.books()
			.stock.filter(({ warehouseId }) => warehouseId === WAREHOUSE.warehouseId)
			.map(({ sku, onHand }) => [sku, onHand]),
	);
