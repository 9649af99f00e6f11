import type { Order } from '../../../domain/order/order';
import type { ApiClient } from '../../../http/client';
import { writeOne } from '../../../batch/writeOne';
import { shows } from '../../../batch/confirm/shows';
import { GUIDE } from '../catalogue';
import { get } from './find';

/**
 * Changes one order. Returns the proof that it is done: the response, or else the order as read afterwards.
 * @param body the fields to change, which the response or a look-up must show
 */
export async function changeOrder(
	client: ApiClient,
	{ orderId }: Order,
	body: Record<string, unknown>,
): Promise<{ raw: unknown }> {
	return await writeOne(
		client,
		GUIDE.updateOrder,
		{ path: { id: orderId }, body },
		{
			names: { id: orderId },
			taken: (raw) => (shows(raw, body) ? { raw } : undefined),
			find: async () => {
				const { raw } = await get(client, { orderId });
				return shows(raw, body) ? { raw } : undefined;
			},
		},
	);
}
