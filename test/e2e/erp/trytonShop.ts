import { readTrade } from '../../erp/trade';
import { bookedSales, type BookedSale } from '../../erp/tryton/books';
import { N8N_USER, type Seeded, seedTryton } from '../../erp/tryton/seed';
import { startTryton, type Tryton } from '../../erp/tryton/server';
import { createCredential, deleteCredential, deleteWorkflow, type SavedCredential } from '../../host';
import type { Rest } from '../../host/rest';
import { type Sandbox, startSandbox } from '../../sandbox';
import { type Adaptation, extensivCredential, type Flow, importFlow } from './flow';

/** What the sandbox knows of the company, besides its products. */
export const WAREHOUSE = { warehouseId: 5900, name: 'Warehouse' };
export const CHANNEL = { salesChannelId: 1900, name: 'ERP' };

/** A trading company with Tryton, its account at Extensiv, and an n8n between them. */
export interface TrytonShop {
	tryton: Tryton;
	seeded: Seeded;
	sandbox: Sandbox;
	/** The sales as Tryton has them. */
	sales(): Promise<Map<string, BookedSale>>;
	/** Imports a template of Tryton, with the credentials of both sides. */
	flow(file: string, adaptation?: Omit<Adaptation, 'credentials'>): Promise<Flow>;
	close(): Promise<void>;
}

/** Products and customers of the company. */
const SIZE = { products: 20, customers: 8 };

export async function openTrytonShop(rest: Rest): Promise<TrytonShop> {
	const [sandbox, tryton] = await Promise.all([startSandbox(), startTryton()]);
	const trade = readTrade(SIZE);
	const seeded = await seedTryton(tryton.admin, trade);
	sandbox.control.seed({ warehouses: [WAREHOUSE], salesChannels: [CHANNEL] });
	sandbox.control.seed({ products: trade.products.map(({ code, name }) => ({ sku: code, name })) });
	const credentials: SavedCredential[] = [
		await extensivCredential(rest, sandbox),
		await createCredential(rest, 'httpBasicAuth', 'Tryton', { user: N8N_USER.login, password: N8N_USER.password }),
	];
	const flows: Flow[] = [];
	return {
		tryton,
		seeded,
		sandbox,
		sales: async () => await bookedSales(tryton.admin),
		flow: async (file, { settings, ...adaptation } = {}) => {
			const flow = await importFlow(rest, `tryton/${file}.json`, {
				credentials,
				salesChannelId: CHANNEL.salesChannelId,
				settings: { trytonUrl: tryton.url, database: tryton.database, ...settings },
				...adaptation,
			});
			flows.push(flow);
			return flow;
		},
		close: async () => {
			await tryton.stop();
			await sandbox.close();
			for (const { id } of flows) await deleteWorkflow(rest, id);
			for (const credential of credentials) await deleteCredential(rest, credential);
		},
	};
}
