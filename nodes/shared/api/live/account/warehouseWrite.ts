import { InputProblem } from '../../../domain/inputProblem';
import type {
	NewWarehouse,
	WarehouseChange,
	WarehouseDetails,
	WarehouseReceipt,
} from '../../../domain/account/warehouse';
import { mapConcurrent } from '../../../batch/sendInBatches';
import { type ItemResult, type BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import { rethrow } from '../../../http/errors/rethrow';
import { textOrNull } from '../../common/parse';
import type { WithRaw } from '../../ports/types';
import { rejectDuplicates } from '../../../batch/rejectDuplicates';
import { sendOne } from '../../../batch/sendOne';
import { shows } from '../../../batch/confirm/shows';
import { Doubts } from '../../common/unreadable';
import { type TakeUnreadable } from '../../ports/unreadable';
import { writePostalAddress } from '../wire/addressRead';
import { LIVE } from '../catalogue';
import { wireId } from '../orders/write';
import { buildBodies } from '../../../batch/buildBodies';
import { getWarehouses, listWarehouses } from './warehouseFind';

type Wire = Record<string, unknown>;
type Receipt = WithRaw<WarehouseReceipt>;

/**
 * Creates warehouses, none twice: one of the same name is reported. Afterwards, also when the answer is lost, the name
 * is looked up.
 */
export async function createWarehouses(
	client: ApiClient,
	warehouses: ReadonlyArray<BatchItem<NewWarehouse>>,
): Promise<Array<ItemResult<Receipt>>> {
	const bodies = new Map<number, Wire>();
	const { good, bad } = buildBodies(warehouses, newBody, bodies);
	const { once, repeats } = rejectDuplicates(
		good,
		({ name }) => name.toLowerCase(),
		({ name }) => `the warehouse ${name}`,
		'name',
	);
	const doubts = new Doubts();
	const before = once.length > 0 ? await byName(client, doubts.take) : new Map<string, Receipt>();
	const created = await mapConcurrent(once, 1, async ({ index, value: { name } }): Promise<Receipt> => {
		const existing = before.get(name.toLowerCase());
		if (existing) return existing;
		const doubt = doubts.about(`a warehouse ${name}`, { name });
		if (doubt) rethrow(doubt);
		return await sendOne<Receipt>(
			client,
			LIVE.createWarehouse,
			{ body: bodies.get(index) },
			{ find: async () => await findCreated(client, name) },
		);
	});
	return [...bad, ...repeats, ...created];
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

/** @throws ApiError when it is not found and one that cannot be read may be it */
async function findCreated(client: ApiClient, name: string): Promise<Receipt | undefined> {
	const doubts = new Doubts();
	const found = (await byName(client, doubts.take)).get(name.toLowerCase());
	if (found) return { value: { outcome: 'created', warehouseId: found.value.warehouseId, name }, raw: found.raw };
	const doubt = doubts.about(`a warehouse ${name}`, { name });
	if (doubt) throw doubt;
	return undefined;
}

/**
 * Changes warehouses. Whether the service keeps what a body leaves out is not established, so the warehouse is read
 * first and sent back whole, with the changes in it.
 */
export async function updateWarehouses(
	client: ApiClient,
	changes: ReadonlyArray<BatchItem<WarehouseChange>>,
): Promise<Array<ItemResult<Receipt>>> {
	const bodies = new Map<number, Wire>();
	const { good, bad } = buildBodies(changes, ({ details }) => detailsBody(details), bodies);
	const { once, repeats } = rejectDuplicates(
		good,
		({ warehouseId }) => warehouseId,
		({ warehouseId }) => `warehouse ${warehouseId}`,
		'warehouseId',
	);
	const found = await getWarehouses(
		client,
		once.map(({ index, value }) => ({ index, value: value.warehouseId })),
	);
	const missing = found.filter((one) => !one.ok);
	const known = found.flatMap((one) => (one.ok ? [one] : []));
	const updated = await mapConcurrent(known, 1, async ({ index, value: { value, raw } }): Promise<Receipt> => {
		const body = merged(raw as Wire, bodies.get(index) ?? {});
		requireAddress(body);
		const receipt = (response: unknown): Receipt => ({
			value: { outcome: 'updated', warehouseId: value.warehouseId, name: textOrNull(body.name) },
			raw: response,
		});
		return await sendOne(
			client,
			LIVE.updateWarehouse,
			{ body },
			{
				names: [{ warehouseId: value.warehouseId }, { id: value.warehouseId }],
				taken: receipt,
				find: async () => {
					const [now] = await getWarehouses(client, [{ index: 0, value: value.warehouseId }]);
					if (now && !now.ok) throw now.error;
					return now && shows(now.value.raw, bodies.get(index)) ? receipt(now.value.raw) : undefined;
				},
			},
		);
	});
	return [...bad, ...repeats, ...missing, ...updated];
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

/** Objects are merged field by field; what is absent or null is left out. */
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

/** The service requires these of every address (contract: address). */
const REQUIRED = { address1: 'street1', city: 'city', zipCode: 'postalCode', country: 'country' } as const;

function requireAddress(body: Wire): void {
	for (const address of [body.address, isObject(body.returnsLocation) ? body.returnsLocation.address : undefined]) {
		if (!isObject(address)) continue;
		for (const [name, field] of Object.entries(REQUIRED)) {
			if (!address[name]) throw new InputProblem({ problem: 'required', field, of: 'address' });
		}
	}
}
