import { readDate } from '../../../../domain/values/dates/date';
import type { Hold } from '../../../../domain/order/orderActions';
import type { ItemResult, BatchItem } from '../../../../batch/types';
import type { ApiClient } from '../../../../http/client';
import * as z from '../../../../vendor/zod';
import type { OrderReceipt, WithRaw } from '../../../ports/types';
import { LIVE } from '../../catalogue';
import { type OrderAction, actOnOrders } from './action';

const onHold = z.looseObject({ holdUntilDate: z.string().nullish() });

const HOLD: OrderAction<Hold> = {
	endpoint: LIVE.holdOrders,
	outcomes: { done: 'onHold', before: 'alreadyOnHold' },
	isAlreadyDone: ({ value, raw }, { until }) =>
		value.lifecycle === 'onHold' && readDate(onHold.safeParse(raw).data?.holdUntilDate) === until,
	callOptions: ({ until }) => ({ holdUntil: until }),
};

/** Puts orders on hold; one call takes all orders of a channel with the same date. */
export const holdOrders = async (
	client: ApiClient,
	holds: ReadonlyArray<BatchItem<Hold>>,
): Promise<Array<ItemResult<WithRaw<OrderReceipt>>>> => await actOnOrders(client, holds, HOLD);
