import type { CustomFieldDefinition, CustomFieldValue } from '../../domain/customField';
import * as z from '../../vendor/zod';
import { id, readAs, rowsOf, textOrNull } from '../answers';
import type { Sourced } from '../port';

const wireDefinition = z.looseObject({
	customFieldDefId: id,
	name: z.string().nullish(),
	description: z.string().nullish(),
	type: z.string().nullish(),
	required: z.boolean().nullish(),
	active: z.boolean().nullish(),
});
const wireValue = z.looseObject({
	customFieldValueId: id.nullish(),
	customFieldDef: z.looseObject({ customFieldDefId: id.nullish(), name: z.string().nullish(), type: z.string().nullish() }).nullish(),
	value: z.unknown(),
});

/** The definitions of a page: in a wrapper, as a production client reads them (live-api section 4, TAP). */
export const readFieldDefinitions = (body: unknown, endpoint: string): Array<Sourced<CustomFieldDefinition>> =>
	rowsOf(body, endpoint, ['results']).map((source) => {
		const { customFieldDefId, name, description, type, required, active } = readAs(wireDefinition, source, endpoint);
		return {
			value: {
				fieldId: String(customFieldDefId),
				name: name ?? String(customFieldDefId),
				description: description ?? null,
				type: type ?? null,
				required: required ?? false,
				active: active ?? true,
			},
			source,
		};
	});

/** Values in whichever shape they come: the sources disagree between one object, a list and a wrapper of a list (live-api section 10, 11). What is no value is left out. */
export function readFieldValues(body: unknown): CustomFieldValue[] {
	const inner = typeof body === 'object' && body !== null && 'results' in body ? body.results : body;
	const rows = Array.isArray(inner) ? inner : inner === null || inner === undefined ? [] : [inner];
	return rows.flatMap((row) => {
		const read = wireValue.safeParse(row);
		if (!read.success || (!read.data.customFieldDef && !read.data.customFieldValueId)) return [];
		const { customFieldDef, customFieldValueId, value } = read.data;
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
