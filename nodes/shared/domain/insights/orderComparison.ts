import { Big } from '../../vendor/big';
import { LIFECYCLES } from '../order/orderStatus';
import type { Order } from '../order/order';
import { compareLines, type ErpLine } from './lineComparison';
import { percentOf } from './share';

/** An order as the ERP knows it. Parts that are not given are not compared. */
export interface ErpOrder {
	orderNumber: string;
	/** The sales channel in which the order is; undefined for any. */
	salesChannelId?: string;
	total?: number;
	/** A stage (`fulfilled`) or a status of the service (`SHIPPED`), in any case. */
	status?: string;
	lines?: ErpLine[];
}

export type OrderOutcome = 'equal' | 'neverArrived' | 'duplicated' | 'totalDiffers' | 'linesDiffer' | 'statusDiffers';

/** One thing that was found about an order. */
export interface OrderFinding {
	outcome: OrderOutcome;
	orderNumber: string;
	/** What the ERP says, and what Extensiv says; null where the outcome needs no values. */
	inErp: string | null;
	inExtensiv: string | null;
	/** The order's status in Extensiv. */
	status: string | null;
	orderId: string | null;
}

type LiveOrder = Pick<Order, 'orderId' | 'orderNumber' | 'status' | 'lifecycle' | 'total' | 'currency' | 'lines'>;

/**
 * Compares an order of the ERP with the orders of the account that have its number.
 * @param tolerance the difference up to which totals are equal
 * @returns everything that differs, or one finding `equal`
 */
export function compareOrder(erp: ErpOrder, live: readonly LiveOrder[], tolerance = 0): OrderFinding[] {
	const { orderNumber } = erp;
	// A canceled twin does no harm: orders that were created twice are canceled.
	const active = live.filter(({ lifecycle }) => lifecycle !== 'cancelled');
	const [order = live[0], ...twins] = active;
	if (!order) return [{ outcome: 'neverArrived', orderNumber, ...NO_VALUES, status: null, orderId: null }];
	const about = { orderNumber, status: order.status, orderId: order.orderId };
	if (twins.length > 0) {
		const ids = active.map(({ orderId }) => orderId).join(', ');
		return [{ outcome: 'duplicated', ...about, inErp: '1 order', inExtensiv: `${active.length} orders: ${ids}` }];
	}
	const findings = differences(erp, order, tolerance).map(([outcome, inErp, inExtensiv]) => ({
		outcome,
		...about,
		inErp,
		inExtensiv,
	}));
	return findings.length > 0 ? findings : [{ outcome: 'equal', ...about, ...NO_VALUES }];
}

const NO_VALUES = { inErp: null, inExtensiv: null };

function differences(
	{ total, status, lines }: ErpOrder,
	order: LiveOrder,
	tolerance: number,
): Array<[OrderOutcome, string, string]> {
	const found: Array<[OrderOutcome, string, string]> = [];
	if (total !== undefined && !isNear(total, order.total, tolerance))
		found.push([
			'totalDiffers',
			String(total),
			order.total === null ? 'none' : textOfTotal(order.total, order.currency),
		]);
	const different = lines && compareLines(lines, order.lines);
	if (different) found.push(['linesDiffer', different.inErp || 'none', different.inExtensiv || 'none']);
	if (status !== undefined && !hasStatus(order, status)) found.push(['statusDiffers', status, textOfStatus(order)]);
	return found;
}

const isNear = (one: number, other: number | null, tolerance: number): boolean =>
	other !== null && new Big(one).minus(other).abs().lte(tolerance);

const textOfTotal = (total: number, currency: string | null): string => [total, currency].filter(Boolean).join(' ');

const textOfStatus = ({ status, lifecycle }: LiveOrder): string => (lifecycle ? `${lifecycle} (${status})` : status);

function hasStatus({ status, lifecycle }: LiveOrder, word: string): boolean {
	const wanted = word.toLowerCase();
	const stage = LIFECYCLES.find((name) => name.toLowerCase() === wanted);
	return stage ? lifecycle === stage : status.toLowerCase() === wanted;
}

export interface OrderSummary extends Record<OrderOutcome, number> {
	compared: number;
	/** Equal orders among all that were compared, in percent; null if nothing was. */
	accuracyPercent: number | null;
}

/** @param perOrder the findings about each order; one with two differences counts under both */
export function summarizeOrders(perOrder: ReadonlyArray<readonly OrderFinding[]>): OrderSummary {
	const counts: Record<OrderOutcome, number> = {
		equal: 0,
		neverArrived: 0,
		duplicated: 0,
		totalDiffers: 0,
		linesDiffer: 0,
		statusDiffers: 0,
	};
	for (const { outcome } of perOrder.flat()) counts[outcome] += 1;
	return { compared: perOrder.length, ...counts, accuracyPercent: percentOf(counts.equal, perOrder.length) };
}
