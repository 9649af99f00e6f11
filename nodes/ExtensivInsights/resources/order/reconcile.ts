import {
	compareOrder,
	type ErpOrder,
	type OrderFinding,
	summarizeOrders,
} from '../../../shared/domain/insights/orderComparison';
import { InputError } from '../../../shared/domain/inputError';
import { type Refused, type ReportInput, reportOperation } from '../../../shared/n8n/run/operation';
import { type OrdersByNumber, ordersByNumber } from '../../ordersByNumber';
import { type ErpRow, nameOf, numberOf, ordersOf, readRow } from './erpOrder';

export const reconcile = reportOperation<ErpRow, ErpOrder>({
	read: readRow,
	keyOf: numberOf,
	arrange: ordersOf,
	run: async (manager, { inputs: all, unread, parameters }, tools) => {
		const inputs = all.filter(({ value }) => !unread.has(value.orderNumber));
		const partial = all.filter(({ value }) => unread.has(value.orderNumber));
		const tolerance = parameters.inside('options').amount('tolerance', 'Tolerance of Totals');
		const byChannel = new Map<string | undefined, OrdersByNumber>();
		for (const channel of new Set(inputs.map(({ value }) => value.salesChannelId))) {
			const ofChannel = inputs.filter(({ value }) => value.salesChannelId === channel);
			const numbers = ofChannel.map(({ value }) => value.orderNumber);
			byChannel.set(channel, await ordersByNumber(manager, numbers, channel, tools));
		}
		const isAll = parameters.raw('output') === 'everything';
		const refused: Refused[] = partial.map(incomplete);
		const perOrder: OrderFinding[][] = [];
		const rows = inputs.flatMap(({ items, value }) => {
			const found = byChannel.get(value.salesChannelId);
			const error = found?.failed.get(value.orderNumber);
			if (error) {
				refused.push({ items, subject: nameOf(value.orderNumber), error });
				return [];
			}
			const findings = compareOrder(value, found?.orders.get(value.orderNumber) ?? [], tolerance);
			perOrder.push(findings);
			return findings.filter(({ outcome }) => isAll || outcome !== 'equal').map((json) => ({ json, items }));
		});
		return { rows, summary: summarizeOrders(perOrder), refused };
	},
});

/** An order with a line that could not be read would only seem to differ. */
const incomplete = ({ items, value: { orderNumber } }: ReportInput<ErpOrder>): Refused => ({
	items,
	subject: nameOf(orderNumber),
	error: new InputError(
		'Order Number',
		'Another item of this order cannot be read, so the order was not compared.',
		'Correct the other item and run again.',
	),
});
