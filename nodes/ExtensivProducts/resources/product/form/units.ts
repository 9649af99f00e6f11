import type { Contract } from '../../../../shared/api/ports/capabilities';
import { mapsAutomatically } from '../../../../shared/n8n/columns/columns';
import type { Fields } from '../../../../shared/n8n/read/params';
import { allColumns } from './columns';

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Columns that are in a unit, such as `Weight (Ounces)`. */
const MEASURES = allColumns.flatMap(({ id, label }) => {
	const [, name, unit] = /^(.+) \((Ounces|Inches)\)$/.exec(label) ?? [];
	return name && unit ? [{ id, name, unit: unit.toLowerCase() }] : [];
});

/**
 * Values whose unit was assumed because the column is called `Weight`, not `Weight (Ounces)`. Some services name no
 * units themselves.
 */
export function assumedUnits(fields: Fields, values: object, contract: Contract): string[] {
	if (!contract.supports('product.units') || !mapsAutomatically(fields)) return [];
	const given = new Set(Object.keys(fields.item()).map(plain));
	return MEASURES.filter(({ id, name }) => id in values && (given.has(plain(name)) || given.has(plain(id)))).map(
		({ name, unit }) => `${name} was assumed to be in ${unit}`,
	);
}

/** Shown once a run. */
export const unitHints = (inputs: ReadonlyArray<{ assumed: string[] }>): string[] => {
	const assumed = [...new Set(inputs.flatMap((input) => input.assumed))];
	if (assumed.length === 0) return [];
	return [
		`${assumed.join('; ')}, because the column names no unit. Convert other units first, and name the column, ` +
			'for example, “Weight (Ounces)”.',
	];
};
