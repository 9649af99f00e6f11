import type { ItemResult, BatchItem } from '../../../../batch/types';
import type { ApiClient } from '../../../../http/client';
import { forEachGroup, groupsOf } from '../../../../batch/groups';
import type { Endpoint } from '../../../../http/endpoint';
import type { Located } from '../locate';

/** The service takes one request at a time, in which scope is not known: so one for this whole process and service. */
export const alone = async <T>(client: ApiClient, endpoint: Endpoint, work: () => Promise<T>): Promise<T> =>
	await client.inTurns([`${client.connection.baseUrl} ${endpoint.name}`], work);

/** Works through inputs order by order, one order at a time, until there is trouble that every order would meet. */
export const eachOrder = async <Value extends Located<unknown>, R>(
	located: ReadonlyArray<BatchItem<Value>>,
	work: (group: Array<BatchItem<Value>>) => Promise<Array<ItemResult<R>>>,
): Promise<Array<ItemResult<R>>> =>
	await forEachGroup(
		groupsOf(located, ({ order }) => order.value.orderId),
		work,
	);
