import { decimal, type TrytonClient } from './client';
import type { Seeded } from './seed';

export interface NewSale {
	/** Which of the seeded customers. */
	customer: number;
	carrier?: number;
	lines: Array<{ code: string; quantity: number; price: string }>;
}

/** Makes sales and takes them as far as Tryton goes by itself: shipments wait to be assigned. Gives their numbers. */
export const sell = async (admin: TrytonClient, seeded: Seeded, sales: readonly NewSale[]): Promise<string[]> => {
	const ids = await admin.create(
		'sale.sale',
		...sales.map(({ customer, carrier, lines }) => {
			const { party, address } = seeded.customers[customer % seeded.customers.length] ?? { party: 0, address: 0 };
			return {
				party,
				invoice_address: address,
				shipment_address: address,
				company: seeded.company,
				currency: seeded.currency,
				warehouse: seeded.warehouse,
				carrier: carrier === undefined ? null : seeded.carriers[carrier % seeded.carriers.length],
				shipment_cost_method: 'order',
				shipment_method: 'order',
				// Invoices need a chart of accounts, which has nothing to do with shipping.
				invoice_method: 'manual',
				lines: [
					[
						'create',
						lines.map(({ code, quantity, price }) => ({
							type: 'line',
							product: seeded.products.get(code),
							quantity,
							unit: seeded.unit,
							unit_price: decimal(price),
						})),
					],
				],
			};
		}),
	);
	for (const button of ['quote', 'confirm']) await admin.press('sale.sale', button, ids);
	// Tryton processes a confirmed sale after it has answered.
	await admin.press('sale.sale', 'process', ids);
	const rows = await admin.read('sale.sale', [['id', 'in', ids]], ['number']);
	return rows.map(({ number }) => String(number));
};

/** Sales of several lines to all customers in turn, the same at every run. */
export const someSales = (seeded: Seeded, count: number): NewSale[] => {
	const codes = [...seeded.products.keys()];
	return Array.from({ length: count }, (_, at) => ({
		customer: at,
		carrier: at,
		lines: Array.from({ length: 1 + (at % 3) }, (_line, place) => ({
			code: codes[(at * 3 + place) % codes.length] ?? '',
			quantity: 1 + ((at + place) % 2),
			price: `${4 + at}.${25 + place}`,
		})),
	}));
};
