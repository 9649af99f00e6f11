import Big from 'big.js';
import { z } from 'zod/v4';
import type { Northwind } from '../../../erp/postgres/northwind';
import { MAIN, productsOf, type Shop } from './northwindShop';

/** A line of an order in a form in which both sides can be compared. */
type Line = [sku: string, quantity: number, unitPrice: string, discount: string];

const money = z.object({ amount: z.number() }).transform(({ amount }) => new Big(amount).toFixed(2));
const order = z.object({
	orderItems: z.array(
		z.object({ listingSku: z.string(), quantityOrdered: z.number(), unitPrice: money, discount: money }),
	),
});

const sorted = (lines: Line[]): Line[] => lines.sort(([one], [other]) => one.localeCompare(other));

/** The orders of the ERP by number, each as its only one. */
export const ordersInErp = async (northwind: Northwind): Promise<Record<string, Line[][]>> => {
	const lines = await northwind.rows<{
		number: string;
		sku: string;
		quantity: number;
		price: number;
		discount: number;
	}>(
		`SELECT order_id::text AS number, product_id AS sku, quantity, unit_price::numeric AS price,
		round(unit_price::numeric * quantity::numeric * discount::numeric, 2) AS discount FROM order_details`,
	);
	const byNumber: Record<string, Line[][]> = {};
	for (const { number, sku, quantity, price, discount } of lines) {
		const [own] = (byNumber[number] ??= [[]]);
		own?.push([sku, quantity, new Big(price).toFixed(2), new Big(discount).toFixed(2)]);
	}
	for (const [own = []] of Object.values(byNumber)) sorted(own);
	return byNumber;
};

/** The same orders as Extensiv has them; several with one number if it has them twice. */
export const ordersInExtensiv = ({ sandbox }: Shop, numbers: readonly string[]): Record<string, Line[][]> =>
	Object.fromEntries(
		numbers.map((number) => [
			number,
			z
				.array(order)
				.parse(sandbox.control.orders({ number }))
				.map(({ orderItems }) =>
					sorted(
						orderItems.map(({ listingSku, quantityOrdered, unitPrice, discount }) => [
							listingSku,
							quantityOrdered,
							unitPrice,
							discount,
						]),
					),
				),
		]),
	);

/** Pieces on hand by SKU, as Extensiv has them. */
export const stockInExtensiv = ({ sandbox }: Shop): Record<string, number> =>
	Object.fromEntries(
		sandbox.control
			.books()
			.stock.filter(({ warehouseId }) => warehouseId === MAIN.warehouseId)
			.map(({ sku, onHand }) => [sku, onHand]),
	);

export const stockInErp = async (northwind: Northwind): Promise<Record<string, number>> =>
	Object.fromEntries((await productsOf(northwind)).map(({ sku, onHand }) => [sku, onHand]));
