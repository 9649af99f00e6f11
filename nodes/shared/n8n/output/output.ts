import type { IDataObject } from 'n8n-workflow';
import type { Contract } from '../../api/ports/capabilities';
import type { WithRaw } from '../../api/ports/types';
import { InputError } from '../../domain/inputError';
import type { Fields } from '../read/params';
import type { AnyShape, OutputColumn, PartOf, PartShape } from './shape';

/** The output that the user chose. */
export interface Output {
	raw: boolean;
	/** The selected names; undefined for the simplified row. */
	names?: string[];
	/** One item per part, such as per order line; undefined for one item per record. */
	parts?: PartShape<unknown, unknown>;
	/** The columns of the simplified row, without those that would be empty. */
	columns: ReadonlyArray<OutputColumn<unknown>>;
}

/**
 * Reads the output that the user chose.
 * @throws InputError if “Selected Fields” is chosen without a field
 */
export function readOutput(parameters: Fields, shape: AnyShape | undefined, contract: Contract): Output {
	const mode = parameters.raw('output');
	// A workflow that was saved with Simplify off still gets raw data.
	const raw = mode === 'raw' || (mode !== 'fields' && !parameters.flag('simplify', true));
	const parts = shape?.parts?.find(({ parameter }) => parameters.flag(parameter));
	const all = (parts ? parts.columns : shape?.columns) ?? [];
	const columns = (all as ReadonlyArray<OutputColumn<unknown>>).filter(
		({ needs, when }) => (!needs || contract.supports(needs)) && (when?.(parameters) ?? true),
	);
	if (mode !== 'fields' || !shape) return { raw, parts, columns };
	const names = parameters.list(parts ? 'partFields' : 'fields');
	if (!names)
		throw new InputError(
			'Fields',
			'No field is selected.',
			'Select the fields to return, or set “Output” to “Simplified”.',
		);
	return { raw, parts, columns, names };
}

/** The items of one record that was read or written. */
export function toJson({ value, raw }: WithRaw<unknown>, shape: AnyShape | undefined, output: Output): IDataObject[] {
	if (output.raw && typeof raw === 'object' && raw !== null) return [raw as IDataObject];
	const { notSent, ...plain } = value as IDataObject;
	const rows = shape ? rowsOf(value, shape, output) : [plain];
	// The column only appears when it has content.
	return Array.isArray(notSent) && notSent.length > 0 ? rows.map((row) => ({ ...row, notSent })) : rows;
}

function rowsOf(value: unknown, shape: AnyShape, { names, parts, columns }: Output): IDataObject[] {
	const whole = (name: string): unknown =>
		shape.columns.find((column) => column.name === name)?.of(value) ?? fieldOf(value, name);
	if (!parts) return [names ? pick(names, whole) : rowOf(columns, value)];
	const all = parts.of(value);
	return (all.length > 0 ? all : [undefined]).map((part) => {
		const both: PartOf<unknown, unknown> = { whole: value, part };
		if (!names) return rowOf(columns, both);
		const own = (name: string): unknown =>
			parts.columns.find((column) => column.name === name)?.of(both) ?? fieldOf(part, name);
		return pick(names, (name) => own(name) ?? whole(name));
	});
}

function rowOf(columns: Output['columns'], value: unknown): IDataObject {
	const row: Record<string, unknown> = {};
	for (const { name, of, rare } of columns) {
		const content = of(value);
		if (!rare || content !== null) row[name] = content;
	}
	return row as IDataObject;
}
const pick = (names: readonly string[], valueOf: (name: string) => unknown): IDataObject =>
	Object.fromEntries(names.map((name) => [name, valueOf(name) ?? null])) as IDataObject;

const fieldOf = (value: unknown, name: string): unknown =>
	typeof value === 'object' && value !== null && Object.hasOwn(value, name)
		? (value as Record<string, unknown>)[name]
		: undefined;
