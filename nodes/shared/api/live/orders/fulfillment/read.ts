import { serviceWords } from '../../../../http/errors/serviceWords';
import * as z from '../../../../vendor/zod';
import { id } from '../../../common/parse';

/**
 * The fields of the response that the package reads (postSendToFulfillmentResponse). The shape of `results` is not
 * established.
 */
const wire = z.looseObject({
	ordersRemaining: z.boolean().nullish(),
	results: z.unknown(),
	orderBatch: z
		.looseObject({
			batchNumber: id.nullish(),
			orders: z
				.array(
					z.looseObject({
						status: z.string().nullish(),
						processingMessage: z.string().nullish(),
						order: z.looseObject({ orderId: id.nullish() }).nullish(),
					}),
				)
				.nullish(),
		})
		.nullish(),
});
const idInRow = z.union([id, z.looseObject({ orderId: id })]);

export interface ReadRelease {
	orderIds: ReadonlySet<string>;
	/** The service's reasons, by order, for orders that the batch lists as not sent. */
	failed: ReadonlyMap<string, string>;
	batchNumbers: string[];
	/** Whether more orders are waiting; undefined if the response does not say. */
	remaining: boolean | undefined;
}

/** Reads the listed orders, the batches, and whether more orders remain. */
export function readRelease(response: unknown): ReadRelease {
	const read = wire.safeParse(response);
	if (!read.success) return { orderIds: new Set(), failed: new Map(), batchNumbers: [], remaining: undefined };
	const { results, orderBatch, ordersRemaining } = read.data;
	const rows = (orderBatch?.orders ?? []).flatMap((row) =>
		row.order?.orderId ? [{ ...row, orderId: String(row.order.orderId) }] : [],
	);
	const isOut = ({ status }: { status?: string | null }): boolean => status === 'FAILED' || status === 'CANCELLED';
	const inResults = (Array.isArray(results) ? results : []).flatMap((row) => {
		const one = idInRow.safeParse(row).data;
		if (one === undefined || one === null) return [];
		return [String(typeof one === 'object' ? one.orderId : one)];
	});
	const failed = new Map(
		rows
			.filter(isOut)
			.map((row) => [row.orderId, serviceWords(row.processingMessage) ?? 'The service did not send this order.']),
	);
	const sent = [...rows.filter((row) => !isOut(row)).map(({ orderId }) => orderId), ...inResults];
	return {
		orderIds: new Set(sent.filter((orderId) => !failed.has(orderId))),
		failed,
		batchNumbers: orderBatch?.batchNumber ? [String(orderBatch.batchNumber)] : [],
		remaining: ordersRemaining ?? undefined,
	};
}
