import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deleteWorkflow, importWorkflow, KillableHost, runWorkflow } from '../../host';
import { publishWorkflow } from '../../host/publish';
import { startWorkflow } from '../../host/workflows';
import { erpCases } from '../erpFolders';
import { packedNodes } from '../sharedHost';
import { calling } from './support/calling';
import { DataTable } from './support/dataTable';
import { type Flow, importFlow, NEVER } from './support/flow';
import { killAt, leaveUnanswered } from './support/kill';
import { openShop, type Shop } from './support/northwindShop';

const LOOK = 'Every 5 minutes';
const REPLAY = 'Replay all now';
/** More than fit into one request. */
const ORDERS = 60;
const PAIRS = 150;
const CREATE = { method: 'PUT', path: '/v1/order' };

const ordersSql = `DELETE FROM orders; DELETE FROM order_details;
	INSERT INTO orders (order_id, order_date, ship_via, freight, ship_name, ship_address, ship_city, ship_region,
		ship_postal_code, ship_country)
	SELECT 80000 + n, '2026-03-02', 1, 5, 'Casey Sample', n || ' Placeholder St', 'Albany', 'NY', '12207', 'USA'
	  FROM generate_series(1, ${ORDERS}) AS n;
	INSERT INTO order_details (order_id, product_id, unit_price, quantity, discount)
	SELECT order_id, (SELECT min(product_id) FROM products), 10.5, 1, 0 FROM orders;`;
const numbers = Array.from({ length: ORDERS }, (_, at) => String(80_001 + at));
const pairs = Array.from({ length: PAIRS }, (_, at) => ({
	action: 'put',
	kind: 'order',
	erpId: `E${at}`,
	extensivId: `X${at}`,
}));
const DIFFERENCE = { orderNumber: '10250', outcome: 'neverArrived', workflow: 'Finds differences' };

/** A chat that gets messages. It does not answer the first one about items that failed. */
class Chat {
	readonly messages: string[] = [];
	private readonly server: Server = createServer((request, response) => {
		let text = '';
		request.on('data', (part: Buffer) => (text += part.toString()));
		request.on('end', () => {
			this.messages.push((JSON.parse(text) as { text: string }).text);
			if (this.about('Items failed').length !== 1) response.end('{}');
		});
	});

	/** Gives the step that sends a message there. */
	async open(): Promise<{ type: string; typeVersion: number; parameters: Record<string, unknown> }> {
		await once(this.server.listen(0, '127.0.0.1'), 'listening');
		return {
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			parameters: {
				method: 'POST',
				url: `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`,
				sendBody: true,
				bodyParameters: { parameters: [{ name: 'text', value: '={{ $json.text }}' }] },
				options: {},
			},
		};
	}

	about(what: string): string[] {
		return this.messages.filter((text) => text.startsWith(what));
	}

	close(): void {
		this.server.close();
		this.server.closeAllConnections();
	}
}

