import type { CustomFieldDefinition, CustomFieldValue } from '../../../domain/account/customField';
import * as z from '../../../vendor/zod';
import { flag, readAs, recordId, text, textOrNull } from '../../common/parse';
import type { WithRaw } from '../../ports/types';
import { recordReader } from '../../common/unreadable';

const wireDefinition = z.looseObject({
	customFieldDefId: recordId,
	name: text,
	description: text,
	type: text,
	required: flag,
	active: flag,
});
const wireValue = z.looseObject({
	customFieldValueId: text,
	customFieldDef: z.looseObject({ customFieldDefId: text, name: text, type: text }).nullish(),
	value: z.unknown(),
});

/** Definitions come in a wrapper, as a production client reads them (live-api section 4, TAP). */
export const DEFINITION_LISTS = ['results'];

export const readFieldDefinition = recordReader(
	{ what: 'Custom field', id: 'customFieldDefId', name: 'name' },
	(raw, endpoint): WithRaw<CustomFieldDefinition> => {
		const { customFieldDefId, name, description, type, required, active } = readAs(wireDefinition, raw, endpoint);
		return {
			value: {
				fieldId: customFieldDefId,
				name: name ?? customFieldDefId,
				description,
				type,
				required: required ?? false,
				active: active ?? true,
			},
			raw,
		};
	},
);

/**
 * Reads values in any form: the sources disagree on whether they come as one object, a list or a wrapped list (live-api
 * section 10, 11). Anything that is not a value is left out.
 * @throws UnreadableValue for a value that cannot be read
 */
export function readFieldValues(body: unknown, endpoint: string): CustomFieldValue[] {
	const inner = typeof body === 'object' && body !== null && 'results' in body ? body.results : body;
	const rows = Array.isArray(inner) ? inner : inner === null || inner === undefined ? [] : [inner];
	return rows.flatMap((row) => {
		if (!isValue(row)) return [];
		const { customFieldDef, customFieldValueId, value } = readAs(wireValue, row, endpoint);
		return [
			{
				fieldId: textOrNull(customFieldDef?.customFieldDefId),
				name: textOrNull(customFieldDef?.name),
				type: textOrNull(customFieldDef?.type),
				valueId: textOrNull(customFieldValueId),
				value: value ?? null,
			},
		];
	});
}

const isValue = (row: unknown): boolean =>
	typeof row === 'object' &&
	row !== null &&
	(['customFieldDef', 'customFieldValueId'] as const).some((name) => Boolean((row as Record<string, unknown>)[name]));
