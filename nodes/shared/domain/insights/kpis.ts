import type { Order } from '../order/order';
import type { DateSpan } from '../values/dates/dateSpan';
import { DateTime } from '../../vendor/luxon';
import { percentile } from './percentile';
import { percentOf } from './share';

type Placed = Pick<Order, 'orderDate' | 'shipDate' | 'lifecycle'>;

/** How orders of a span went. Times are hours. */
export interface OrderKpis {
	ordersCreated: number;
	ordersShipped: number;
	/** From order to shipment, nearest rank; null without shipped orders. */
	hoursToShipP50: number | null;
	hoursToShipP90: number | null;
	hoursToShipP95: number | null;
	ordersCancelled: number;
	cancelledPercent: number | null;
}

const HOUR_MS = 3_600_000;

/** Whether an order was placed in a span, which has its beginning, but not its end. */
export const isPlacedIn = ({ orderDate }: Placed, { from, to }: DateSpan): boolean =>
	orderDate !== null && orderDate >= from && orderDate < to;

/** The figures of the orders that were placed in a span. */
export function orderKpis(orders: readonly Placed[], span: DateSpan): OrderKpis {
	const placed = orders.filter((order) => isPlacedIn(order, span));
	const hours = placed.flatMap(hoursToShip).sort((one, other) => one - other);
	const cancelled = placed.filter(({ lifecycle }) => lifecycle === 'cancelled').length;
	return {
		ordersCreated: placed.length,
		ordersShipped: hours.length,
		hoursToShipP50: percentile(hours, 50),
		hoursToShipP90: percentile(hours, 90),
		hoursToShipP95: percentile(hours, 95),
		ordersCancelled: cancelled,
		cancelledPercent: percentOf(cancelled, placed.length),
	};
}

/** Nothing for orders that did not ship, or whose dates contradict each other. */
function hoursToShip({ orderDate, shipDate, lifecycle }: Placed): number[] {
	if (lifecycle !== 'fulfilled') return [];
	const hours = (Date.parse(shipDate ?? '') - Date.parse(orderDate ?? '')) / HOUR_MS;
	return hours >= 0 ? [Math.round(hours * 10) / 10] : [];
}

export interface DayCount {
	/** `2026-03-05` */
	day: string;
	orders: number;
}

/** How many orders were placed on each day of a span, days without orders included. @param zone of the days */
export function ordersByDay(orders: readonly Placed[], span: DateSpan, zone: string): DayCount[] {
	const dayOf = (date: string): string => DateTime.fromISO(date, { zone }).toISODate() ?? '';
	const counts = new Map<string, number>();
	let day = DateTime.fromISO(span.from, { zone }).startOf('day');
	const end = DateTime.fromISO(span.to, { zone });
	while (day < end) {
		counts.set(day.toISODate() ?? '', 0);
		day = day.plus({ days: 1 });
	}
	for (const order of orders) {
		if (!isPlacedIn(order, span)) continue;
		const at = dayOf(order.orderDate ?? '');
		counts.set(at, (counts.get(at) ?? 0) + 1);
	}
	return [...counts].map(([one, count]) => ({ day: one, orders: count }));
}
