import { jsonText } from '../../domain/values/jsonText';
import type { CustomFieldValue } from '../../domain/account/customField';
import type { Label } from '../../domain/account/label';
import { joined, own, type OutputColumn, partsOf, shapeOf } from './shape';

/**
 * How the labels of an order or product come out: their names in one cell. @param key the columns that identify the
 * owner
 */
export const labelsShape = <T extends { labels: Label[] }>(...key: Array<keyof T & string>) =>
	shapeOf<T>({
		columns: [
			...(own(...(key as never[])) as Array<OutputColumn<T>>),
			{ name: 'labelNames', of: ({ labels }) => joined(labels.map(({ name }) => name)) },
			{ name: 'labelIds', of: ({ labels }) => joined(labels.map(({ labelId }) => labelId)) },
		],
		fields: [...key, 'labels'],
	});

/** How custom fields come out: one item per field if the user wants that, otherwise their values in one cell. */
export const customFieldsShape = <T extends { customFields: CustomFieldValue[] }>(...key: Array<keyof T & string>) =>
	shapeOf<T>({
		columns: [
			...(own(...(key as never[])) as Array<OutputColumn<T>>),
			{
				name: 'values',
				of: ({ customFields }) =>
					joined(customFields.map(({ name, fieldId, value }) => `${name ?? fieldId}: ${shown(value)}`)),
			},
		],
		fields: [...key, 'customFields'],
		parts: [
			partsOf<T, CustomFieldValue>({
				parameter: 'oneItemPerField',
				label: 'One Item per Field',
				description: 'Whether to return each custom field as an item of its own, with its value in its own type',
				of: ({ customFields }) => customFields,
				columns: [
					...key.map((name) => ({ name, of: ({ whole }: { whole: T }) => whole[name] ?? null })),
					...(['name', 'value', 'type', 'fieldId'] as const).map((name) => ({
						name,
						of: ({ part }: { part?: CustomFieldValue }) => part?.[name] ?? null,
					})),
				],
				fields: ['valueId'],
			}),
		],
	});

const shown = (value: unknown): string =>
	typeof value === 'object' && value !== null ? jsonText(value) : String(value ?? '');
