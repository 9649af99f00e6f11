import { pathId, type Call, type Handlers } from '../http/call';
import { badField, notFound } from '../http/problem';
import type { CustomFieldDef, CustomFieldValue } from '../model/common';
import { productInfo, type Product } from '../model/product';
import { isoSeconds } from '../store/clock';
import type { Store } from '../store/store';
import { pageOf } from '../store/table';
import { bulk, RowError } from './bulk';
import { orderById } from './orderQueries';

const MAX_PER_ORDER = 25;

interface PutDef {
	customFieldDefId?: string | null;
	name: string;
	description?: string | null;
	active?: boolean | null;
	required?: boolean | null;
	showOnGrid?: boolean | null;
}

type PutValue = { customFieldDefId: string; value?: unknown };

/** The wrapper a production client reads for definitions; taken over for values, where the public description is doubtful. */
const wrapped = (results: unknown[]): unknown => ({ message: 'Success', results, errors: [] });

/** Values as they are written, turned into values as they are read. Refuses a definition that does not exist. */
export function readCustomFieldValues(
	defs: readonly CustomFieldDef[],
	given: readonly PutValue[],
	store: Store,
): CustomFieldValue[] {
	return given.map(({ customFieldDefId, value }, at) => {
		const customFieldDef = defs.find((def) => def.customFieldDefId === customFieldDefId);
		if (!customFieldDef)
			throw badField(
				422,
				`customFieldValues[${at}].customFieldDefId`,
				`There is no custom field definition ${customFieldDefId}`,
				undefined,
				customFieldDefId,
			);
		return { customFieldValueId: store.random.uuid(), customFieldDef, value: value ?? null };
	});
}

/** Creates definitions, or changes those whose id is given. Their type is TEXTSHORT: the write model has no type. */
function saveDefs(call: Call, defs: CustomFieldDef[]): unknown {
	const rows = (call.body as { customFieldDefinitions?: PutDef[] | null }).customFieldDefinitions ?? [];
	return bulk(rows, ({ customFieldDefId, name, description, active, required, showOnGrid }) => {
		const known = defs.find((def) => def.customFieldDefId === customFieldDefId);
		if (customFieldDefId && !known)
			throw new RowError(
				'customFieldDefId',
				`There is no custom field definition ${customFieldDefId}`,
				customFieldDefId,
			);
		if (defs.some((def) => def.name === name && def !== known))
			throw new RowError('name', `There is a custom field ${name} already`, name);
		const def = known ?? {
			customFieldDefId: call.store.random.uuid(),
			name,
			description: null,
			type: 'TEXTSHORT',
			required: false,
			active: true,
			showOnGrid: false,
		};
		Object.assign(def, {
			name,
			description: description ?? def.description,
			active: active ?? def.active,
			required: required ?? def.required,
			showOnGrid: showOnGrid ?? def.showOnGrid,
		});
		if (!known) defs.push(def);
		return def;
	});
}

function deleteDefs(call: Call, defs: CustomFieldDef[]): unknown {
	const ids = (call.body as { customFieldDefIds?: string[] | null }).customFieldDefIds ?? [];
	const gone = ids.map((id) => {
		const def = defs.find(({ customFieldDefId }) => customFieldDefId === id);
		if (!def) throw notFound('Custom field definition', id);
		return def;
	});
	for (const def of gone) defs.splice(defs.indexOf(def), 1);
	return wrapped(gone);
}

const putValues = (call: Call): PutValue[] =>
	(call.body as { customFieldValues?: PutValue[] | null }).customFieldValues ?? [];

/** Old values with the new ones in place of those of the same definition. */
function merged<Value extends CustomFieldValue>(before: readonly Value[], added: Value[]): Value[] {
	const replaced = new Set(added.map((value) => value.customFieldDef.customFieldDefId));
	return [...before.filter((value) => !replaced.has(value.customFieldDef.customFieldDefId)), ...added];
}

/** Splits the values of a record into those to delete and those that stay. */
function withoutDeleted<Value extends CustomFieldValue>(
	call: Call,
	before: readonly Value[],
): { gone: Value[]; left: Value[] } {
	const ids = (call.body as { customFieldValueIds?: string[] | null }).customFieldValueIds ?? [];
	for (const id of ids)
		if (!before.some((value) => value.customFieldValueId === id)) throw notFound('Custom field value', id);
	return {
		gone: before.filter((value) => ids.includes(value.customFieldValueId)),
		left: before.filter((value) => !ids.includes(value.customFieldValueId)),
	};
}

function productById(call: Call): Product {
	const id = pathId(call, 'productId');
	const product = call.store.catalog.products.get(id);
	if (!product) throw notFound('Product', id);
	return product;
}

export const customFieldHandlers: Handlers = {
	'orders.customFieldDefs.list': (call) => wrapped(pageOf(call.store.orderFieldDefs, call.page, call.limit)),
	'orders.customFieldDefs.create': (call) => saveDefs(call, call.store.orderFieldDefs),
	'orders.customFieldDefs.delete': (call) => deleteDefs(call, call.store.orderFieldDefs),
	'products.customFieldDefs.list': (call) => wrapped(pageOf(call.store.catalog.customFieldDefs, call.page, call.limit)),
	'products.customFieldDefs.create': (call) => saveDefs(call, call.store.catalog.customFieldDefs),
	'products.customFieldDefs.delete': (call) => deleteDefs(call, call.store.catalog.customFieldDefs),
	'orders.customFieldValues.list': (call) => wrapped([...orderById(call).customFieldValues]),
	'orders.customFieldValues.create': (call) => {
		const order = orderById(call);
		const added = readCustomFieldValues(call.store.orderFieldDefs, putValues(call), call.store);
		const customFieldValues = merged(order.customFieldValues, added);
		if (customFieldValues.length > MAX_PER_ORDER)
			throw badField(422, 'customFieldValues', `At most ${MAX_PER_ORDER} custom field values per order`);
		call.store.book.change(order, { customFieldValues });
		return wrapped(added);
	},
	'orders.customFieldValues.delete': (call) => {
		const order = orderById(call);
		const { gone, left } = withoutDeleted(call, order.customFieldValues);
		call.store.book.change(order, { customFieldValues: left });
		return wrapped(gone);
	},
	'products.customFieldValues.list': (call) => wrapped(productById(call).customFieldValues),
	'products.customFieldValues.create': (call) => {
		const product = productById(call);
		const added = readCustomFieldValues(call.store.catalog.customFieldDefs, putValues(call), call.store).map(
			(value) => ({
				...value,
				productInfo: productInfo(product),
			}),
		);
		call.store.catalog.changeProduct(
			product,
			{ customFieldValues: merged(product.customFieldValues, added) },
			isoSeconds(call.store.now()),
		);
		return wrapped(added);
	},
	'products.customFieldValues.delete': (call) => {
		const product = productById(call);
		const { gone, left } = withoutDeleted(call, product.customFieldValues);
		call.store.catalog.changeProduct(product, { customFieldValues: left }, isoSeconds(call.store.now()));
		return wrapped(gone);
	},
};
