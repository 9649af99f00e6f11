import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { getAlpha2Code, registerLocale } from 'i18n-iso-countries';
import english from 'i18n-iso-countries/langs/en.json';
import { projectFolder } from '../host/package';

registerLocale(english);

/** A trading company for an ERP to be filled with. */
export interface Trade {
	products: Array<{ code: string; name: string; price: string; inStock: number }>;
	customers: Array<{
		name: string;
		street: string;
		city: string;
		state?: string | undefined;
		postalCode: string;
		country: string;
		phone?: string | undefined;
	}>;
	carriers: string[];
}

const northwind = path.join(projectFolder, '..', 'shared', 'data', 'northwind');
const samples = path.join(projectFolder, 'workflows', 'samples');

type Cells = Record<string, string | undefined>;

const readTable = (folder: string, name: string): Cells[] =>
	parse(readFileSync(path.join(folder, `${name}.csv`), 'utf8'), {
		columns: true,
		relax_column_count: true,
		cast: (value) => (value === 'NULL' ? undefined : value),
	});

/** The two letters of a country's name; undefined for one that does not exist. */
const countryCode = (name = ''): string | undefined => ({ UK: 'GB', USA: 'US' })[name] ?? getAlpha2Code(name, 'en');

/** The first products and customers of Northwind, or of our samples where Northwind is not beside the project. */
export const readTrade = ({ products, customers }: { products: number; customers: number }): Trade => {
	const folder = existsSync(northwind) ? northwind : samples;
	return {
		products: readTable(folder, 'products')
			.slice(0, products)
			.map(({ productID = '', productName = '', unitPrice = '0', unitsInStock }) => ({
				code: /^\d+$/.test(productID) ? `NW-${productID}` : productID,
				name: productName,
				price: unitPrice,
				inStock: Number(unitsInStock ?? 0),
			})),
		customers: readTable(folder, 'customers')
			.flatMap(({ companyName = '', address = '', city = '', region, postalCode = '00000', country, phone }) => {
				const code = countryCode(country);
				return code === undefined
					? []
					: [{ name: companyName, street: address, city, state: region, postalCode, country: code, phone }];
			})
			.slice(0, customers),
		carriers: readTable(folder, 'shippers').map(({ companyName = '' }) => companyName),
	};
};
