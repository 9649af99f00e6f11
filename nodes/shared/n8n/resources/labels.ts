import type { INodeProperties } from 'n8n-workflow';
import type { OrderManagerApi } from '../../api/ports';
import { requireSupported } from '../../api/ports/requireSupported';
import type { WithRaw } from '../../api/ports/types';
import type { BatchItem, ItemResult } from '../../batch/types';
import { optionsWith } from '../form/fields';
import { labelsField, readLabelNames } from '../form/labelFields';
import { outputFields } from '../output/outputFields';
import type { AnyShape } from '../output/shape';
import type { Fields } from '../read/params';
import { type AnyOperation, batchOperation } from '../run/operation';
import type { Resource } from './resource';

type Results<T> = Promise<Array<ItemResult<WithRaw<T>>>>;

interface LabelChange<Key> {
	key: Key;
	labels: string[];
}

/** The labels of one kind of record. */
interface LabelsOf<Key, Labelled> {
	get(keys: ReadonlyArray<BatchItem<Key>>): Results<Labelled>;
	add(changes: ReadonlyArray<BatchItem<LabelChange<Key>>>): Results<Labelled>;
	remove(changes: ReadonlyArray<BatchItem<LabelChange<Key>>>): Results<Labelled>;
}

/** How records with labels are chosen in the form, read, named and displayed. */
interface Thing<Key, Labelled> {
	thing: 'Order' | 'Product';
	locator: INodeProperties[];
	readKey(fields: Fields): Key;
	nameOf(key: Key): string;
	portOf(manager: OrderManagerApi): LabelsOf<Key, Labelled> | undefined;
	shape: AnyShape;
}

/** A resource that gets, adds and removes labels. Its node needs the method `getLabels`. */
export function labelResource<Key, Labelled>(one: Thing<Key, Labelled>): Resource {
	const { thing, locator, readKey, nameOf, portOf, shape } = one;
	const noun = thing.toLowerCase();
	const result = [...outputFields(shape), optionsWith()];
	const change = (verb: 'add' | 'remove', name: string): AnyOperation =>
		batchOperation<LabelChange<Key>, Labelled>({
			shape,
			read: (fields) => ({ key: readKey(fields), labels: readLabelNames(fields) }),
			nameOf: ({ key }) => nameOf(key),
			run: async (manager, changes) => await requireSupported(portOf(manager), name)[verb](changes),
		});
	return {
		name: `${thing} Label`,
		value: `${noun}Label`,
		description: `A tag on ${thing === 'Order' ? 'an order' : 'a product'}`,
		operations: [
			{
				name: 'Add',
				value: 'add',
				action: `Add labels to ${noun}`,
				description: `Add labels to ${noun}s`,
				fields: [...locator, labelsField, ...result],
				run: change('add', `Add ${thing} Label`),
			},
			{
				name: 'Get',
				value: 'get',
				action: `Get labels of ${noun}`,
				description: `Get the labels of ${noun}s`,
				initial: true,
				fields: [...locator, ...result],
				run: batchOperation<Key, Labelled>({
					shape,
					reads: true,
					read: readKey,
					nameOf,
					run: async (manager, keys) => await requireSupported(portOf(manager), `Get ${thing} Labels`).get(keys),
				}),
			},
			{
				name: 'Remove',
				value: 'remove',
				action: `Remove labels from ${noun}`,
				description: `Remove labels from ${noun}s`,
				fields: [...locator, labelsField, ...result],
				run: change('remove', `Remove ${thing} Label`),
			},
		],
	};
}
