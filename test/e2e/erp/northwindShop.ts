import { createCredential, deleteCredential, deleteWorkflow, type SavedCredential } from '../../host';
import { publishWorkflow, unpublishWorkflow } from '../../host/publish';
import type { Rest } from '../../host/rest';
import { type Northwind, startNorthwind } from '../../erp/postgres/northwind';
import { type Sandbox, startSandbox } from '../../sandbox';
import { erpCases } from '../erpFolders';
import { sharedHost } from '../sharedHost';
import { FailureTable } from './failureTable';
import { type Adaptation, extensivCredential, type Flow, importFlow } from './flow';

/** What the sandbox knows of the company, besides its products. */
export const MAIN = { warehouseId: 5900, name: 'Main' };
export const CHANNEL = { salesChannelId: 1900, name: 'ERP' };

/** The Northwind tables where they lie beside the project, or else our samples. */
const { folder } = erpCases.at(-1)!;

/** A trading company: Northwind in PostgreSQL, an account at Extensiv with its products, and an n8n between them. */
export interface Shop {
	northwind: Northwind;
	sandbox: Sandbox;
	rest: Rest;
	/** The workflow that keeps failures, published. */
	failures: Flow;
	table: FailureTable;
	/** Imports a template, with the credentials of both sides. */
	flow(file: string, adaptation?: Omit<Adaptation, 'credentials'>): Promise<Flow>;
	close(): Promise<void>;
}

export interface Product {
	sku: string;
	name: string;
	onHand: number;
}

export const productsOf = async (northwind: Northwind): Promise<Product[]> =>
	await northwind.rows<Product>(
		'SELECT product_id::text AS sku, product_name AS name, units_in_stock AS "onHand" FROM products ORDER BY product_id',
	);

export async function openShop(): Promise<Shop> {
	const { rest } = await sharedHost();
	/** Newest first. */
	const ends: Array<() => Promise<unknown>> = [];
	const close = async (): Promise<void> => {
		for (const end of ends.splice(0)) await end();
	};
	try {
		return await build(rest, ends, close);
	} catch (error) {
		await close();
		throw error;
	}
}

async function build(rest: Rest, ends: Array<() => Promise<unknown>>, close: Shop['close']): Promise<Shop> {
	const northwind = await startNorthwind(folder);
	ends.unshift(northwind.stop);
	const sandbox = await startSandbox();
	ends.unshift(sandbox.close);
	sandbox.control.seed({ warehouses: [MAIN], salesChannels: [CHANNEL] });
	sandbox.control.seed({ products: (await productsOf(northwind)).map(({ sku, name }) => ({ sku, name })) });
	const credentials: SavedCredential[] = [
		await extensivCredential(rest, sandbox),
		await createCredential(rest, 'postgres', 'Northwind', northwind.credentialData),
	];
	for (const credential of credentials) ends.unshift(async () => await deleteCredential(rest, credential));
	const imported = async (file: string, adaptation: Adaptation): Promise<Flow> => {
		const flow = await importFlow(rest, file, adaptation);
		ends.unshift(async () => await deleteWorkflow(rest, flow.id));
		return flow;
	};
	const table = new FailureTable(rest);
	ends.unshift(async () => await table.remove());
	const failures = await imported('common/failures.json', { credentials });
	await publishWorkflow(rest, failures.id);
	ends.unshift(async () => await unpublishWorkflow(rest, failures.id));
	return {
		northwind,
		sandbox,
		rest,
		failures,
		table,
		flow: async (file, adaptation = {}) =>
			await imported(file, {
				credentials,
				salesChannelId: CHANNEL.salesChannelId,
				called: failures.id,
				...adaptation,
			}),
		close,
	};
}
