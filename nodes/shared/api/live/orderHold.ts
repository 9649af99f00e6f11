import { readDate } from '../../domain/date';
import type { Hold } from '../../domain/orderActions';
import type { Outcome, Placed } from '../../http/batches';
import type { ApiClient } from '../../http/client';
import * as z from '../../vendor/zod';
import type { OrderReceipt, Sourced } from '../port';
import { LIVE } from './catalogue';
import { type OrderAction, actOnOrders } from './orderAction';

const held = z.looseObject({ holdUntilDate: z.string().nullish() });

const HOLD: OrderAction<Hold> = {
	endpoint: LIVE.holdOrders,
	outcomes: { done: 'onHold', before: 'alreadyOnHold' },
	isAsWanted: ({ value, source }, { until }) =>
		value.lifecycle === 'onHold' && readDate(held.safeParse(source).data?.holdUntilDate) === until,
	manner: ({ until }) => ({ holdUntil: until }),
};

/** Puts orders on hold; one call takes all orders of a channel with the same date. */
export const holdOrders = async (
	client: ApiClient,
	holds: ReadonlyArray<Placed<Hold>>,
): Promise<Array<Outcome<Sourced<OrderReceipt>>>> => await actOnOrders(client, holds, HOLD);
