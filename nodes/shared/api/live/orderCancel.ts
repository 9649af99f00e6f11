import type { Cancellation } from '../../domain/order';
import type { Outcome, Placed } from '../../http/batches';
import type { ApiClient } from '../../http/client';
import type { OrderReceipt, Sourced } from '../port';
import { LIVE } from './catalogue';
import { type OrderAction, actOnOrders } from './orderAction';

const CANCEL: OrderAction<Cancellation> = {
	endpoint: LIVE.cancelOrders,
	outcomes: { done: 'cancelled', before: 'alreadyCancelled' },
	isAsWanted: ({ value }) => value.lifecycle === 'cancelled',
	manner: ({ reasonType, reason, refundOnChannel, emailChannel, updateChannel }) => ({
		cancelReasonType: reasonType,
		cancelReason: reason === '' ? undefined : reason,
		refundOrdersOnChannels: refundOnChannel,
		sendEmailNotificationToChannel: emailChannel,
		updateSalesChannels: updateChannel,
	}),
};

/** Cancels orders; one call takes all orders of a channel with the same reason and switches. */
export const cancelOrders = async (
	client: ApiClient,
	cancellations: ReadonlyArray<Placed<Cancellation>>,
): Promise<Array<Outcome<Sourced<OrderReceipt>>>> => await actOnOrders(client, cancellations, CANCEL);
