import { type Northwind, startNorthwind } from '../../../erp/postgres/northwind';
import type { Rest } from '../../../host/rest';
import { erpCases } from '../../erpFolders';
import { sharedHost } from '../../sharedHost';
import { CHANNEL, type Middle, opened, type Opened, openMiddle, RETRY, warehouseNamed } from './shop';

export { CHANNEL, RETRY };
export const MAIN = warehouseNamed('Main');

/** A trading company: Northwind in PostgreSQL, an account at Extensiv with its products, and an n8n between them. */
export type Shop = Opened<Middle & { northwind: Northwind }>;

export interface Product {
	sku: string;
	name: string;
	onHand: number;
}

export const productsOf = async (northwind: Northwind): Promise<Product[]> =>
	await northwind.rows<Product>(
		'SELECT product_id::text AS sku, product_name AS name, units_in_stock AS "onHand" FROM products ORDER BY product_id',
	);

/**
 * Opens a shop in an n8n, the shared one unless stated. Its tables are those of Northwind where they lie beside the project,
 * or else our samples.
 */
export const openShop = async ({ rest, folder = erpCases.at(-1)!.folder }: OpenOptions = {}): Promise<Shop> =>
	await opened(async (atEnd) => {
		const northwind = await startNorthwind(folder);
		atEnd(northwind.stop);
		const middle = await openMiddle(rest ?? (await sharedHost()).rest, atEnd, {
			products: await productsOf(northwind),
			warehouse: MAIN.name,
			credential: { type: 'postgres', name: 'Northwind', data: northwind.credentialData },
		});
		return { northwind, ...middle };
	});

interface OpenOptions {
	rest?: Rest;
	/** Of the CSV files for its tables. */
	folder?: string;
}
