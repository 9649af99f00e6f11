import type { Capability } from '../../api/ports/capabilities';

/** One output column. */
export interface OutputColumn<T> {
	name: string;
	of(value: T): unknown;
	/** What a contract must support to have values for it. */
	needs?: Capability;
	/** Only present when it has a value. */
	rare?: true;
	/** Whether these parameters give it a value; always when absent. */
	when?(parameters: { raw(name: string): unknown }): boolean;
}

/** One part, together with the whole that it belongs to. */
export interface PartOf<T, Part> {
	whole: T;
	/** Undefined for a record without parts, which still has one row. */
	part: Part | undefined;
}

/** How the parts of a record come out, if the user wants one item per part. */
export interface PartShape<T, Part> {
	/** The parameter that requests it, and its label. If several are on, the first counts. */
	parameter: string;
	label: string;
	description: string;
	/** What a contract must support to have such parts. */
	needs?: Capability;
	of(value: T): Part[];
	columns: ReadonlyArray<OutputColumn<PartOf<T, Part>>>;
	/** Further fields of a part that may be selected. */
	fields: ReadonlyArray<keyof Part & string>;
}

/** How a record comes out. */
export interface Shape<T> {
	/** The simplified row: a dozen flat columns at most, the important ones first. */
	columns: ReadonlyArray<OutputColumn<T>>;
	/**
	 * Further fields that may be selected, including lists and objects. A field with the name of a column holds the same
	 * value.
	 */
	fields: ReadonlyArray<string>;
	/** The ways to get one item per part. */
	parts?: ReadonlyArray<PartShape<T, unknown>>;
}

/** A shape without its type. */
export type AnyShape = Shape<unknown>;

/** Checks a shape's types where it is written, and drops them where it is used. */
export const shapeOf = <T>(shape: Shape<T>): AnyShape => shape as unknown as AnyShape;

/** The same for parts. */
export const partsOf = <T, Part>(parts: PartShape<T, Part>): PartShape<T, unknown> =>
	parts as unknown as PartShape<T, unknown>;

/** Columns that hold a field unchanged. */
export const own = <T>(...names: Array<KeyOfAny<T> & string>): Array<OutputColumn<T>> =>
	names.map((name) => ({ name, of: (value) => (value as Record<string, unknown>)[name] ?? null }));

/** The same for fields that not every contract has. */
export const ownWith = <T>(needs: Capability, ...names: Array<KeyOfAny<T> & string>): Array<OutputColumn<T>> =>
	own<T>(...names).map((column) => ({ ...column, needs }));

/** The same for fields that few records have. */
export const ownRare = <T>(...names: Array<KeyOfAny<T> & string>): Array<OutputColumn<T>> =>
	own<T>(...names).map((column) => ({ ...column, rare: true }));

type KeyOfAny<T> = T extends unknown ? keyof T : never;

/** Several texts in one cell; null for none. */
export const joined = (texts: ReadonlyArray<string | null | undefined>): string | null => {
	const all = [...new Set(texts.filter((text) => text !== null && text !== undefined && text !== ''))];
	return all.length > 0 ? all.join(', ') : null;
};
