import type { ApiClient } from '../../http/client';
import type { OrdersPort } from '../port';
import { failAllOnError } from '../failAllOnError';
import { cancelOrders } from './orderCancel';
import { createOrders } from './orderCreate';
import { getOrders, listOrders } from './orderFind';
import { sendToFulfillment } from './orderFulfillment';
import { holdOrders } from './orderHold';
import { setOrderNotes } from './orderNotes';
import { restoreOrders } from './orderRestore';
import { splitOrders } from './orderSplit';
import { orderStatuses } from './orderStatuses';
import { updateOrders } from './orderUpdate';
import { createOrUpdateOrders } from './orderUpsert';
import { validateOrders } from './orderValidate';

/** Orders of the live API. */
export function liveOrders(client: ApiClient): OrdersPort {
	return {
		create: async (orders, options) => failAllOnError(orders, async (all) => createOrders(client, all, options)),
		createOrUpdate: async (orders, options) =>
			failAllOnError(orders, async (all) => createOrUpdateOrders(client, all, options)),
		get: async (keys) => getOrders(client, keys),
		list: (filter, options) => listOrders(client, filter, options),
		update: async (changes) => failAllOnError(changes, async (all) => updateOrders(client, all)),
		validate: async (changes) => failAllOnError(changes, async (all) => validateOrders(client, all)),
		cancel: async (cancellations) => failAllOnError(cancellations, async (all) => cancelOrders(client, all)),
		hold: async (holds) => failAllOnError(holds, async (all) => holdOrders(client, all)),
		restore: async (keys) => failAllOnError(keys, async (all) => restoreOrders(client, all)),
		sendToFulfillment: async (releases) => failAllOnError(releases, async (all) => sendToFulfillment(client, all)),
		split: async (splits) => failAllOnError(splits, async (all) => splitOrders(client, all)),
		setNotes: async (changes) => failAllOnError(changes, async (all) => setOrderNotes(client, all)),
		statuses: async (all, options) => orderStatuses(client, all, options?.unreadable),
	};
}
