import type { CreatedOrder, NewOrder } from '../../domain/order';
import { lifecycleOf } from '../../domain/orderStatus';
import { ApiError } from '../../http/apiError';
import type { ApiClient, Recovery } from '../../http/client';
import { readErrorBody } from '../../http/errorBody';
import * as z from '../../vendor/zod';
import { id, readAs } from '../answers';
import type { CreateOptions, Sourced } from '../port';
import { GUIDE } from './catalogue';
import { allByNumber } from './orderFind';
import { newOrder } from './orderMapping';

const createAnswer = z.looseObject({ id: id.nullish(), status: z.string().nullish() }).nullish();

/** Creates an order, unless its number is there already. */
export async function create(client: ApiClient, order: NewOrder, options: CreateOptions): Promise<Sourced<CreatedOrder>> {
	const { body, notSent } = newOrder(order);
	// Where the number is there twice already, one of them is as good as the other.
	const [existing] = options.lookUpFirst ? await allByNumber(client, order.orderNumber) : [];
	if (existing) return created(order.orderNumber, 'existing', existing.value.orderId, existing.value.status, [], existing.source);
	const recover = async (): Promise<Recovery> => {
		const [found] = await allByNumber(client, order.orderNumber);
		return found ? { answer: found.source } : { again: {} };
	};
	const answer = await client.call(GUIDE.createOrder, { body, recover });
	const read = readAs(createAnswer, answer, GUIDE.createOrder.name);
	if (read?.id === undefined || read.id === null) {
		// A 2xx without an order is not one: it counts only when the order can be found.
		const [found] = await allByNumber(client, order.orderNumber);
		if (!found) throw refusedQuietly(answer);
		return created(order.orderNumber, 'created', found.value.orderId, found.value.status, notSent, found.source);
	}
	return created(order.orderNumber, 'created', read?.id, read?.status, notSent, answer ?? {});
}

function refusedQuietly(answer: unknown): ApiError {
	const { message, code, field } = readErrorBody(answer, 0);
	return new ApiError({
		kind: 'rowRefused',
		message: message ? `The service says: ${message}` : 'The service accepted the call but did not create the order.',
		code,
		serviceMessage: message,
		field,
		endpoint: GUIDE.createOrder.name,
	});
}

const created = (
	orderNumber: string,
	outcome: CreatedOrder['outcome'],
	orderId: string | number | null | undefined,
	status: string | null | undefined,
	notSent: string[],
	source: unknown,
): Sourced<CreatedOrder> => ({
	value: {
		outcome,
		orderId: orderId === null || orderId === undefined ? null : String(orderId),
		orderNumber,
		status: status ?? null,
		lifecycle: status ? lifecycleOf(status) : null,
		notSent,
	},
	source,
});
