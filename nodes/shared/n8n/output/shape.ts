import type { Capability } from '../../api/ports/capabilities';

/** A column of what comes out. */
export interface OutputColumn<T> {
	name: string;
	of(value: T): unknown;
	/** What a contract must support to have something to put into it. */
	needs?: Capability;
	/** Only there when it has something in it. */
	rare?: true;
	/** Whether it has something in it with these parameters; always when left out. */
	when?(parameters: { raw(name: string): unknown }): boolean;
}

/** One part of a thing, with the whole that it belongs to. */
export interface PartOf<T, Part> {
	whole: T;
	/** Undefined for a thing without parts, which has one row all the same. */
	part: Part | undefined;
}

/** How the parts of a thing come out, where the user wants an item for each of them. */
export interface PartShape<T, Part> {
	/** The parameter that asks for it, and how it is called. */
	parameter: string;
	label: string;
	description: string;
	of(value: T): Part[];
	columns: ReadonlyArray<OutputColumn<PartOf<T, Part>>>;
	/** Further fields of a part that may be selected. */
	fields: ReadonlyArray<keyof Part & string>;
}

/** How a thing that was read comes out. */
export interface Shape<T, Part = never> {
	/** A simplified row: a dozen columns at most, all flat, the important ones first. */
	columns: ReadonlyArray<OutputColumn<T>>;
	/** Further fields that may be selected, lists and objects too. A column of the same name holds the same. */
	fields: ReadonlyArray<string>;
	parts?: PartShape<T, Part>;
}

/** A shape whose type is forgotten. */
export type AnyShape = Shape<unknown, unknown>;

/** Keeps a shape's own types checked where it is written, and forgets them where it is used. */
export const shapeOf = <T, Part = never>(shape: Shape<T, Part>): AnyShape => shape as unknown as AnyShape;

/** Columns that hold a field as it is. */
export const own = <T>(...names: Array<KeyOfAny<T> & string>): Array<OutputColumn<T>> =>
	names.map((name) => ({ name, of: (value) => (value as Record<string, unknown>)[name] ?? null }));

/** The same where not every contract has the field. */
export const ownWith = <T>(needs: Capability, ...names: Array<KeyOfAny<T> & string>): Array<OutputColumn<T>> =>
	own<T>(...names).map((column) => ({ ...column, needs }));

/** The same where hardly any row has something in the field. */
export const ownRare = <T>(...names: Array<KeyOfAny<T> & string>): Array<OutputColumn<T>> =>
	own<T>(...names).map((column) => ({ ...column, rare: true }));

type KeyOfAny<T> = T extends unknown ? keyof T : never;

/** Several texts in one cell; null for none. */
export const joined = (texts: ReadonlyArray<string | null | undefined>): string | null => {
	const all = [...new Set(texts.filter((text) => text !== null && text !== undefined && text !== ''))];
	return all.length > 0 ? all.join(', ') : null;
};
