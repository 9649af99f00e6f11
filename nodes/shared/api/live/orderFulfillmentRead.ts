import * as z from '../../vendor/zod';
import { id } from '../answers';

/** What the pack reads of the answer (postSendToFulfillmentResponse); the shape of `results` is not established. */
const wire = z.looseObject({
	ordersRemaining: z.boolean().nullish(),
	results: z.unknown(),
	orderBatch: z
		.looseObject({
			batchNumber: id.nullish(),
			orders: z.array(z.looseObject({ status: z.string().nullish(), order: z.looseObject({ orderId: id.nullish() }).nullish() })).nullish(),
		})
		.nullish(),
});
const idInRow = z.union([id, z.looseObject({ orderId: id })]);

/** The orders that a sending lists, its batches, and whether more remain. */
export function readRelease(answer: unknown): { orderIds: string[]; batchNumbers: string[]; remaining: boolean } {
	const read = wire.safeParse(answer);
	if (!read.success) return { orderIds: [], batchNumbers: [], remaining: false };
	const { results, orderBatch, ordersRemaining } = read.data;
	const inBatch = (orderBatch?.orders ?? []).filter(({ status }) => status !== 'FAILED').flatMap(({ order }) => (order?.orderId ? [String(order.orderId)] : []));
	const inResults = (Array.isArray(results) ? results : []).flatMap((row) => {
		const one = idInRow.safeParse(row).data;
		if (one === undefined || one === null) return [];
		return [String(typeof one === 'object' ? one.orderId : one)];
	});
	return {
		orderIds: [...new Set([...inBatch, ...inResults])],
		batchNumbers: orderBatch?.batchNumber ? [String(orderBatch.batchNumber)] : [],
		remaining: ordersRemaining ?? false,
	};
}
