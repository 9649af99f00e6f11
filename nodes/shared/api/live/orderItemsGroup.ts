import { addTo } from '../../domain/multiMap';
import { type Outcome, type Placed, stops, unsent } from '../../http/batches';
import type { ApiClient } from '../../http/client';
import type { Endpoint } from '../endpoint';
import type { Located } from './orderLocate';

/** The service takes one request at a time, in which scope is not known: so one for this whole process and service. */
export const alone = async <T>(client: ApiClient, endpoint: Endpoint, work: () => Promise<T>): Promise<T> =>
	await client.inTurn(`${client.connection.baseUrl} ${endpoint.name}`, work);

/**
 * Works through inputs order by order, one order at a time. After trouble that every order would meet, the orders not yet begun get that trouble as their outcome and nothing is
 * sent for them.
 */
export async function eachOrder<Value extends Located<unknown>, R>(
	located: ReadonlyArray<Placed<Value>>,
	work: (group: Array<Placed<Value>>) => Promise<Array<Outcome<R>>>,
): Promise<Array<Outcome<R>>> {
	const groups = new Map<string, Array<Placed<Value>>>();
	for (const one of located) {
		const { orderId } = one.value.order.value;
		addTo(groups, orderId, one);
	}
	const outcomes: Array<Outcome<R>> = [];
	for (const group of groups.values()) {
		const trouble = outcomes.find((outcome) => !outcome.ok && stops(outcome.error));
		if (trouble && !trouble.ok) {
			const error = unsent(trouble.error);
			outcomes.push(...group.map(({ index }) => ({ index, ok: false as const, error })));
		} else outcomes.push(...(await work(group)));
	}
	return outcomes;
}
