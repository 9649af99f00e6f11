import { append } from '../../../domain/append';
import type { OrderChange } from '../../../domain/order/order';
import type { Finding, Validation } from '../../../domain/order/orderActions';
import type { ItemResult, BatchItem } from '../../../batch/types';
import { type Row, write } from '../../../batch/write';
import type { ApiClient } from '../../../http/client';
import * as z from '../../../vendor/zod';
import { readAs, rowsOf } from '../../common/parse';
import type { WithRaw } from '../../ports/types';
import { LIVE } from '../catalogue';
import { subjectOf } from './find';
import { nameWhole } from './locate';
import { orderChange } from './write';

type Checked = ItemResult<WithRaw<Validation>>;
type Change = Row<OrderChange, ReturnType<typeof orderChange>>;

/** ValidationDetail (live-api section 5); `index` starts at 1. */
const detail = z.looseObject({
	severity: z.string().nullish(),
	errorCode: z.string().nullish(),
	fieldName: z.string().nullish(),
	message: z.string().nullish(),
	index: z.number().nullish(),
	identifier: z.unknown(),
	userIdentifier: z.unknown(),
});
type Detail = z.Infer<typeof detail>;

/**
 * Asks the service to check changes of orders. A finding is not an error: the item is returned with `valid` set to
 * false.
 */
export async function validateOrders(
	client: ApiClient,
	changes: ReadonlyArray<BatchItem<OrderChange>>,
): Promise<Checked[]> {
	const { named, missing } = await nameWhole(client, changes);
	const checked = await write(client, named, {
		build: orderChange,
		endpoint: LIVE.validateOrders,
		sendBatch: async (batch) => check(client, batch),
	});
	return [...missing, ...checked];
}

async function check(client: ApiClient, batch: Change[]): Promise<Checked[]> {
	const response = await client.call(LIVE.validateOrders, {
		body: batch.map(({ body }) => body.identified),
	});
	const sources = rowsOf(response ?? [], LIVE.validateOrders.name, ['errors', 'results']);
	const rows = sources.map((raw) => ({
		raw,
		row: rowOf(readAs(detail, raw, LIVE.validateOrders.name), batch),
	}));
	if (batch.length > 1 && rows.some(({ row }) => row < 0)) {
		// It is unknown which order a finding belongs to, so each order is checked again on its own.
		const alone: Checked[] = [];
		for (const change of batch) append(alone, await check(client, [change]));
		return alone;
	}
	return batch.map(({ index, value: { key }, body }, at) => {
		const own = rows.filter(({ row }) => row === at || batch.length === 1).map(({ raw }) => raw);
		const findings = own.map(toFinding);
		const value: Validation = {
			orderId: 'orderId' in key ? key.orderId : null,
			orderNumber: 'orderNumber' in key ? key.orderNumber : null,
			// A finding without a severity counts as the worst: an order is not called valid unless it certainly is.
			valid: findings.every(({ severity }) => severity === 'info' || severity === 'warning'),
			findings,
			notSent: body.notSent,
		};
		return { index, ok: true, value: { value, raw: { findings: own } } };
	});
}

function rowOf({ index, identifier, userIdentifier }: Detail, batch: Change[]): number {
	if (typeof index === 'number') return index >= 1 && index <= batch.length ? index - 1 : -1;
	const named = [identifier, userIdentifier].map(String);
	return batch.findIndex(({ value }) => named.includes(subjectOf(value.key)));
}

const SEVERITIES: Record<string, Finding['severity']> = { INFO: 'info', WARNING: 'warning', CRITICAL: 'critical' };

function toFinding(raw: unknown): Finding {
	const { severity, errorCode, fieldName, message } = readAs(detail, raw, LIVE.validateOrders.name);
	return {
		severity: SEVERITIES[severity ?? ''] ?? null,
		code: errorCode ?? null,
		field: fieldName ?? null,
		message: message ?? null,
	};
}
