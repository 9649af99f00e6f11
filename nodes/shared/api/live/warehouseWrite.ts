import { InputError } from '../../domain/inputError';
import type { NewWarehouse, WarehouseChange, WarehouseDetails, WarehouseReceipt } from '../../domain/warehouse';
import { type Outcome, type Placed, eachAtWidth } from '../../http/batches';
import type { ApiClient } from '../../http/client';
import { asIs } from '../../http/rethrow';
import { textOrNull } from '../answers';
import type { Sourced } from '../port';
import { refuseRepeats } from '../repeats';
import { sendOne } from '../sendOne';
import { shows } from '../shows';
import { Doubts, type TakeUnreadable } from '../unreadable';
import { writePostalAddress } from './addressRead';
import { LIVE } from './catalogue';
import { wireId } from './orderWrite';
import { prepare } from './prepare';
import { getWarehouses, listWarehouses } from './warehouseFind';

type Wire = Record<string, unknown>;
type Receipt = Sourced<WarehouseReceipt>;

/**
 * Creates warehouses, none twice: one of the same name is reported. Afterwards, also when the answer is lost, the name
 * is looked up.
 */
export async function createWarehouses(
	client: ApiClient,
	warehouses: ReadonlyArray<Placed<NewWarehouse>>,
): Promise<Array<Outcome<Receipt>>> {
	const bodies = new Map<number, Wire>();
	const { good, bad } = prepare(warehouses, newBody, bodies);
	const { once, repeats } = refuseRepeats(
		good,
		({ name }) => name.toLowerCase(),
		({ name }) => `the warehouse ${name}`,
		'Name',
	);
	const doubts = new Doubts();
	const before = once.length > 0 ? await byName(client, doubts.take) : new Map<string, Receipt>();
	const created = await eachAtWidth(once, 1, async ({ index, value: { name } }): Promise<Receipt> => {
		const existing = before.get(name.toLowerCase());
		if (existing) return existing;
		const doubt = doubts.about(`a warehouse ${name}`, { name });
		if (doubt) throw asIs(doubt);
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
		all.map(({ value: { name, warehouseId }, source }) => [
			name.toLowerCase(),
			{ value: { outcome: 'existing', warehouseId, name }, source },
		]),
	);
}

/** @throws ApiError when it is not found and one that cannot be read may be it */
async function findCreated(client: ApiClient, name: string): Promise<Receipt | undefined> {
	const doubts = new Doubts();
	const found = (await byName(client, doubts.take)).get(name.toLowerCase());
	if (found) return { value: { outcome: 'created', warehouseId: found.value.warehouseId, name }, source: found.source };
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
	changes: ReadonlyArray<Placed<WarehouseChange>>,
): Promise<Array<Outcome<Receipt>>> {
	const bodies = new Map<number, Wire>();
	const { good, bad } = prepare(changes, ({ details }) => detailsBody(details), bodies);
	const { once, repeats } = refuseRepeats(
		good,
		({ warehouseId }) => warehouseId,
		({ warehouseId }) => `warehouse ${warehouseId}`,
		'Warehouse',
	);
	const found = await getWarehouses(
		client,
		once.map(({ index, value }) => ({ index, value: value.warehouseId })),
	);
	const missing = found.filter((one) => !one.ok);
	const known = found.flatMap((one) => (one.ok ? [one] : []));
	const updated = await eachAtWidth(known, 1, async ({ index, value: { value, source } }): Promise<Receipt> => {
		const body = merged(source as Wire, bodies.get(index) ?? {});
		requireAddress(body);
		const receipt = (answer: unknown): Receipt => ({
			value: { outcome: 'updated', warehouseId: value.warehouseId, name: textOrNull(body.name) },
			source: answer,
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
					return now && shows(now.value.source, bodies.get(index)) ? receipt(now.value.source) : undefined;
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
	domesticBackups: domesticBackups?.map((backup) => wireId(backup, 'Domestic Backups')),
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
const REQUIRED = { address1: 'Street', city: 'City', zipCode: 'Postal Code', country: 'Country' } as const;

function requireAddress(body: Wire): void {
	for (const address of [body.address, isObject(body.returnsLocation) ? body.returnsLocation.address : undefined]) {
		if (!isObject(address)) continue;
		for (const [field, label] of Object.entries(REQUIRED)) {
			if (!address[field])
				throw new InputError(label, 'An address needs it.', 'Fill in street, city, postal code and country.');
		}
	}
}
