import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { joinRows } from '../../workflows/code/join-rows';
import { readFiles } from '../../workflows/code/read-files';
import type { SandboxControl } from '../sandbox';
import { columnHeaders } from './template';

const FILES = ['orders.csv', 'order-details.csv', 'products.csv', 'shippers.csv'];

export interface ErpLine {
	orderID: string;
	productID: string;
	unitPrice: string;
	quantity: string;
	/** A rate: 0.05 is 5 %. */
	discount: string;
}

export interface ErpProduct {
	productID: string;
	productName: string;
	unitsInStock: number;
}

/** What an ERP folder holds, as far as the demonstration has to know it by itself. */
export interface Erp {
	folder: string;
	/** Every order of the files, those without a number by their place; each must end as created, existing or refused. */
	orderNumbers: string[];
	lines: ErpLine[];
	products: ErpProduct[];
}

/** Reads an ERP folder as the workflow does. Throws an Error that names file, line, column and what to do. */
export const readErp = (folder: string): Erp => {
	const given = FILES.filter((file) => existsSync(path.join(folder, file))).map((file) => ({
		name: file,
		bytes: readFileSync(path.join(folder, file)),
	}));
	const rows = readFiles(given, columnHeaders());
	const items = joinRows(rows, {});
	const products = new Map(
		rows.filter(({ file }) => file === 'products').map((row) => [row.cells['productID'], productOf(row)]),
	);
	return {
		folder,
		orderNumbers: [...new Set(items.map(({ orderID }) => orderID))],
		lines: rows.filter(({ file }) => file === 'order-details').map(({ cells }) => cells as unknown as ErpLine),
		products: [...products.values()],
	};
};

/** Pieces in stock; what is no whole number is only the sandbox's business and counts as none. */
const productOf = ({ cells }: { cells: Record<string, string> }): ErpProduct => ({
	productID: cells['productID'] ?? '',
	productName: cells['productName'] || (cells['productID'] ?? ''),
	unitsInStock: /^\d+$/.test(cells['unitsInStock'] ?? '') ? Number(cells['unitsInStock']) : 0,
});

/** The place the ERP ships from and the channel its orders belong to, as the sandbox knows them. */
export const erpWarehouse = { warehouseId: 5900, name: 'ERP Warehouse' };
export const erpChannel = { salesChannelId: 1900, name: 'ERP' };

/** Tells the sandbox the ERP's warehouse, sales channel, products and stock. Orders are the workflow's business. */
export const seedErp = (control: SandboxControl, { products }: Erp): void => {
	control.seed({ warehouses: [erpWarehouse], salesChannels: [erpChannel] });
	control.seed({ products: products.map(({ productID, productName }) => ({ sku: productID, name: productName })) });
	control.seed({
		stock: products.map(({ productID, unitsInStock }) => ({
			sku: productID,
			warehouseId: erpWarehouse.warehouseId,
			onHand: unitsInStock,
		})),
	});
};
