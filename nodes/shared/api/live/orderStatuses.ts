import type { StatusRow } from '../../domain/orderActions';
import { ORDER_STATUSES, lifecycleOf } from '../../domain/orderStatus';
import type { ApiClient } from '../../http/client';
import * as z from '../../vendor/zod';
import { id, readAs, textOrNull } from '../answers';
import type { Sourced } from '../port';
import { LIVE } from './catalogue';

const row = z.looseObject({ id: id.nullish(), status: z.string() });
const answer = z.looseObject({ statuses: z.array(z.looseObject({})).nullish(), unresolvedStatuses: z.array(z.looseObject({})).nullish() });

/** The statuses that the service knows, and its reasons for unresolved orders. */
export async function orderStatuses(client: ApiClient, all: boolean): Promise<Array<Sourced<StatusRow>>> {
	const { name } = LIVE.orderStatuses;
	const { statuses, unresolvedStatuses } = readAs(answer, await client.call(LIVE.orderStatuses, { query: { includeAll: all } }), name);
	const read = (kind: StatusRow['kind'], sources: unknown[] | null | undefined): Array<Sourced<StatusRow>> =>
		(sources ?? []).map((source) => {
			const wire = readAs(row, source, name);
			const known = kind === 'status' ? ORDER_STATUSES.find(({ status }) => status === wire.status) : undefined;
			const value = { kind, statusId: textOrNull(wire.id), status: wire.status, name: known?.name ?? null, lifecycle: known ? lifecycleOf(wire.status) : null };
			return { value, source };
		});
	return [...read('status', statuses), ...read('unresolvedReason', unresolvedStatuses)];
}
