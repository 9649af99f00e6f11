import type { ApiClient } from '../../../http/client';
import type { OrdersPort } from '../../ports/orders';
import { failAllOnError } from '../../../batch/failAllOnError';
import { cancelOrders, holdOrders, restoreOrders, setOrderNotes } from './actions';
import { createOrders } from './create';
import { getOrders, listOrders } from './find';
import { sendToFulfillment } from './fulfillment';
import { splitOrders } from './split';
import { orderStatuses } from './statuses';
import { updateOrders } from './update';
import { createOrUpdateOrders } from './upsert';
import { validateOrders } from './validate';

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
