import type { Order } from '../order/order';
import type { Lifecycle } from '../order/orderStatus';

/** Stages of orders that still have to leave. */
export const OPEN_STAGES = [
	'unresolved',
	'awaitingPayment',
	'pending',
	'onHold',
] as const satisfies readonly Lifecycle[];
export type OpenStage = (typeof OPEN_STAGES)[number];

/** Ages of open orders in days; a group has its lower end, but not its upper one. */
export const AGES = [
	{ name: 'upTo1Day', label: '0–1 day', from: 0, to: 1 },
	{ name: 'upTo2Days', label: '1–2 days', from: 1, to: 2 },
	{ name: 'upTo5Days', label: '2–5 days', from: 2, to: 5 },
	{ name: 'over5Days', label: 'over 5 days', from: 5, to: Infinity },
] as const;
export type AgeGroup = (typeof AGES)[number]['name'];

/** The open orders of one stage, by age. */
export interface StageBacklog extends Record<AgeGroup, number> {
	stage: OpenStage;
	total: number;
}

export interface Backlog extends Record<AgeGroup, number> {
	total: number;
	/** In the order of the stages; all of them, also those without orders. */
	byStage: StageBacklog[];
}

const DAY_MS = 86_400_000;
const none = (): Record<AgeGroup, number> => ({ upTo1Day: 0, upTo2Days: 0, upTo5Days: 0, over5Days: 0 });

type Dated = Pick<Order, 'lifecycle' | 'orderDate' | 'createdAt'>;

/**
 * Counts open orders by stage and age. The age begins with the order date. Orders of the future, and orders without a
 * readable date, are not counted.
 * @param now ISO-8601 UTC
 */
export function backlogOf(orders: readonly Dated[], now: string): Backlog {
	const byStage = OPEN_STAGES.map((stage): StageBacklog => ({ stage, total: 0, ...none() }));
	const all: Backlog = { total: 0, ...none(), byStage };
	for (const order of orders) {
		const stage = byStage.find((one) => one.stage === order.lifecycle);
		const days = (Date.parse(now) - Date.parse(order.orderDate ?? order.createdAt ?? '')) / DAY_MS;
		const group = AGES.find(({ from, to }) => days >= from && days < to);
		if (!stage || !group) continue;
		for (const counts of [stage, all]) {
			counts.total += 1;
			counts[group.name] += 1;
		}
	}
	return all;
}
