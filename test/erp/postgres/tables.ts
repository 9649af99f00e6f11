import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';

/** A table of Northwind: its columns with their SQL types, by the name that they have in the CSV file. */
interface TableShape {
	file: string;
	name: string;
	columns: Record<string, string>;
	key: string;
	/** Cells too many in a row belong to this column. */
	swallows?: string;
}

/** No foreign keys: the tests plant what they would refuse, as many an ERP does. */
const TABLES: readonly TableShape[] = [
	{
		file: 'orders.csv',
		name: 'orders',
		columns: {
			orderID: 'integer',
			customerID: 'text',
			employeeID: 'integer',
			orderDate: 'date',
			requiredDate: 'date',
			shippedDate: 'date',
			shipVia: 'integer',
			freight: 'real',
			shipName: 'text',
			shipAddress: 'text',
			shipCity: 'text',
			shipRegion: 'text',
			shipPostalCode: 'text',
			shipCountry: 'text',
		},
		key: 'order_id',
		swallows: 'shipAddress',
	},
	{
		file: 'order-details.csv',
		name: 'order_details',
		columns: { orderID: 'integer', productID: 'text', unitPrice: 'real', quantity: 'real', discount: 'real' },
		key: 'order_id, product_id',
	},
	{
		file: 'products.csv',
		name: 'products',
		columns: {
			productID: 'text',
			productName: 'text',
			supplierID: 'integer',
			unitPrice: 'real',
			unitsInStock: 'integer',
			discontinued: 'integer',
		},
		key: 'product_id',
	},
	{
		file: 'shippers.csv',
		name: 'shippers',
		columns: { shipperID: 'integer', companyName: 'text', phone: 'text' },
		key: 'shipper_id',
	},
	{
		file: 'suppliers.csv',
		name: 'suppliers',
		columns: { supplierID: 'integer', companyName: 'text' },
		key: 'supplier_id',
	},
];

const snake = (name: string): string =>
	name
		.replace('ID', 'Id')
		.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
		.replace(/^_/, '');

const cell = (text: string | undefined): string =>
	text === undefined || text === '' || text === 'NULL' ? 'NULL' : `"${text.replaceAll('"', '""')}"`;

/** Rows as the columns have them; none if the folder has no such file. */
function rowsOf({ file, columns, swallows }: TableShape, folder: string): string[] {
	let text: string;
	try {
		text = readFileSync(path.join(folder, file), 'utf8');
	} catch {
		return [];
	}
	const [header = [], ...rows] = parse(text, { relax_column_count: true, skip_empty_lines: true }) as string[][];
	const at = swallows === undefined ? -1 : header.indexOf(swallows);
	return rows.map((row) => {
		const surplus = at < 0 ? 0 : row.length - header.length;
		const whole =
			surplus > 0
				? [...row.slice(0, at), row.slice(at, at + surplus + 1).join(','), ...row.slice(at + surplus + 1)]
				: row;
		return Object.keys(columns)
			.map((name) => cell(whole[header.indexOf(name)]))
			.join(',');
	});
}

/** The script for psql that makes the tables and fills them with the CSV files of a folder. */
export const scriptOf = (folder: string): string =>
	TABLES.map((table) => {
		const columns = Object.entries(table.columns).map(([name, type]) => `${snake(name)} ${type}`);
		const rows = rowsOf(table, folder);
		return [
			`CREATE TABLE ${table.name} (${[...columns, `PRIMARY KEY (${table.key})`].join(', ')});`,
			`COPY ${table.name} FROM STDIN WITH (FORMAT csv, NULL 'NULL');`,
			...rows,
			'\\.',
			'',
		].join('\n');
	}).join('');
