import type { INodeProperties } from 'n8n-workflow';
import type { OrderManagerApi } from '../../api/ports';
import { requireSupported } from '../../api/ports/requireSupported';
import type { WithRaw } from '../../api/ports/types';
import type { BatchItem, ItemResult } from '../../batch/types';
import { customFieldsField, readCustomFields } from '../form/customFieldFields';
import { optionsWith } from '../form/fields';
import { outputFields } from '../output/outputFields';
import type { AnyShape } from '../output/shape';
import type { Fields } from '../read/params';
import { batchOperation } from '../run/operation';
import type { Resource } from './resource';

type Results<T> = Promise<Array<ItemResult<WithRaw<T>>>>;

interface FieldsChange<Key> {
	key: Key;
	values: Array<{ field: string; value: unknown }>;
}

/** The custom fields of one kind of record. */
interface CustomFieldsOf<Key, WithFields> {
	get(keys: ReadonlyArray<BatchItem<Key>>): Results<WithFields>;
	set(changes: ReadonlyArray<BatchItem<FieldsChange<Key>>>): Results<WithFields>;
}

/** How records with custom fields are chosen in the form, read, named and displayed. */
interface Thing<Key, WithFields> {
	thing: 'Order' | 'Product';
	/** The node's method that lists the fields. */
	loadOptionsMethod: string;
	locator: INodeProperties[];
	readKey(fields: Fields): Key;
	nameOf(key: Key): string;
	portOf(manager: OrderManagerApi): CustomFieldsOf<Key, WithFields> | undefined;
	shape: AnyShape;
}

/** A resource that gets and sets the values of custom fields. */
export function customFieldResource<Key, WithFields>(one: Thing<Key, WithFields>): Resource {
	const { thing, loadOptionsMethod, locator, readKey, nameOf, portOf, shape } = one;
	const noun = thing.toLowerCase();
	const result = [...outputFields(shape), optionsWith()];
	return {
		name: `${thing} Custom Field`,
		value: `${noun}CustomField`,
		description: `A field that your account has defined for ${noun}s`,
		operations: [
			{
				name: 'Get',
				value: 'get',
				action: `Get custom fields of ${noun}`,
				description: `Get the custom fields of ${noun}s and their values`,
				fields: [...locator, ...result],
				run: batchOperation<Key, WithFields>({
					shape,
					reads: true,
					read: readKey,
					nameOf,
					run: async (manager, keys) => await requireSupported(portOf(manager), `Get ${thing} Custom Fields`).get(keys),
				}),
			},
			{
				name: 'Set',
				value: 'set',
				action: `Set custom fields of ${noun}`,
				description: `Set the values of custom fields of ${noun}s`,
				fields: [...locator, customFieldsField(loadOptionsMethod), ...result],
				run: batchOperation<FieldsChange<Key>, WithFields>({
					shape,
					read: (fields) => ({ key: readKey(fields), values: readCustomFields(fields) }),
					nameOf: ({ key }) => nameOf(key),
					run: async (manager, changes) =>
						await requireSupported(portOf(manager), `Set ${thing} Custom Fields`).set(changes),
				}),
			},
		],
	};
}
