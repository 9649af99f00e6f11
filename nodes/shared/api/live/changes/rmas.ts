import { readDate } from '../../../domain/values/dates/date';
import type { Rma } from '../../../domain/purchasing/rma';
import * as z from '../../../vendor/zod';
import { flag, number, readAs, recordId, textOrNull } from '../../common/parse';
import type { WithRaw } from '../../ports/types';
import { recordReader } from '../../common/unreadable';

/** What the pack reads of an RMA (live-api section 7.10); anything but the id may be null. */
const wireRma = z.looseObject({
	rmaId: recordId,
	inStoreReturn: flag,
	items: z
		.array(
			z.looseObject({
				returnedQuantity: number,
				rmaOrderItem: z.looseObject({ product: z.looseObject({}).nullish() }).nullish(),
			}),
		)
		.nullish(),
});

/** A live RMA in business words, with the service's own object beside it. */
export const readRma = recordReader({ what: 'RMA', id: 'rmaId', name: 'rmaNumber' }, (raw, endpoint): WithRaw<Rma> => {
	const wire = readAs(wireRma, raw, endpoint);
	const value: Rma = {
		rmaId: wire.rmaId,
		rmaNumber: textOrNull(wire.rmaNumber),
		shipmentId: textOrNull(wire.shipmentId),
		issueDate: readDate(wire.issueDate),
		notes: textOrNull(wire.notes),
		inStoreReturn: wire.inStoreReturn,
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
	return { value, raw };
});
