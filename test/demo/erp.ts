import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod/v4';
import type { SandboxControl } from '../sandbox';

const product = z.object({
	productID: z.string().min(1),
	productName: z.string(),
	unitPrice: z.coerce.number(),
	unitsInStock: z.coerce.number().int(),
});

const line = z.object({
	orderID: z.string().min(1),
	productID: z.string().min(1),
	unitPrice: z.string(),
	quantity: z.coerce.number().int(),
	/** A rate: 0.05 is 5 %. */
	discount: z.string(),
});
export type ErpLine = z.infer<typeof line>;

/** What an ERP folder holds, as far as the demonstration has to know it by itself: the workflow reads the files on its own. */
export interface Erp {
	folder: string;
	/** Every order number of orders.csv. */
	orderNumbers: string[];
	lines: ErpLine[];
	products: Array<z.infer<typeof product>>;
}

const rows = async (folder: string, file: string): Promise<unknown[]> => {
	const text = await readFile(path.join(folder, file), 'utf8');
	// Some ERPs write addresses with a comma and without quotes: such rows have a cell too many.
	return parse(text, { columns: true, bom: true, relax_column_count: true, skip_empty_lines: true });
};

/** Reads an ERP folder. Throws when a file is missing or a row makes no sense. */
export const readErp = async (folder: string): Promise<Erp> => ({
	folder,
	orderNumbers: z
		.array(z.object({ orderID: z.string().min(1) }))
		.parse(await rows(folder, 'orders.csv'))
		.map((order) => order.orderID),
	lines: z.array(line).parse(await rows(folder, 'order-details.csv')),
	products: z.array(product).parse(await rows(folder, 'products.csv')),
});

/** The place the ERP ships from and the channel its orders belong to, as the sandbox knows them. */
export const erpWarehouse = { warehouseId: 5900, name: 'ERP Warehouse' };
export const erpChannel = { salesChannelId: 1900, name: 'ERP' };

/** Tells the sandbox the ERP's warehouse, sales channel, products and stock. Orders are the workflow's business. */
export const seedErp = (control: SandboxControl, { products }: Erp): void => {
	control.seed({ warehouses: [erpWarehouse], salesChannels: [erpChannel] });
	control.seed({ products: products.map(({ productID, productName, unitPrice }) => ({ sku: productID, name: productName, price: unitPrice })) });
	control.seed({
		stock: products.map(({ productID, unitsInStock }) => ({ sku: productID, warehouseId: erpWarehouse.warehouseId, onHand: unitsInStock })),
	});
};
