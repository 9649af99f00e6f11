import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectFolder } from '../../host';

/** An ERP's files, and what they are. */
export interface ErpFolder {
	folder: string;
	what: string;
}

const NORTHWIND = path.join(projectFolder, '..', 'shared', 'data', 'northwind');
/** The sizes of Northwind. */
const [ORDERS, LINES, PRODUCTS] = [830, 2_155, 77];

const csv = (header: string, rows: ReadonlyArray<ReadonlyArray<string | number>>): string =>
	`${[header, ...rows.map((row) => row.join(','))].join('\n')}\n`;

const upTo = <Row>(count: number, row: (at: number) => Row): Row[] => Array.from({ length: count }, (_, at) => row(at));

const day = (at: number): string => new Date(Date.UTC(2026, 0, 1 + (at % 180))).toISOString().slice(0, 10);

const orderRow = (at: number): Array<string | number> => {
	const to = [`Customer ${at % 90}`, `${at} Test Street`, 'Albany', 'NY', '12207', 'USA'];
	return [10_000 + at, 'TEST', 1, day(at), day(at + 28), 'NULL', 1 + (at % 3), 6.5, ...to];
};

/** Files of Northwind's sizes, for those who do not have the tables themselves. */
const writeFiles = async (folder: string): Promise<void> => {
	const files = {
		'orders.csv': csv(
			'orderID,customerID,employeeID,orderDate,requiredDate,shippedDate,shipVia,freight,' +
				'shipName,shipAddress,shipCity,shipRegion,shipPostalCode,shipCountry',
			upTo(ORDERS, orderRow),
		),
		'order-details.csv': csv(
			'orderID,productID,unitPrice,quantity,discount',
			upTo(LINES, (at) => [10_000 + (at % ORDERS), 1 + ((Math.floor(at / ORDERS) + at) % PRODUCTS), 14.5, 2, 0.05]),
		),
		'products.csv': csv(
			'productID,productName,supplierID,categoryID,quantityPerUnit,unitPrice,unitsInStock,unitsOnOrder,' +
				'reorderLevel,discontinued',
			upTo(PRODUCTS, (at) => [at + 1, `Product ${at + 1}`, 1, 1, '1 box', 14.5, 100, 0, 10, 0]),
		),
		'shippers.csv': csv(
			'shipperID,companyName,phone',
			upTo(3, (at) => [at + 1, `Carrier ${at + 1}`, `555-010${at}`]),
		),
	};
	await mkdir(folder, { recursive: true });
	for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
};

/** The given folder, else the Northwind tables beside the project, else files of their sizes, written into `spare`. */
export const erpFolderFor = async (given: string | undefined, spare: string): Promise<ErpFolder> => {
	if (given !== undefined) return { folder: path.resolve(given), what: 'The files are those of --erp.' };
	if (existsSync(NORTHWIND)) return { folder: NORTHWIND, what: 'The files are the Northwind tables.' };
	await writeFiles(spare);
	return {
		folder: spare,
		what: `The files are made up, with the sizes of Northwind: ${ORDERS} orders, ${LINES} lines, ${PRODUCTS} products.`,
	};
};
