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

/** ValidationDetail (live-api section 5); `index` counts from 1. */
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
 * Asks the service what it would say to changes of orders. A finding is no failure: the item comes out with `valid`
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
		// Nobody knows whose finding it is: asked alone, each order gets its own.
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
			// One without a severity is taken for the worst: an order is not called good that may not be.
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
