import type { WarehouseRecord } from '../../../domain/account/warehouse';
import { ApiError } from '../../../http/errors/apiError';
import type { ItemResult, BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import { rethrow } from '../../../http/errors/rethrow';
import { rowsOf } from '../../common/parse';
import type { WithRaw } from '../../ports/types';
import { recordsOf } from '../../common/records';
import { Doubts } from '../../common/unreadable';
import { type TakeUnreadable } from '../../ports/unreadable';
import { LIVE } from '../catalogue';
import { wireId } from '../orders/write';
import { buildRows } from '../../../batch/buildRows';
import { readWarehouse } from './warehouseRead';

/** All warehouses; the list is not paged. */
export async function listWarehouses(
	client: ApiClient,
	unreadable?: TakeUnreadable,
): Promise<Array<WithRaw<WarehouseRecord>>> {
	return recordsOf(
		rowsOf(await client.call(LIVE.warehouses), LIVE.warehouses.name),
		LIVE.warehouses.name,
		readWarehouse,
		unreadable,
	);
}

/** Finds warehouses by ID: a single one by its own call, several in the list, which also takes one call. */
export async function getWarehouses(
	client: ApiClient,
	ids: ReadonlyArray<BatchItem<string>>,
): Promise<Array<ItemResult<WithRaw<WarehouseRecord>>>> {
	const { rows, bad } = buildRows(ids, (id) => String(wireId(id, 'warehouseId')));
	const wanted = [...new Set(rows.map(({ body }) => body))];
	const doubts = new Doubts();
	const found = wanted.length === 0 ? [] : await read(client, wanted, doubts.take);
	const byId = new Map(found.map((one) => [one.value.warehouseId, one]));
	return [
		...bad,
		...rows.map(({ index, value, body: warehouseId }): ItemResult<WithRaw<WarehouseRecord>> => {
			const one = byId.get(warehouseId);
			const doubt = doubts.about(`a warehouse with the ID ${value}`, { warehouseId });
			return one ? { index, ok: true, value: one } : { index, ok: false, error: doubt ?? missing(value) };
		}),
	];
}

async function read(
	client: ApiClient,
	[only, ...others]: readonly string[],
	unreadable: TakeUnreadable,
): Promise<Array<WithRaw<WarehouseRecord>>> {
	if (only === undefined || others.length > 0) return await listWarehouses(client, unreadable);
	try {
		return [readWarehouse(await client.call(LIVE.warehouse, { path: { id: only } }), LIVE.warehouse.name)];
	} catch (error) {
		if (error instanceof ApiError && error.kind === 'notFound') return [];
		rethrow(error);
	}
}

const missing = (id: string): ApiError =>
	new ApiError({
		kind: 'notFound',
		message: `There is no warehouse with the ID ${id}.`,
		input: 'warehouseId',
		endpoint: LIVE.warehouse.name,
	});
