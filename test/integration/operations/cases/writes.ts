import type { IDataObject } from 'n8n-workflow';
import type { Endpoint } from '../../../../nodes/shared/http/endpoint';
import { GUIDE } from '../../../../nodes/shared/api/guide/catalogue';
import { LIVE } from '../../../../nodes/shared/api/live/catalogue';
import type { RunResult } from '../../../engine';
import type { Contract } from '../../../support/credentials';
import { chosen, defineFields, seedOrder } from '../../../support/orderActions';
import { byId, byNumber, COLUMBUS, newLevel, newOrder } from '../../../support/parameters';
import { byHand, bySku, live, MATERIAL, SHIRT } from '../../../support/products';
import type { Refusal } from '../../../support/refusals';
import type { NodeName, Stage } from '../../../support/stage';
import { knownOf, NODES } from './known';

/** A use of a node that changes something. */
export interface Write {
	what: string;
	contract: Contract;
	node: NodeName;
	operation: string;
	parameters: IDataObject;
	items: IDataObject[];
	arrange?: (stage: Stage) => Promise<IDataObject | void> | IDataObject | void;
}

/** The rows of a catalogue that change something. */
export const writesOf = (contract: Contract): Endpoint[] =>
	Object.values<Endpoint>(contract === 'live' ? LIVE : GUIDE).filter(({ writes, consumes }) => writes && !consumes);

const READS = / (get|validate|map|check|reconcile)|dashboard|customApiCall/;

/** The cases of all operations that change something. */
const plain = (): Write[] =>
	NODES.flatMap((node) =>
		knownOf(node)
			.filter(({ name }) => !READS.test(name))
			.map(({ name, contract, resource, operation, given }) => ({
				what: `${name}, ${contract}`,
				contract,
				node,
				operation,
				parameters: { resource, ...given.parameters },
				items: [given.good],
				arrange: given.arrange,
			})),
	);

const product = { sku: 'NEW-1', name: 'New', brand: 'Northwind', description: 'New' };
const groups = '/v1/products/variations/attributes/groups';
const one = (
	what: string,
	node: NodeName,
	operation: string,
	parameters: IDataObject,
	more: Partial<Write> = {},
): Write => ({
	what,
	contract: 'live',
	node,
	operation,
	parameters,
	items: [{}],
	...more,
});
const newProduct = (productType: string, more: IDataObject = {}, rest: Partial<Write> = {}): Write =>
	one(
		`product create (${productType}), live`,
		'extensivProducts',
		'create',
		{ productType, ...byHand(product), ...more },
		rest,
	);
const defineRoute = async (stage: Stage): Promise<IDataObject> => ({
	field: (await defineFields(stage, 'Route'))[0] ?? '',
});
const there = { items: [{ no: 'NW-10046', city: 'Troy' }] };
const change = newOrder({ city: '={{ $json.city }}' });

/** Ways to change something that make calls, or sequences of calls, which the plain cases do not make. */
const further = (): Write[] => [
	newProduct('bundle', { parts: { part: [{ product: bySku('MUG'), quantity: 2 }] } }),
	newProduct('virtual'),
	newProduct(
		'variation',
		{ virtualProduct: bySku(SHIRT.sku), attributeIds: '={{ [$json.attribute] }}' },
		{
			arrange: async (stage) => {
				await live(stage, 'PUT', groups, { name: 'Size', attributes: [{ name: 'L' }] });
				const [group] = (await live(stage, 'GET', groups)) as Array<{
					attributes: Array<{ attributeId: number }>;
				}>;
				return { attribute: String(group?.attributes[0]?.attributeId) };
			},
		},
	),
	one(
		'product create with a custom field, live',
		'extensivProducts',
		'create',
		byHand({ ...product, [`customField:${MATERIAL}`]: 'Tin' }),
	),
	...(['live', 'guide'] as const).map((contract) =>
		one(
			`product upsert of one that is there, ${contract}`,
			'extensivProducts',
			'upsert',
			byHand({ sku: 'MUG', name: 'Cup' }),
			{ contract },
		),
	),
	one(
		'order update of head and notes, live',
		'extensivOrders',
		'update',
		byNumber({ updateFields: { city: 'Troy', notesToBuyer: 'Soon' } }),
		{ items: [{ no: 'NW-10046' }] },
	),
	...(['live', 'guide'] as const).map((contract) =>
		one(`order upsert of one that is there, ${contract}`, 'extensivOrders', 'upsert', change, {
			contract,
			...there,
		}),
	),
	one(
		'stock level set where there is no record, live',
		'extensivInventory',
		'set',
		newLevel({ options: { createMissing: true } }),
		{ items: [{ sku: 'MUG', onHand: 5 }] },
	),
	one('order sendToFulfillment of all that wait, live', 'extensivOrders', 'sendToFulfillment', {
		send: 'waiting',
		warehouse: byId(COLUMBUS),
	}),
	one('order cancel of several, live', 'extensivOrders', 'cancel', byNumber(), {
		items: [{ no: 'A' }, { no: 'B' }],
		arrange: (stage) => ['A', 'B'].forEach((number) => seedOrder(stage, number)),
	}),
	one(
		'order item update, live',
		'extensivOrders',
		'update',
		{ resource: 'orderItem', ...chosen({ sku: 'NW-MUG-BLU', updateFields: { notes: 'Fragile' } }) },
		{ items: [{ no: 'NW-10046' }] },
	),
	one(
		'order custom field set, live',
		'extensivOrders',
		'set',
		{
			resource: 'orderCustomField',
			...chosen({ customFields: { field: [{ field: '={{ $json.field }}', value: 'x' }] } }),
		},
		{
			items: [{ no: 'NW-10046' }],
			arrange: defineRoute,
		},
	),
];

export const WRITES: readonly Write[] = [...plain(), ...further()];

/** Runs a write; the answer replaces that of a call, which is not made. */
export async function runWrite(
	stage: Stage,
	write: Write,
	struck?: Pick<Endpoint, 'method' | 'path'>,
	response?: Refusal & { alsoDone?: boolean },
): Promise<RunResult> {
	const { contract, node, operation, parameters, items, arrange } = write;
	const more = (await arrange?.(stage)) ?? {};
	stage.control.clearRequests();
	if (struck && response) {
		const { body, status, alsoDone } = response;
		stage.control.faults([
			{ kind: 'answer', method: struck.method, path: struck.path, response: { body, status, effect: alsoDone } },
		]);
	}
	const all = { ...parameters, options: { ...(parameters.options as IDataObject | undefined), maxTries: 1 } };
	return await stage.run(node, operation, all, {
		contract,
		items: items.map((item) => ({ ...item, ...more })),
		onError: 'continueErrorOutput',
	});
}

const known = new Map<Write, Endpoint[]>();

/** The calls of a write that change something, as a good run makes them. */
export async function callsOf(stage: Stage, write: Write): Promise<Endpoint[]> {
	const before = known.get(write);
	if (before) return before;
	const result = await runWrite(stage, write);
	const [failure] = result.errorItems;
	if (failure || result.items.length === 0) {
		throw new Error(`${write.what} does not go through: ${JSON.stringify(failure?.json ?? result.error)}`);
	}
	const made = new Set(stage.control.requests().log.map(({ endpoint }) => endpoint));
	const calls = writesOf(write.contract).filter(({ method, path }) => made.has(`${method} ${path}`));
	known.set(write, calls);
	return calls;
}
