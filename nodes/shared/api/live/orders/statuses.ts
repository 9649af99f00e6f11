import type { StatusRow } from '../../../domain/order/orderActions';
import { ORDER_STATUSES, lifecycleOf } from '../../../domain/order/orderStatus';
import type { ApiClient } from '../../../http/client';
import * as z from '../../../vendor/zod';
import { readAs, text } from '../../common/parse';
import type { WithRaw } from '../../ports/types';
import { recordsOf } from '../../common/records';
import { recordReader } from '../../common/unreadable';
import { type TakeUnreadable } from '../../ports/unreadable';
import { LIVE } from '../catalogue';

const row = z.looseObject({ id: text, status: z.string() });
const response = z.looseObject({
	statuses: z.array(z.unknown()).nullish(),
	unresolvedStatuses: z.array(z.unknown()).nullish(),
});

/** The statuses that the service has, and its reasons for unresolved orders. */
export async function orderStatuses(
	client: ApiClient,
	all: boolean,
	unreadable?: TakeUnreadable,
): Promise<Array<WithRaw<StatusRow>>> {
	const { name } = LIVE.orderStatuses;
	const { statuses, unresolvedStatuses } = readAs(
		response,
		await client.call(LIVE.orderStatuses, { query: { includeAll: all } }),
		name,
	);
	const read = (kind: StatusRow['kind'], sources: unknown[] | null | undefined): Array<WithRaw<StatusRow>> =>
		recordsOf(sources ?? [], name, statusReader(kind), unreadable);
	return [...read('status', statuses), ...read('unresolvedReason', unresolvedStatuses)];
}

const statusReader = (kind: StatusRow['kind']) =>
	recordReader({ what: 'Status', id: 'id', name: 'status' }, (raw, endpoint): WithRaw<StatusRow> => {
		const { id, status } = readAs(row, raw, endpoint);
		const known = kind === 'status' ? ORDER_STATUSES.find((one) => one.status === status) : undefined;
		return {
			value: { kind, statusId: id, status, name: known?.name ?? null, lifecycle: known ? lifecycleOf(status) : null },
			raw,
		};
	});
