import { readTrade } from '../../erp/trade';
import { bookedSales, type BookedSale } from '../../erp/tryton/books';
import { N8N_USER, type Seeded, seedTryton } from '../../erp/tryton/seed';
import { startTryton, type Tryton } from '../../erp/tryton/server';
import { createCredential, deleteCredential, deleteWorkflow, type SavedCredential } from '../../host';
import { publishWorkflow, unpublishWorkflow } from '../../host/publish';
import type { Rest } from '../../host/rest';
import { type Sandbox, startSandbox } from '../../sandbox';
import { FailureTable } from './failureTable';
import { type Adaptation, extensivCredential, type Flow, importFlow } from './flow';

/** What the sandbox knows of the company, besides its products. */
export const WAREHOUSE = { warehouseId: 5900, name: 'Warehouse' };
export const CHANNEL = { salesChannelId: 1900, name: 'ERP' };

/** A trading company with Tryton, its account at Extensiv, and an n8n between them. */
export interface TrytonShop {
	tryton: Tryton;
	seeded: Seeded;
	sandbox: Sandbox;
	table: FailureTable;
	/** The sales as Tryton has them. */
	sales(): Promise<Map<string, BookedSale>>;
	/** Imports a template of Tryton, with the credentials of both sides. */
	flow(file: string, adaptation?: Omit<Adaptation, 'credentials'>): Promise<Flow>;
	close(): Promise<void>;
}

/** Products and customers of the company. */
const SIZE = { products: 20, customers: 8 };

/** @param modules of Tryton, besides those of all tests */
export async function openTrytonShop(rest: Rest, modules: readonly string[] = []): Promise<TrytonShop> {
	/** Newest first. */
	const ends: Array<() => Promise<unknown>> = [];
	const close = async (): Promise<void> => {
		for (const end of ends.splice(0)) await end();
	};
	try {
		return await build(rest, modules, ends, close);
	} catch (error) {
		await close();
		throw error;
	}
}

async function build(
	rest: Rest,
	modules: readonly string[],
	ends: Array<() => Promise<unknown>>,
	close: TrytonShop['close'],
): Promise<TrytonShop> {
	const tryton = await startTryton(modules);
	ends.unshift(tryton.stop);
	const sandbox = await startSandbox();
	ends.unshift(sandbox.close);
	const trade = readTrade(SIZE);
	const seeded = await seedTryton(tryton.admin, trade);
	sandbox.control.seed({ warehouses: [WAREHOUSE], salesChannels: [CHANNEL] });
	sandbox.control.seed({ products: trade.products.map(({ code, name }) => ({ sku: code, name })) });
	const credentials: SavedCredential[] = [
		await extensivCredential(rest, sandbox),
		await createCredential(rest, 'httpBasicAuth', 'Tryton', { user: N8N_USER.login, password: N8N_USER.password }),
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
		tryton,
		seeded,
		sandbox,
		table,
		sales: async () => await bookedSales(tryton.admin),
		flow: async (file, { settings, ...adaptation } = {}) =>
			await imported(`tryton/${file}.json`, {
				credentials,
				salesChannelId: CHANNEL.salesChannelId,
				called: failures.id,
				settings: { trytonUrl: tryton.url, database: tryton.database, ...settings },
				...adaptation,
			}),
		close,
	};
}
