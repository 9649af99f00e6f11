import { setImmediate } from 'node:timers/promises';
import type { IDataObject } from 'n8n-workflow';
import { LINES } from '../../engine';
import { CONTRACTS } from '../../support/credentials';
import { useStage } from '../../support/stage';
import { changeOrder, Watch } from '../../support/watch';

const numbers = (items: IDataObject[]): unknown[] => items.map(({ order }) => (order as IDataObject).orderNumber);
const orders = (from: number, count: number): Array<{ orderNumber: string }> =>
	Array.from({ length: count }, (_, at) => ({ orderNumber: `N-${from + at}` }));
const ago = (minutes: number, seconds = 0): string =>
	`${new Date(Date.now() - minutes * 60_000 - seconds * 1_000).toISOString().slice(0, 19)}Z`;

describe.each(LINES)('Extensiv Trigger, n8n line %s', (line) => {
	const stage = useStage(line);

	describe('never loses, never repeats', () => {
		it('tells again what was told, when n8n lost the state after it', async () => {
			const watch = new Watch(stage, { events: ['orderCreated'] });
			await watch.items();
			const { state } = watch;
			stage.control.seed({ orders: orders(1, 3) });
			expect(await watch.items()).toHaveLength(3);
			watch.state = state;
			expect(numbers(await watch.items())).toEqual(['N-1', 'N-2', 'N-3']);
		});

		it('has n8n keep where an event begins, although there is nothing to tell', async () => {
			const watch = new Watch(stage, { events: ['orderCreated'] });
			expect((await watch.poll()).items).toEqual([]);
			expect((await watch.poll()).items).toBeNull();
			expect((await watch.poll({ events: ['orderCreated', 'orderUpdated'] })).items).toEqual([]);
		});

		it('leaves what n8n keeps as it was when a call fails, and says so with the status', async () => {
			const watch = new Watch(stage, { events: ['orderCreated', 'orderUpdated'] });
			await watch.items();
			const { state } = watch;
			stage.control.seed({ orders: orders(1, 3) });
			stage.control.faults([{ kind: '503', at: [2] }]);
			const failed = await watch.poll({ options: { maxTries: 1 } });
			expect(failed).toMatchObject({
				items: null,
				error: { name: 'NodeApiError', httpCode: '503', ofLine: true },
				staticData: state,
			});
			expect(numbers(await watch.items())).toEqual(['N-1', 'N-2', 'N-3']);
		});

		it('tells everything although orders move between pages while they are read', async () => {
			const watch = new Watch(stage, { events: ['orderUpdated'], options: { pageSize: 10 } });
			await watch.items();
			stage.control.ordering({ orders: 'modifiedDesc' });
			for (let at = 1; at <= 60; at++)
				stage.control.seed({
					orders: [{ orderNumber: `M-${at}`, createdDate: ago(900), modifiedDate: ago(0, 10 + at) }],
				});
			// What somebody touches meanwhile leaves the span: its time is a minute on, and it will be told then.
			stage.control.clock({ advanceMs: 60_000 });
			stage.control.drift({ touchPerPage: 2 });
			const emitted = numbers(await watch.items());
			const changed = Array.from({ length: 60 }, (_, at) => `M-${at + 1}`).filter(
				(number) => String(stage.order(number).modifiedDate) > ago(0),
			);
			expect(changed.length).toBeGreaterThan(4);
			expect(new Set([...emitted, ...changed]).size).toBe(60);
		});

		it('does nothing while another poll is under way', async () => {
			const watch = new Watch(stage, { events: ['orderCreated'] });
			await watch.items();
			stage.control.seed({ orders: orders(1, 2) });
			stage.control.clearRequests();
			stage.control.gate({ shut: true });
			const first = watch.poll();
			while (stage.control.requests().total === 0) await setImmediate();
			expect((await watch.poll()).items).toBeNull();
			stage.control.gate({ shut: false });
			expect((await first).items).toHaveLength(2);
			expect(await watch.items()).toEqual([]);
		});

		it('goes on after n8n was down, from where it was', async () => {
			const watch = new Watch(stage, { events: ['orderCreated'] });
			await watch.items();
			stage.control.seed({ orders: orders(1, 1) });
			await watch.items();
			const state = watch.state as {
				state: { savedAt: number; parts: { orderCreated: { cursor: number; since: number } } };
			};
			const { orderCreated } = state.state.parts;
			orderCreated.cursor -= 7_200;
			orderCreated.since -= 9_000;
			watch.state = state;
			stage.control.seed({
				orders: [
					{ orderNumber: 'MEANWHILE', createdDate: ago(60) },
					{ orderNumber: 'LONG-BEFORE', createdDate: ago(400) },
				],
			});
			expect(numbers(await watch.items())).toEqual(['MEANWHILE']);
		});
	});

	describe('what n8n keeps, when it is damaged', () => {
		it.each([
			['nonsense', 'nonsense'],
			['a newer form', { v: 7, parts: 'none' }],
		])('(%s) is begun anew from a safe point, with a notice on the first item', async (_what, damaged) => {
			const watch = new Watch(stage, { events: ['orderCreated'] });
			await watch.items();
			stage.control.seed({ orders: orders(1, 2) });
			watch.state = { state: damaged };
			const { items, logs } = await watch.poll();
			expect(items?.map(({ json }) => json.notice)).toEqual([expect.stringContaining('events may repeat'), undefined]);
			expect(logs).toContainEqual(
				expect.objectContaining({ level: 'warn', message: expect.stringContaining('cannot be read') }),
			);
			expect(await watch.items()).toEqual([]);
		});

		it('in a position in the future, is read again since the last poll', async () => {
			const watch = new Watch(stage, { events: ['orderCreated'] });
			await watch.items();
			const state = watch.state as { state: { parts: { orderCreated: { cursor: number } } } };
			state.state.parts.orderCreated.cursor += 1_000_000;
			watch.state = state;
			stage.control.seed({ orders: orders(1, 1) });
			expect(await watch.items()).toMatchObject([
				{ order: { orderNumber: 'N-1' }, notice: expect.stringContaining('future') },
			]);
		});

		it('tells the notice with the first item that comes, however late', async () => {
			const watch = new Watch(stage, { events: ['orderCreated'] });
			watch.state = { state: 'nonsense' };
			expect(await watch.items()).toEqual([]);
			stage.control.seed({ orders: orders(1, 1) });
			expect(await watch.items()).toMatchObject([{ notice: expect.any(String) }]);
		});
	});

	describe('where it starts', () => {
		it.each([
			['a date', { startFrom: 'date', startDate: ago(90) }],
			['the last hours', { startFrom: 'hours', startHours: 2 }],
		])('from %s', async (_what, start) => {
			stage.control.seed({
				orders: [
					{ orderNumber: 'TOO-OLD', createdDate: ago(200) },
					{ orderNumber: 'N-1', createdDate: ago(60) },
				],
			});
			expect(numbers(await new Watch(stage, { events: ['orderCreated'], ...start }).items())).toEqual(['N-1']);
		});

		it('anew when a filter that matters is changed, and only then', async () => {
			stage.control.seed({
				orders: [
					{ orderNumber: 'N-1', createdDate: ago(60), items: [{ sku: 'POT' }] },
					{ orderNumber: 'N-2', createdDate: ago(60), items: [{ sku: 'MUG' }] },
				],
			});
			const watch = new Watch(stage, {
				events: ['orderCreated'],
				startFrom: 'hours',
				startHours: 2,
				filters: { skus: 'POT' },
			});
			expect(numbers(await watch.items())).toEqual(['N-1']);
			expect(await watch.items({ threshold: 5, options: { maxRecords: 100 } })).toEqual([]);
			expect(numbers(await watch.items({ filters: { skus: 'MUG' } }))).toEqual(['N-2']);
		});
	});

	describe.each(CONTRACTS)('Fetch Test Event, %s contract', (contract) => {
		it('shows real records of late and remembers nothing', async () => {
			stage.control.seed({ orders: orders(1, 8), stock: [{ sku: 'MUG', warehouseId: 5102, onHand: 3 }] });
			const watch = new Watch(
				stage,
				{ events: ['orderCreated', 'orderStatusChanged', 'stockLevelChanged', 'productCreated'] },
				contract,
			);
			const { items, staticData } = await watch.poll({}, 'manual');
			const shown = (items ?? []).map(({ json }) => json.event);
			expect(new Set(shown)).toEqual(
				new Set(['orderCreated', 'orderStatusChanged', 'stockLevelChanged', 'productCreated']),
			);
			expect(staticData).toEqual({});
			await watch.items();
			expect((await watch.poll({}, 'manual')).items).not.toBeNull();
			expect(await watch.items()).toEqual([]);
		});
	});

	describe('what it costs', () => {
		it.each(CONTRACTS)('a quiet poll makes one request for each event: %s contract', async (contract) => {
			const own = contract === 'live' ? ['rmaCreated', 'purchaseOrderUpdated', 'shipmentUpdated'] : [];
			const events = [
				'orderCreated',
				'orderUpdated',
				'orderStatusChanged',
				'shipmentCreated',
				'productCreated',
				'productUpdated',
				'stockLevelChanged',
				...own,
			];
			stage.control.seed({ stock: [{ sku: 'MUG', warehouseId: 5102, onHand: 3 }] });
			const watch = new Watch(stage, { events }, contract);
			await watch.items();
			stage.control.clearRequests();
			expect(await watch.items()).toEqual([]);
			const { byEndpoint } = stage.control.requests();
			const calls = Object.entries(byEndpoint).filter(([endpoint]) => !endpoint.includes('oauth'));
			expect(calls.reduce((sum, [, count]) => sum + count, 0)).toBe(events.length);
		});

		it.each(['orderCreated', 'orderUpdated'])(
			'2,000 changes at 500 a page take at most 6 requests: %s',
			async (event) => {
				const watch = new Watch(stage, { events: [event], options: { settleSeconds: 60, overlapSeconds: 120 } });
				const created = event === 'orderCreated' ? ago(5) : ago(900);
				await watch.items();
				const state = watch.state as { state: { parts: Record<string, { cursor: number; since: number }> } };
				for (const part of Object.values(state.state.parts))
					Object.assign(part, { cursor: part.cursor - 1_200, since: part.since - 1_200 });
				watch.state = state;
				stage.control.seed({
					orders: Array.from({ length: 2_000 }, (_, at) => ({
						orderNumber: `N-${at}`,
						createdDate: created,
						modifiedDate: ago(5),
					})),
				});
				stage.control.clearRequests();
				expect(await watch.items({ options: { settleSeconds: 60, overlapSeconds: 120, pageSize: 500 } })).toHaveLength(
					2_000,
				);
				expect(stage.control.requests().total).toBeLessThanOrEqual(6);
			},
		);
	});

	it('counts an order once that was created and changed before it was told', async () => {
		const watch = new Watch(stage, { events: ['orderCreated', 'orderUpdated'] });
		await watch.items();
		stage.control.seed({ orders: [{ orderNumber: 'N-1' }] });
		await changeOrder(stage, 'N-1', 'in the same second, most likely');
		const items = await watch.items();
		expect(items[0]).toMatchObject({
			event: 'orderCreated',
			order: { orderNumber: 'N-1', internalNotes: expect.any(String) },
		});
	});
});
