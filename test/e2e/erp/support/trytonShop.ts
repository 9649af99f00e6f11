import { readTrade } from '../../../erp/trade';
import { bookedSales, type BookedSale } from '../../../erp/tryton/books';
import { N8N_USER, type Seeded, seedTryton } from '../../../erp/tryton/seed';
import { startTryton, type Tryton } from '../../../erp/tryton/server';
import type { Rest } from '../../../host/rest';
import { CHANNEL, type Middle, opened, type Opened, openMiddle, warehouseNamed } from './shop';

export { CHANNEL };
export const WAREHOUSE = warehouseNamed('Warehouse');

/** A trading company with Tryton, its account at Extensiv, and an n8n between them. */
export type TrytonShop = Opened<
	Middle & {
		tryton: Tryton;
		seeded: Seeded;
		/** The sales as Tryton has them. */
		sales(): Promise<Map<string, BookedSale>>;
	}
>;

/** Products and customers of the company. */
const SIZE = { products: 20, customers: 8 };

/**
 * Opens a shop in an n8n. Its `flow` imports a template of Tryton, by its name without folder and ending.
 * @param modules of Tryton, besides those of all tests
 */
export const openTrytonShop = async (rest: Rest, modules: readonly string[] = []): Promise<TrytonShop> =>
	await opened(async (atEnd) => {
		const tryton = await startTryton(modules);
		atEnd(tryton.stop);
		const trade = readTrade(SIZE);
		const seeded = await seedTryton(tryton.admin, trade);
		const middle = await openMiddle(rest, atEnd, {
			products: trade.products.map(({ code, name }) => ({ sku: code, name })),
			warehouse: WAREHOUSE.name,
			credential: {
				type: 'httpBasicAuth',
				name: 'Tryton',
				data: { user: N8N_USER.login, password: N8N_USER.password },
			},
		});
		return {
			...middle,
			tryton,
			seeded,
			sales: async () => await bookedSales(tryton.admin),
			flow: async (file, { settings, ...adaptation } = {}) =>
				await middle.flow(`tryton/${file}.json`, {
					settings: { trytonUrl: tryton.url, database: tryton.database, ...settings },
					...adaptation,
				}),
		};
	});
