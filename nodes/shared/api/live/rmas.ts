import { readDate } from '../../domain/date';
import type { Rma, RmaItem } from '../../domain/rma';
import type { ApiClient } from '../../http/client';
import { readPages } from '../../http/pages';
import * as z from '../../vendor/zod';
import { id, numberOrNull, readAs, rowsOf, textOrNull } from '../answers';
import type { Sourced } from '../port';
import type { RmasPort } from '../ports/supply';
import { LIVE } from './catalogue';
import { wireId } from './orderWrite';

const wireItem = z.looseObject({
	lossToSeller: z.looseObject({ amount: z.number().nullish(), currency: z.string().nullish() }).nullish(),
	rmaOrderItem: z.looseObject({ product: z.looseObject({}).nullish() }).nullish(),
});

/** What the pack reads of an RMA (live-api section 7.10); anything but the id may be null. */
const wireRma = z.looseObject({
	rmaId: id,
	inStoreReturn: z.boolean().nullish(),
	shippingLabelUrls: z.array(z.unknown()).nullish(),
	items: z.array(wireItem).nullish(),
});

/** Returns of the live API. The service insists on both dates (live-api section 9, 5). */
export const liveRmas = (client: ApiClient): RmasPort => ({
	list: ({ createdFrom, createdTo, salesChannelId }, { pageSize }) =>
		readPages(client, LIVE.listRmas, {
			query: {
				createdFromDate: createdFrom,
				createdToDate: createdTo,
				salesChannelId: salesChannelId ? wireId(salesChannelId, 'Sales Channel') : undefined,
			},
			pageSize,
			rows: (body) => rowsOf(body, LIVE.listRmas.name).map(readRma),
			key: ({ value }) => value.rmaId,
		}),
});

function readRma(source: unknown): Sourced<Rma> {
	const wire = readAs(wireRma, source, LIVE.listRmas.name);
	return {
		value: {
			rmaId: String(wire.rmaId),
			rmaNumber: textOrNull(wire.rmaNumber),
			shipmentId: textOrNull(wire.shipmentId),
			issuedAt: readDate(wire.issueDate),
			notes: textOrNull(wire.notes),
			inStoreReturn: wire.inStoreReturn ?? null,
			labelUrls: (wire.shippingLabelUrls ?? []).map(textOrNull).filter((url) => url !== null),
			items: (wire.items ?? []).map(toItem),
		},
		source,
	};
}

const toItem = (item: z.Infer<typeof wireItem>): RmaItem => ({
	rmaItemId: textOrNull(item.rmaItemId),
	orderId: textOrNull(item.rmaOrderItem?.orderId),
	sku: textOrNull(item.rmaOrderItem?.listingSku),
	productSku: textOrNull(item.rmaOrderItem?.product?.masterSku),
	quantity: numberOrNull(item.returnedQuantity),
	type: textOrNull(item.type),
	action: textOrNull(item.action),
	reason: textOrNull(item.reason),
	loss: item.lossToSeller?.amount ?? null,
	currency: item.lossToSeller?.currency ?? null,
});
