import type { Cancellation } from '../../../../domain/order/order';
import type { ItemResult, BatchItem } from '../../../../batch/types';
import type { ApiClient } from '../../../../http/client';
import type { OrderReceipt, WithRaw } from '../../../ports/types';
import { LIVE } from '../../catalogue';
import { type OrderAction, actOnOrders } from './action';

const CANCEL: OrderAction<Cancellation> = {
	endpoint: LIVE.cancelOrders,
	outcomes: { done: 'cancelled', before: 'alreadyCancelled' },
	isAlreadyDone: ({ value }) => value.lifecycle === 'cancelled',
	callOptions: ({ reasonType, reason, refundOnChannel, emailChannel, updateChannel }) => ({
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
	cancellations: ReadonlyArray<BatchItem<Cancellation>>,
): Promise<Array<ItemResult<WithRaw<OrderReceipt>>>> => await actOnOrders(client, cancellations, CANCEL);
