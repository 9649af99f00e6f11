import type { OrderManagerApi } from '../../../shared/api/ports';
import { percentOf } from '../../../shared/domain/insights/share';
import { type Refused, type ReportGiven, reportOperation, type ReportTools } from '../../../shared/n8n/run/operation';
import { ordersByNumber } from '../../ordersByNumber';
import { type OrderReport, readAccuracy, reportOnOrders } from '../../orderReport';
import { readScope } from '../../period';

/** One item with all figures; each row of the input is the number of an order of the ERP. */
export const get = reportOperation<string>({
	read: (fields) => fields.code('erpOrderNumber', 'ERP Order Number'),
	run: async (manager, given, tools) => {
		const accuracy = readAccuracy(given.parameters);
		const report = await reportOnOrders(manager, given.parameters, tools, 'Get KPIs');
		const { span, asOf, kpis, backlog, byDay } = report;
		const { byStage, total, ...byAge } = backlog;
		const sync = given.inputs.length > 0 ? await syncRate(manager, given, report, tools) : undefined;
		const json = {
			...span,
			...kpis,
			...sync?.figures,
			...(accuracy === undefined ? {} : { inventoryAccuracyPercent: accuracy }),
			backlog: total,
			backlogUpTo1Day: byAge.upTo1Day,
			backlogUpTo2Days: byAge.upTo2Days,
			backlogUpTo5Days: byAge.upTo5Days,
			backlogOver5Days: byAge.over5Days,
			backlogByStage: byStage,
			ordersByDay: byDay,
			asOf,
		};
		return { rows: [{ json }], refused: sync?.refused };
	},
});

interface SyncRate {
	figures: { erpOrders: number; erpOrdersArrived: number; orderSyncPercent: number | null };
	refused: Refused[];
}

/** How many of the ERP's orders arrived, whenever they did. Those whose look-up failed are refused, not counted. */
async function syncRate(
	manager: OrderManagerApi,
	{ inputs, parameters }: ReportGiven<string>,
	{ numbers }: OrderReport,
	tools: ReportTools,
): Promise<SyncRate> {
	const wanted = [...new Set(inputs.map(({ value }) => value))];
	const others = wanted.filter((number) => !numbers.has(number));
	const { orders, failed } = await ordersByNumber(manager, others, readScope(parameters).salesChannelId, tools);
	const known = wanted.length - failed.size;
	const arrived = wanted.length - others.length + orders.size;
	return {
		figures: { erpOrders: known, erpOrdersArrived: arrived, orderSyncPercent: percentOf(arrived, known) },
		refused: inputs.flatMap(({ items, value }) => {
			const error = failed.get(value);
			return error ? [{ items, subject: `Order ${value}`, error }] : [];
		}),
	};
}
