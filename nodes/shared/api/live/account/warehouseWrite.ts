import { InputProblem } from '../../../domain/inputProblem';
import type {
	NewWarehouse,
	WarehouseChange,
	WarehouseDetails,
	WarehouseReceipt,
	WarehouseRecord,
} from '../../../domain/account/warehouse';
import { type ItemResult, type BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import { rethrow } from '../../../http/errors/rethrow';
import { textOrNull } from '../../common/parse';
import type { WithRaw } from '../../ports/types';
import { write } from '../../../batch/write';
import { writeOne } from '../../../batch/writeOne';
import { shows } from '../../../batch/confirm/shows';
import { Doubts } from '../../common/unreadable';
import { type TakeUnreadable } from '../../ports/unreadable';
import { writePostalAddress } from '../wire/addressRead';
import { LIVE } from '../catalogue';
import { wireId } from '../orders/write';
import { getWarehouses, listWarehouses } from './warehouseFind';

type Wire = Record<string, unknown>;
type Receipt = WithRaw<WarehouseReceipt>;

/**
 * Creates warehouses. An existing warehouse of the same name is returned, not duplicated. The name is looked up after
 * the call, even if its response was lost.
 */
export async function createWarehouses(
	client: ApiClient,
	warehouses: ReadonlyArray<BatchItem<NewWarehouse>>,
): Promise<Array<ItemResult<Receipt>>> {
	return await write(client, warehouses, {
		build: newBody,
		duplicates: { by: ({ name }) => name.toLowerCase(), name: ({ name }) => `the warehouse ${name}`, field: 'name' },
		sendGroup: async (rows) => {
			const doubts = new Doubts();
			const before = await byName(client, doubts.take);
			return await write(client, rows, {
				sendEach: async ({ value: { name }, body }): Promise<Receipt> => {
					const existing = before.get(name.toLowerCase());
					if (existing) return existing;
					const doubt = doubts.about(`a warehouse ${name}`, { name });
					if (doubt) rethrow(doubt);
					const find = async (): Promise<Receipt | undefined> => await findCreated(client, name);
					return await writeOne<Receipt>(client, LIVE.createWarehouse, { body }, { find });
				},
			});
		},
	});
}

async function byName(client: ApiClient, unreadable: TakeUnreadable): Promise<Map<string, Receipt>> {
	const all = await listWarehouses(client, unreadable);
	return new Map(
		all.map(({ value: { name, warehouseId }, raw }) => [
			name.toLowerCase(),
			{ value: { outcome: 'existing', warehouseId, name }, raw },
		]),
	);
}

/** @throws ApiError when the warehouse is not found but an unreadable one may be it */
async function findCreated(client: ApiClient, name: string): Promise<Receipt | undefined> {
	const doubts = new Doubts();
	const found = (await byName(client, doubts.take)).get(name.toLowerCase());
	if (found) return { value: { outcome: 'created', warehouseId: found.value.warehouseId, name }, raw: found.raw };
	const doubt = doubts.about(`a warehouse ${name}`, { name });
	if (doubt) throw doubt;
	return undefined;
}

/**
 * Changes warehouses. It is not established whether the service keeps what a body omits, so each warehouse is read
 * first and sent back whole, with its changes.
 */
export async function updateWarehouses(
	client: ApiClient,
	changes: ReadonlyArray<BatchItem<WarehouseChange>>,
): Promise<Array<ItemResult<Receipt>>> {
	return await write(client, changes, {
		build: ({ details }) => detailsBody(details),
		duplicates: {
			by: ({ warehouseId }) => warehouseId,
			name: ({ warehouseId }) => `warehouse ${warehouseId}`,
			field: 'warehouseId',
		},
		sendGroup: async (rows) => {
			const found = await getWarehouses(
				client,
				rows.map(({ index, value }) => ({ index, value: value.warehouseId })),
			);
			const missing = found.filter((one) => !one.ok);
			const bodies = new Map(rows.map(({ index, body }) => [index, body]));
			const known = found.flatMap((one) => (one.ok ? [{ ...one, body: bodies.get(one.index) ?? {} }] : []));
			const updated = await write(client, known, {
				sendEach: async ({ value, body }) => await update(client, value, body),
			});
			return [...missing, ...updated];
		},
	});
}

async function update(client: ApiClient, now: WithRaw<WarehouseRecord>, change: Wire): Promise<Receipt> {
	const { warehouseId } = now.value;
	const body = merged(now.raw as Wire, change);
	requireAddress(body);
	const receipt = (raw: unknown): Receipt => ({
		value: { outcome: 'updated', warehouseId, name: textOrNull(body.name) },
		raw,
	});
	return await writeOne(
		client,
		LIVE.updateWarehouse,
		{ body },
		{
			names: [{ warehouseId }, { id: warehouseId }],
			taken: receipt,
			find: async () => {
				const [found] = await getWarehouses(client, [{ index: 0, value: warehouseId }]);
				if (found && !found.ok) throw found.error;
				return found && shows(found.value.raw, change) ? receipt(found.value.raw) : undefined;
			},
		},
	);
}

function newBody(warehouse: NewWarehouse): Wire {
	const body = merged({}, detailsBody(warehouse));
	requireAddress(body);
	return body;
}

const detailsBody = ({ address, returnsLocation, domesticBackups, ...plain }: WarehouseDetails): Wire => ({
	...plain,
	address: address && writePostalAddress(address),
	returnsLocation: returnsLocation && {
		...returnsLocation,
		address: returnsLocation.address && writePostalAddress(returnsLocation.address),
	},
	domesticBackups: domesticBackups?.map((backup) => wireId(backup, 'domesticBackups')),
});

/** Merges objects field by field; absent and null values are omitted. */
function merged(now: Wire, change: Wire): Wire {
	const all = { ...now, ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) };
	return Object.fromEntries(
		Object.entries(all)
			.filter(([, value]) => value !== null && value !== undefined)
			.map(([field, value]) =>
				isObject(value) ? [field, merged(isObject(now[field]) ? now[field] : {}, value)] : [field, value],
			),
	);
}

const isObject = (value: unknown): value is Wire =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The service requires these fields in every address (contract: address). */
const REQUIRED = { address1: 'street1', city: 'city', zipCode: 'postalCode', country: 'country' } as const;

function requireAddress(body: Wire): void {
	for (const address of [body.address, isObject(body.returnsLocation) ? body.returnsLocation.address : undefined]) {
		if (!isObject(address)) continue;
		for (const [name, field] of Object.entries(REQUIRED)) {
			if (!address[name]) throw new InputProblem({ problem: 'required', field, of: 'address' });
		}
	}
}
