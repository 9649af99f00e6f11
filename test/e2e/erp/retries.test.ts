import { setTimeout as pause } from 'node:timers/promises';
import type { Execution } from '../../host';
import { endedExecutions, publishWorkflow, unpublishWorkflow } from '../../host/publish';
import { erpCases } from '../erpFolders';
import { orderFaults } from './support/faults';
import type { TableRow } from './support/failureTable';
import { type Flow, NEVER } from './support/flow';
import { CHANNEL, openShop, RETRY, type Shop } from './support/northwindShop';

const DAY = 24 * 60 * 60_000;
const ago = (days: number): string => new Date(Date.now() - days * DAY).toISOString();
/** An order that the ERP does not have. */
const FOREIGN = 'FOREIGN';

describe('What failed is tried again by itself', () => {
	let shop: Shop;
	let orders: Flow;
	const { key, plant } = orderFaults('TEA-100')[0]!;
	const row = async (of = key): Promise<TableRow> => {
		const [one, ...others] = (await shop.table.every()).filter((each) => each.key === of);
		expect(others).toEqual([]);
		return one!;
	};
	const booked = (): number => shop.sandbox.control.books().ordersByNumber[key] ?? 0;
	/** Minutes between the last try and the next one. */
	const wait = ({ lastSeen, nextTry }: TableRow): number => (Date.parse(nextTry ?? '') - Date.parse(lastSeen)) / 60_000;
	/** What n8n does every 15 minutes. */
	const look = async (): Promise<Execution> => await shop.failures.run(RETRY);
	/** As if the time until the next try were over. */
	const due = async (more: Partial<TableRow> = {}, of = key): Promise<void> =>
		await shop.table.edit((await row(of)).id, { nextTry: ago(1), ...more });
	/** Waits until n8n has done something by itself. */
	const until = async (isDone: () => Promise<boolean>): Promise<void> => {
		for (const deadline = Date.now() + 60_000; Date.now() < deadline; await pause(500)) if (await isDone()) return;
		throw new Error('n8n did nothing within a minute');
	};
	const itemTo = async (country: string): Promise<string> =>
		(await row()).item.replaceAll(/"country":"[^"]*"/g, `"country":"${country}"`);
	const callsIn = async (what: () => Promise<unknown>): Promise<number> => {
		shop.sandbox.control.clearRequests();
		await what();
		return shop.sandbox.control.requests().log.length;
	};

	beforeAll(async () => {
		shop = await openShop({ folder: erpCases[0]!.folder });
		const { salesChannelId } = CHANNEL;
		shop.sandbox.control.seed({ orders: [{ orderNumber: FOREIGN, salesChannelId, modifiedDate: ago(1) }] });
		await shop.northwind.run(`DELETE FROM orders; DELETE FROM order_details; ${plant}`);
		orders = await shop.flow('postgres/orders-in.json', { parameters: { 'Every 5 minutes': NEVER } });
		await (await shop.flow('postgres/statuses-back.json')).run();
	});
	afterAll(async () => await shop?.close());

	it('after 15 minutes', async () => {
		await orders.run();
		expect(await row()).toMatchObject({ key, state: 'open', tries: 1 });
		expect(wait(await row())).toBe(15);
	});

	it('and not before: with nothing due, a look ends well and changes nothing', async () => {
		const before = await row();
		expect(await callsIn(async () => expect((await look()).output('What is due')).toEqual([]))).toBe(0);
		expect(await row()).toEqual(before);
	});

	it.each([
		[2, 30],
		[3, 60],
		[4, 120],
	])('then later and later: after try no. %i it waits %i minutes', async (tries, minutes) => {
		const { firstSeen } = await row();
		await due();
		await look();
		expect(await row()).toMatchObject({ state: 'open', tries, firstSeen });
		expect(wait(await row())).toBe(minutes);
		expect((await look()).output('What is due')).toEqual([]);
		expect(await row()).toMatchObject({ tries });
	});

	it('but at least daily', async () => {
		await due({ tries: 40 });
		await look();
		expect(await row()).toMatchObject({ state: 'open', tries: 41 });
		expect(wait(await row())).toBe(24 * 60);
	});

	it('for 7 days', async () => {
		await due({ firstSeen: ago(6.9) });
		await look();
		expect(await row()).toMatchObject({ state: 'open', tries: 42 });
		await due({ firstSeen: ago(7.1) });
		await look();
		expect(await row()).toMatchObject({ state: 'given up', tries: 43, nextTry: null });
	});

	it('then it is given up: neither a look nor the flow sends it', async () => {
		const before = await row();
		expect(await callsIn(look)).toBe(0);
		await orders.run();
		expect(await row()).toEqual(before);
	});

	it('until the ERP changes it, after which its tries begin again', async () => {
		await shop.northwind.run(`UPDATE orders SET freight = 6 WHERE order_id = ${key};`);
		await orders.run();
		expect(await row()).toMatchObject({ state: 'open', tries: 1 });
		expect(wait(await row())).toBe(15);
		expect(booked()).toBe(0);
	});

	it('whatever other flows do: one that has nothing to do counts as tried, and the next one is run', async () => {
		// What failed in it is older than what it reads now.
		const { id } = await shop.flow('postgres/statuses-back.json', { settings: { hours: 1 } });
		await due({ workflowId: id }, FOREIGN);
		await due();
		const { tries } = await row();
		const [first] = (await look()).output('What is due');
		expect(first).toMatchObject({ workflowId: id });
		expect(await row(FOREIGN)).toMatchObject({ state: 'open', tries: 2 });
		expect(wait(await row(FOREIGN))).toBe(30);
		expect(await row()).toMatchObject({ state: 'open', tries: tries + 1 });
	});

	describe('when it is published', () => {
		let timer: Flow;
		beforeAll(async () => {
			timer = await shop.flow('common/failures.json', {
				parameters: { [RETRY]: { rule: { interval: [{ field: 'seconds', secondsInterval: 5 }] } } },
			});
			await publishWorkflow(shop.rest, timer.id);
		});
		afterAll(async () => {
			await unpublishWorkflow(shop.rest, timer.id);
			await unpublishWorkflow(shop.rest, orders.id);
		});

		it('ends with an error that names a flow which is not, and counts that as a try', async () => {
			const { tries } = await row();
			await due();
			await until(async () => (await row()).tries > tries);
			const [failed] = await endedExecutions(shop.rest, timer.id, 1);
			expect(failed?.error).toMatch(/Publish.*“PostgreSQL orders to Extensiv”/);
			expect(await row()).toMatchObject({ state: 'open', tries: tries + 1 });
			expect(wait(await row())).toBe(60);
		});

		it('closes the row with the next try that goes through, without anybody’s help', async () => {
			await publishWorkflow(shop.rest, orders.id);
			const item = await itemTo('Germany');
			await due({ item });
			await until(async () => (await row()).state === 'closed');
			expect(await row()).toMatchObject({ state: 'closed', nextTry: null, item: '' });
			expect(booked()).toBe(1);
		});
	});

	it('and stays closed', async () => {
		await look();
		await orders.run();
		expect(await row()).toMatchObject({ state: 'closed' });
		expect(booked()).toBe(1);
	});
});
