import { backlogOf } from '../../../../nodes/shared/domain/insights/backlog';
import { orderKpis, ordersByDay } from '../../../../nodes/shared/domain/insights/kpis';
import { median } from '../../../../nodes/shared/domain/insights/median';
import { percentile } from '../../../../nodes/shared/domain/insights/percentile';
import { percentOf } from '../../../../nodes/shared/domain/insights/share';
import type { Lifecycle } from '../../../../nodes/shared/domain/order/orderStatus';

describe('a percentile', () => {
	it.each([
		[50, 3],
		[90, 5],
		[95, 5],
		[20, 1],
		[21, 2],
		[100, 5],
	])('%i of 1, 2, 3, 4, 5 is %i: the nearest rank, always one of the values', (percent, expected) => {
		expect(percentile([1, 2, 3, 4, 5], percent)).toBe(expected);
	});

	it('of one value is that value, and of none there is none', () => {
		expect(percentile([7], 95)).toBe(7);
		expect(percentile([], 50)).toBeNull();
	});
});

describe('a median', () => {
	it('is the middle value, or the mean of the two in the middle', () => {
		expect(median([9, 1, 5])).toBe(5);
		expect(median([9, 1, 5, 6])).toBe(5.5);
		expect(median([])).toBeNull();
	});
});

describe('a percentage', () => {
	it.each([
		[1, 3, 33.3],
		[2, 3, 66.7],
		[9_999, 10_000, 99.9],
		[1, 10_000, 0.1],
		[3, 3, 100],
		[0, 3, 0],
	])('%i of %i is %f: only everything is 100, and only nothing is 0', (part, whole, expected) => {
		expect(percentOf(part, whole)).toBe(expected);
	});

	it('of nothing is unknown', () => {
		expect(percentOf(0, 0)).toBeNull();
	});
});

const order = (orderDate: string | null, lifecycle: Lifecycle | null = 'pending', shipDate: string | null = null) => ({
	orderDate,
	lifecycle,
	shipDate,
	createdAt: orderDate,
});
const MARCH = { from: '2026-03-01T00:00:00Z', to: '2026-04-01T00:00:00Z' };

describe('the figures of a span', () => {
	it('count orders from its beginning, and not those of its end', () => {
		const orders = [order(MARCH.from), order(MARCH.to), order('2026-02-28T23:59:59Z'), order(null)];
		expect(orderKpis(orders, MARCH).ordersCreated).toBe(1);
	});

	it('take the time to ship of fulfilled orders only, and of no order that shipped before it was placed', () => {
		const orders = [
			order('2026-03-02T00:00:00Z', 'fulfilled', '2026-03-02T10:30:00Z'),
			order('2026-03-02T00:00:00Z', 'fulfilled', '2026-03-01T00:00:00Z'),
			order('2026-03-02T00:00:00Z', 'cancelled', '2026-03-03T00:00:00Z'),
			order('2026-03-02T00:00:00Z', 'fulfilled', null),
		];
		expect(orderKpis(orders, MARCH)).toMatchObject({ ordersShipped: 1, hoursToShipP50: 10.5, cancelledPercent: 25 });
	});

	it('have every day of the trend, in the zone of the workflow', () => {
		const span = { from: '2026-03-01T05:00:00Z', to: '2026-03-04T05:00:00Z' };
		const orders = [order('2026-03-02T03:00:00Z'), order('2026-03-02T06:00:00Z')];
		expect(ordersByDay(orders, span, 'America/New_York')).toEqual([
			{ day: '2026-03-01', orders: 1 },
			{ day: '2026-03-02', orders: 1 },
			{ day: '2026-03-03', orders: 0 },
		]);
	});
});

describe('the days of a long span', () => {
	it('are all there and in order, also beyond 400', () => {
		const span = { from: '2024-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' };
		const days = ordersByDay([order('2025-12-30T08:00:00Z'), order('2025-12-01T08:00:00Z')], span, 'UTC');
		expect(days).toHaveLength(731);
		expect(days.map(({ day }) => day)).toEqual(days.map(({ day }) => day).sort());
		expect(days.filter(({ orders }) => orders > 0)).toEqual([
			{ day: '2025-12-01', orders: 1 },
			{ day: '2025-12-30', orders: 1 },
		]);
	});
});

describe('the backlog', () => {
	it('puts each open order into one age and one stage; exactly one day belongs to the second age', () => {
		const orders = [
			order('2026-03-31T00:00:01Z', 'pending'),
			order('2026-03-31T00:00:00Z', 'pending'),
			order('2026-03-29T12:00:00Z', 'onHold'),
			order('2026-03-27T00:00:00Z', 'unresolved'),
			order('2026-01-01T00:00:00Z', 'awaitingPayment'),
			order('2026-03-30T00:00:00Z', 'fulfilled'),
			order('2026-04-02T00:00:00Z', 'pending'),
			order('tomorrow', 'pending'),
		];
		const backlog = backlogOf(orders, '2026-04-01T00:00:00Z');
		expect(backlog).toMatchObject({ total: 5, upTo1Day: 1, upTo2Days: 1, upTo5Days: 1, over5Days: 2 });
		expect(backlog.byStage.map(({ stage, total }) => `${stage} ${total}`)).toEqual([
			'unresolved 1',
			'awaitingPayment 1',
			'pending 2',
			'onHold 1',
		]);
	});
});
