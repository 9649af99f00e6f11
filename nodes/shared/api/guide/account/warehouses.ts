import { append } from '../../../domain/append';
import type { WarehouseRecord } from '../../../domain/account/warehouse';
import { ApiError } from '../../../http/errors/apiError';
import { mapConcurrent } from '../../../batch/mapConcurrent';
import type { ApiClient } from '../../../http/client';
import { rethrow } from '../../../http/errors/rethrow';
import * as z from '../../../vendor/zod';
import { flag, readAs, recordId, text } from '../../common/parse';
import type { WithRaw } from '../../ports/types';
import type { WarehousesPort } from '../../ports/warehouses';
import { readRecords } from '../../common/records';
import { recordReader } from '../../common/unreadable';
import { GUIDE } from '../catalogue';

const NAMES = ['data', 'items', 'results', 'warehouses'];
/** Concurrent calls, one warehouse each. No source gives a limit, so the number is modest. */
const WIDTH = 4;
const wireWarehouse = z.looseObject({ id: recordId, name: text, type: text, active: flag });

/** Warehouses of the guide's contract, which only has their names. */
export const guideWarehouses = (client: ApiClient): WarehousesPort => ({
	list: async ({ unreadable } = {}) => {
		const found: Array<WithRaw<WarehouseRecord>> = [];
		const pages = readRecords(client, GUIDE.warehouses, {
			names: NAMES,
			read: readWarehouse,
			key: ({ value }) => value.warehouseId,
			unreadable,
		});
		for await (const page of pages) append(found, page);
		return found;
	},
	get: async (ids) => await mapConcurrent(ids, WIDTH, async ({ value }) => await get(client, value)),
});

async function get(client: ApiClient, warehouseId: string): Promise<WithRaw<WarehouseRecord>> {
	try {
		return readWarehouse(await client.call(GUIDE.warehouse, { path: { id: warehouseId } }), GUIDE.warehouse.name);
	} catch (error) {
		throw error instanceof ApiError && error.kind === 'notFound' ? missing(warehouseId) : rethrow(error);
	}
}

const missing = (warehouseId: string): ApiError =>
	new ApiError({
		kind: 'notFound',
		message: `There is no warehouse with the ID ${warehouseId}.`,
		input: 'warehouseId',
		endpoint: GUIDE.warehouse.name,
	});

const readWarehouse = recordReader(
	{ what: 'Warehouse', id: 'id', name: 'name' },
	(raw, endpoint): WithRaw<WarehouseRecord> => {
		const wire = readAs(wireWarehouse, raw, endpoint);
		const value: WarehouseRecord = {
			warehouseId: wire.id,
			name: wire.name ?? '',
			type: wire.type,
			active: wire.active,
			timeZone: null,
			contactEmail: null,
			contactPhone: null,
			phoneExtension: null,
			fax: null,
			color: null,
			address: null,
			returnsLocation: null,
			domesticBackups: [],
			stateAllocations: [],
			internationalRank: null,
			salesChannelId: null,
		};
		return { value, raw };
	},
);
