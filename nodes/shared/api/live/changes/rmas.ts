import { readDate } from '../../../domain/values/dates/date';
import type { Rma } from '../../../domain/purchasing/rma';
import * as z from '../../../vendor/zod';
import { flag, number, readAs, recordId, textOrNull } from '../../common/parse';
import type { WithRaw } from '../../ports/types';
import { recordReader } from '../../common/unreadable';

/** The fields of an RMA that the package reads (live-api section 7.10); all but the ID may be null. */
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

/** Converts an RMA of the live API, with the raw data. */
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
