import type { OrderManagerApi } from '../shared/api/ports';
import { requireSupported } from '../shared/api/ports/requireSupported';
import type { UnreadableOption } from '../shared/api/ports/unreadable';
import { type Backlog, backlogOf, OPEN_STAGES } from '../shared/domain/insights/backlog';
import { type DayCount, type OrderKpis, orderKpis, ordersByDay } from '../shared/domain/insights/kpis';
import { InputError } from '../shared/domain/inputError';
import type { Order, OrderFilter } from '../shared/domain/order/order';
import { statusesOf } from '../shared/domain/order/orderStatus';
import type { Fields } from '../shared/n8n/read/params';
import type { ReportTools } from '../shared/n8n/run/operation';
import { type OrderScope, type Period, readPeriod, readScope } from './period';

/** The part of an order that reports count; a month of orders must fit into the memory. */
export type CountedOrder = Pick<Order, 'orderNumber' | 'orderDate' | 'createdAt' | 'shipDate' | 'lifecycle'>;

export interface OrderReport extends Period {
	kpis: OrderKpis;
	byDay: DayCount[];
	backlog: Backlog;
	/** Numbers of the orders of the span. */
	numbers: Set<string>;
}

/**
 * Reads the orders of a span and those that are open.
 * @param what the operation, for the error where a contract does not tell when orders were placed and shipped
 */
export async function reportOnOrders(
	manager: OrderManagerApi,
	parameters: Fields,
	tools: ReportTools,
	what: string,
): Promise<OrderReport> {
	const { contract } = manager;
	requireSupported(contract.supports('filter.orderDates') ? manager.orders : undefined, what);
	const period = readPeriod(parameters);
	const { span, asOf } = period;
	const scope = readScope(parameters);
	const placed = await read(manager, { ...scope, orderedFrom: span.from, orderedTo: span.to }, tools);
	const statuses = OPEN_STAGES.flatMap((stage) => statusesOf(stage, contract.orderStatuses));
	const open = await read(manager, { ...scope, statuses }, tools);
	return {
		...period,
		kpis: orderKpis(placed, span),
		byDay: ordersByDay(placed, span, tools.zone),
		backlog: backlogOf(open, asOf),
		numbers: new Set(placed.map(({ orderNumber }) => orderNumber)),
	};
}

async function read(
	manager: OrderManagerApi,
	filter: OrderFilter & OrderScope,
	{ unreadable }: UnreadableOption,
): Promise<CountedOrder[]> {
	const orders: CountedOrder[] = [];
	for await (const page of manager.orders.list(filter, { unreadable, ahead: () => Infinity }))
		for (const { value } of page) {
			const { orderNumber, orderDate, createdAt, shipDate, lifecycle } = value;
			orders.push({ orderNumber, orderDate, createdAt, shipDate, lifecycle });
		}
	return orders;
}

/** @throws InputError for a number that is no percentage */
export function readAccuracy(fields: Fields): number | undefined {
	const accuracy = fields.amount('inventoryAccuracy', 'Inventory Accuracy (%)');
	if (accuracy === undefined || (accuracy >= 0 && accuracy <= 100)) return accuracy;
	throw new InputError(
		'Inventory Accuracy (%)',
		`${accuracy} is not between 0 and 100.`,
		'Use the field accuracyPercent of the summary of Stock → Reconcile, or leave it empty.',
	);
}
