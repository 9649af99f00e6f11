import { readDate } from '../../domain/date';
import type { Rma } from '../../domain/rma';
import * as z from '../../vendor/zod';
import { id, readAs, textOrNull } from '../answers';
import type { Sourced } from '../port';

/** What the pack reads of an RMA (live-api section 7.10); anything but the id may be null. */
const wireRma = z.looseObject({
	rmaId: id,
	inStoreReturn: z.boolean().nullish(),
	items: z
		.array(
			z.looseObject({
				returnedQuantity: z.number().nullish(),
				rmaOrderItem: z.looseObject({ product: z.looseObject({}).nullish() }).nullish(),
			}),
		)
		.nullish(),
});

/** A live RMA in business words, with the service's own object beside it. */
export function readRma(source: unknown, endpoint: string): Sourced<Rma> {
	const wire = readAs(wireRma, source, endpoint);
	const value: Rma = {
		rmaId: String(wire.rmaId),
		rmaNumber: textOrNull(wire.rmaNumber),
		shipmentId: textOrNull(wire.shipmentId),
		issueDate: readDate(wire.issueDate),
		notes: textOrNull(wire.notes),
		inStoreReturn: wire.inStoreReturn ?? null,
		items: (wire.items ?? []).map(({ rmaOrderItem: line, returnedQuantity, type, action, reason }) => ({
			orderId: textOrNull(line?.orderId),
			sku: textOrNull(line?.listingSku),
			productSku: textOrNull(line?.product?.masterSku),
			productName: textOrNull(line?.product?.name),
			quantity: returnedQuantity ?? 0,
			type: textOrNull(type),
			action: textOrNull(action),
			reason: textOrNull(reason),
		})),
	};
	return { value, source };
}
