import { setTimeout as pause } from 'node:timers/promises';
import { publishWorkflow, unpublishWorkflow } from '../../host/publish';
import { erpCases } from '../erpFolders';
import { DataTable } from './support/dataTable';
import { type Flow, NEVER } from './support/flow';
import { openShop, type Shop } from './support/northwindShop';

const LOOK = 'Every 5 minutes';
const EVERY_2_SECONDS = { rule: { interval: [{ field: 'seconds', secondsInterval: 2 }] } };
/** The catalogue assumes one call in ten seconds, which is too slow for a test. */
const FAST = { 'Set stock levels': { options: { createMissing: true, requestsPerSecond: 5 } } };

describe('The brake of stock that n8n runs by itself, with the alerts as its error workflow', () => {
	let shop: Shop;
	let alerts: Flow;
	let events: DataTable;
	let tables: DataTable[];
	/** Newest first. */
	const ends: Array<() => Promise<unknown>> = [];

	const until = async (what: string, isReached: () => Promise<boolean>): Promise<void> => {
		for (const deadline = Date.now() + 60_000; Date.now() < deadline; await pause(250)) if (await isReached()) return;
		throw new Error(`Not within a minute: ${what}`);
	};
	const brake = async () => (await shop.table.every()).find(({ key }) => key === 'brake');
	const said = async (): Promise<unknown[]> =>
		(await alerts.run(LOOK)).output('Message').map(({ kind, class: of, subject }) => [kind, of, subject]);
	const published = async (flow: Flow): Promise<Flow> => {
		await publishWorkflow(shop.rest, flow.id);
		ends.unshift(async () => await unpublishWorkflow(shop.rest, flow.id));
		return flow;
	};

	beforeAll(async () => {
		shop = await openShop({ folder: erpCases[0]!.folder });
		ends.unshift(async () => await shop.close());
		tables = ['events', 'incidents', 'reconciliations'].map((name) => new DataTable(shop.rest, `Extensiv ${name}`));
		events = tables[0]!;
		for (const table of tables) await table.remove();
		ends.unshift(...tables.map((table) => async () => await table.remove()));
		alerts = await published(await shop.flow('common/alerts.json', { parameters: { [LOOK]: NEVER } }));
		const stock = { settings: { dryRun: false }, parameters: { ...FAST, 'Every 30 minutes': EVERY_2_SECONDS } };
		const flow = await shop.flow('postgres/stock-in.json', { ...stock, errorWorkflow: alerts.id });
		await shop.northwind.run('UPDATE products SET units_in_stock = 7;');
		await flow.run();
		await shop.northwind.run('UPDATE products SET units_in_stock = 0;');
		await published(flow);
	});
	afterAll(async () => {
		for (const end of ends) await end();
	});

	it('is one message, although an execution fails, its row stays in the table, and the flow runs on', async () => {
		await until('the failed execution is noted', async () => (await events.count()) > 0);
		await until('the flow has run again', async () => Number((await brake())?.tries) > 1);
		expect(await said()).toEqual([
			['alert', 'brake', 'Extensiv alert: the brake has stopped stock (PostgreSQL stock to Extensiv)'],
		]);
		expect(await said()).toEqual([]);
		const [incident, ...others] = await tables[1]!.all();
		expect([incident?.['state'], others]).toEqual(['open', []]);
		expect(incident?.['execution']).toMatch(/^http.*\/executions\/\d+$/);
		expect(await events.all()).toEqual([]);
	});

	it('is over with one more message, once the ERP has its stock again', async () => {
		await shop.northwind.run('UPDATE products SET units_in_stock = 7;');
		await until('its row is closed', async () => (await brake())?.state === 'closed');
		expect(await said()).toEqual([
			['resolved', 'brake', 'Extensiv resolved: the brake has stopped stock (PostgreSQL stock to Extensiv)'],
		]);
		expect(await said()).toEqual([]);
	});
});