describe('n8n, killed while it keeps failures and IDs and sends alerts', () => {
	const chat = new Chat();
	let host: KillableHost;
	let shop: Shop;
	let orders: Flow;
	let alerts: Flow;
	let ids: Flow;
	const booked = (): string[] => {
		const { ordersByNumber } = shop.sandbox.control.books();
		return numbers.filter((number) => (ordersByNumber[number] ?? 0) > 0);
	};
	const openKeys = async (): Promise<string[]> => (await shop.table.rows()).map(({ key }) => key).sort();
	const tableOf = (name: string): DataTable => new DataTable(host.rest, name);
	const isIn = async (name: string): Promise<boolean> => (await tableOf(name).all()).length > 0;
	const put = async (): Promise<string> => await importWorkflow(host.rest, calling(ids.id, pairs));

	beforeAll(async () => {
		host = await KillableHost.start(packedNodes());
		shop = await openShop({ rest: host.rest, folder: erpCases[0]!.folder });
		await shop.northwind.run(ordersSql);
		orders = await shop.flow('postgres/orders-in.json', {
			parameters: { 'Create orders in Extensiv': { options: { settleSeconds: 0, maxTries: 1, maxWaitSeconds: 5 } } },
		});
		alerts = await shop.flow('common/alerts.json', {
			parameters: { [LOOK]: NEVER },
			replaced: { 'Send e-mail': await chat.open() },
		});
		ids = await importFlow(host.rest, 'common/ids.json', { credentials: [] });
		for (const { id } of [alerts, ids]) await publishWorkflow(host.rest, id);
	});
	afterAll(async () => {
		await host?.remove();
		await shop?.northwind.stop();
		await shop?.sandbox.close();
		chat.close();
	});

	it('has every failure in the table once, although it was killed while it wrote them down', async () => {
		const { sandbox } = shop;
		sandbox.control.faults([{ ...CREATE, kind: '503' }]);
		await startWorkflow(host.rest, orders.id, 'Start');
		await killAt(
			{ name: 'while failures are written down', isReached: () => isIn('Extensiv failures') },
			{ host, sandbox },
		);
		await orders.run();
		expect(await openKeys()).toEqual(numbers);
		expect(booked()).toEqual([]);
	});

	it('is killed in the middle of a replay, of a message and of many pairs of IDs', async () => {
		await runWorkflow(host.rest, await importWorkflow(host.rest, calling(alerts.id, [DIFFERENCE])), 'Start');
		const { sandbox } = shop;
		const calls = leaveUnanswered(sandbox, [{ ...CREATE, kind: 'hang', at: [2] }]);
		await startWorkflow(host.rest, shop.failures.id, REPLAY);
		await startWorkflow(host.rest, alerts.id, LOOK);
		const workflowId = await put();
		let isAsked = false;
		const isReached = async (): Promise<boolean> => {
			if (!calls.areAllUnderWay() || booked().length === 0 || chat.about('Items failed').length === 0) return false;
			if (!isAsked) await startWorkflow(host.rest, workflowId, 'Start');
			isAsked = true;
			return await isIn('Extensiv IDs');
		};
		await killAt({ name: 'during replay, message and pairs', isReached }, { host, sandbox });
		sandbox.control.faults([]);
		expect(booked().length).toBeLessThan(ORDERS);
		expect(await openKeys()).toEqual(numbers);
	});

	it('waits with orders whose rows are open, and closes them with the next replay, each order there once', async () => {
		const before = booked();
		await orders.run();
		expect(booked()).toEqual(before);
		await shop.failures.run(REPLAY);
		expect(await openKeys()).toEqual([]);
		expect(booked()).toEqual(numbers);
		expect(shop.sandbox.control.books().doubled).toEqual([]);
	});

	it('sends the message again that was under way, although it is all over, then its end, and after that no more', async () => {
		for (let looks = 0; looks < 3; looks++) await alerts.run(LOOK);
		const [first, again, over, ...others] = chat.about('Items failed');
		expect([again, others]).toEqual([first, []]);
		expect(over).toMatch(/: resolved\./);
		expect(chat.about('Numbers differ')).toHaveLength(1);
		expect(chat.messages).toHaveLength(4);
		const incidents = (await tableOf('Extensiv incidents').all()).map((row) => [row['class'], row['state']]);
		expect(incidents.sort()).toEqual([
			['discrepancy', 'open'],
			['failedItems', 'resolved'],
		]);
		expect(await tableOf('Extensiv events').all()).toEqual([]);
	});

	it('keeps each pair of IDs once', async () => {
		const id = await put();
		const outcomes = (await runWorkflow(host.rest, id, 'Start')).output('Call').map(({ outcome }) => outcome);
		await deleteWorkflow(host.rest, id);
		// They were added all at once, before n8n was killed.
		expect(new Set(outcomes)).toEqual(new Set(['alreadyDone']));
		expect(await tableOf('Extensiv IDs').count()).toBe(PAIRS);
	});
});
