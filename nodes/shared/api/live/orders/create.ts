import type { NewOrder } from '../../../domain/order/order';
import type { BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import { createOrders as create } from '../../common/creation/create';
import type { Done, OrderWire } from '../../common/creation/wire';
import type { CreateOptions } from '../../ports/types';
import { rowError } from '../wire/bulk';
import { LIVE } from '../catalogue';
import { cancelOrders } from './actions';
import { orderById } from './find';
import { findEach } from './locate';
import { newOrder } from './write';

/** Order numbers per look-up. */
const LOOK_UP = 100;

/** Look-ups and batches under way at the same time. */
const WIDTH = 4;

/** How the live API creates orders: many per call, each in its sales channel. */
export const orderWire = (client: ApiClient): OrderWire => ({
	client,
	endpoint: LIVE.createOrders,
	lookUpSize: LOOK_UP,
	concurrency: WIDTH,
	keyOf: ({ orderNumber, salesChannelId }) => `${salesChannelId ?? ''}\n${orderNumber}`,
	make: (order) => ({ body: newOrder(order), notSent: [] }),
	join: (bodies) => bodies,
	find: async (inputs, doubtful) => await findEach(client, inputs, doubtful),
	byId: async (orderId) => await orderById(client, orderId),
	refused: ({ row, subject, code, message, field }) =>
		rowError({ row, subject, code, message, field }, LIVE.createOrders.name),
	cancel: async (orderId, reason) => {
		const value = {
			key: { orderId },
			reasonType: 'OTHER',
			reason,
			refundOnChannel: false,
			emailChannel: false,
			updateChannel: false,
		};
		const [outcome] = await cancelOrders(client, [{ index: 0, value }]);
		if (outcome && !outcome.ok) throw outcome.error;
	},
});

/** Creates orders without duplicates (api/common/creation). */
export const createOrders = async (
	client: ApiClient,
	orders: ReadonlyArray<BatchItem<NewOrder>>,
	options: CreateOptions,
): Promise<Done[]> => await create(orderWire(client), orders, options);
