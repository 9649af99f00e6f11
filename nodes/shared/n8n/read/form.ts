import type { IDataObject } from 'n8n-workflow';
import { ownValue } from '../../domain/ownValue';
import { saysNothing } from '../../domain/values/text';
import type { Reading } from './reading';

/**
 * Where fields come from, besides their values. Everything is optional, because most of it only matters for ambiguous
 * values.
 */
export interface Place {
	/** The incoming item, for columns that are mapped by name; and all items of the run. */
	item?(): IDataObject;
	items?(): IDataObject[];
	/** A name for the form, so that each of its fields is one column across the items of a run. */
	path?: string;
	/** The values of a field in all items of the run. */
	column?(name: string): Iterable<unknown>;
	/** The field before its expressions are evaluated. */
	template?(name: string): unknown;
	/** Whether the form has the field, empty or not. */
	has?(name: string): boolean;
	/** The names of all fields of the form. */
	names?(): string[];
}

/** The fields of one form: a node's own fields, those of a collection, or of an object that is read like one. */
export class Form {
	protected readonly reading: Reading;

	constructor(
		private readonly read: (name: string) => unknown,
		reading: Reading | string,
		private readonly place: Place = {},
	) {
		this.reading = typeof reading === 'string' ? { zone: reading } : reading;
	}

	/** The incoming item, for columns that are mapped by name. */
	item(): Readonly<IDataObject> {
		return this.place.item?.() ?? {};
	}

	/** All known incoming items of the run. */
	items(): readonly IDataObject[] {
		return this.place.items?.() ?? [this.item()];
	}

	/**
	 * A value without checks, for choices of the form. Everything that a person or an export may write goes through one
	 * of the readers below.
	 */
	raw(name: string): unknown {
		return this.read(name);
	}

	/** Whether a mapped field turned out empty; a field that the form does not have was not mapped. */
	isMappedEmpty(name: string): boolean {
		return saysNothing(this.read(name)) && this.has(name);
	}

	names(): string[] {
		return this.place.names?.() ?? [];
	}

	has(name: string): boolean {
		return this.place.has?.(name) ?? this.read(name) !== undefined;
	}

	/** Adds a remark about an accepted value: shown once per run, with examples at `%s`. */
	remark(text: string, example: string): void {
		this.reading.remarks?.add(text, example);
	}

	inside(name: string): this {
		const template = objectOf(this.template(name));
		return this.of(objectOf(this.read(name)), {
			path: this.pathOf(name),
			column: (field) => flatMap(this.column(name), (value) => [ownValue(objectOf(value), field)]),
			template: (field) => ownValue(template, field),
		});
	}

	/** The rows of a form that can be filled in several times. */
	rows(name: string, row: string): this[] {
		const templates = listOf(ownValue(objectOf(this.template(name)), row));
		const column = (field: string): Iterable<unknown> =>
			flatMap(this.column(name), (value) =>
				listOf(ownValue(objectOf(value), row)).map((one) => ownValue(objectOf(one), field)),
			);
		return listOf(ownValue(objectOf(this.read(name)), row)).map((fields, at) =>
			this.of(objectOf(fields), {
				path: this.pathOf(name),
				column,
				template: (field) => ownValue(objectOf(templates[at]), field),
			}),
		);
	}

	/**
	 * The fields of an object from this form.
	 * @param place where they come from, unless they are fields of this form
	 */
	of(fields: Record<string, unknown>, place: Place = this.place): this {
		const Part = this.constructor as new (read: (name: string) => unknown, reading: Reading, place: Place) => this;
		const { item, items } = this.place;
		const own = { item, items, has: (name: string) => Object.hasOwn(fields, name), names: () => Object.keys(fields) };
		return new Part((name) => ownValue(fields, name), this.reading, { ...own, ...place });
	}

	/** The same form with values from elsewhere. */
	with(read: (name: string) => unknown, place: Place = {}): this {
		const Same = this.constructor as new (read: (name: string) => unknown, reading: Reading, place: Place) => this;
		return new Same(read, this.reading, { ...this.place, ...place });
	}

	/** A field's known values across the items of the run. */
	column(name: string): Iterable<unknown> {
		return this.place.column?.(name) ?? [];
	}

	/** A field before its expressions are evaluated. */
	template(name: string): unknown {
		return this.place.template?.(name);
	}

	pathOf(name: string): string {
		return [this.place.path, name].filter(Boolean).join('.');
	}
}

const objectOf = (value: unknown): IDataObject =>
	(typeof value === 'object' && value !== null ? value : {}) as IDataObject;

const listOf = (value: unknown): unknown[] =>
	Array.isArray(value) ? (value as unknown[]) : value === undefined || value === null ? [] : [value];

function* flatMap(values: Iterable<unknown>, take: (value: unknown) => unknown[]): Generator<unknown> {
	for (const value of values) yield* take(value);
}
