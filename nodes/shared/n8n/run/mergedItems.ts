import { InputError } from '../../domain/inputError';
import type { BatchOperation, OpenRow } from './operation';
import type { Fields } from '../read/params';
import type { Work } from './context';
import { NoKeyError, RowError } from './rowErrors';
import type { Failure } from './context';

type Row = OpenRow<unknown>;
type Rows = [Row, ...Row[]];
type Merge = NonNullable<BatchOperation<unknown, unknown, unknown, unknown>['merge']>;

/** The items of a run that are parts of inputs. An input with a missing or invalid part must not be sent without it. */
export class MergedItems {
	private readonly byKey = new Map<string, Rows>();
	/** Failures of single items, and by the name of the input that they belong to. */
	private readonly failures: Failure[] = [];
	private readonly failedKeys = new Map<string, Failure>();
	/** Inputs that may be incomplete, by key. */
	private readonly heldKeys = new Map<string, InputError>();
	private above?: Row;
	/** An item of an unknown input may belong to the next input as well as to the previous one. */
	private stray?: InputError;

	constructor(private readonly merge: Merge) {}

	add(item: number, fields: Fields, account: unknown): void {
		try {
			const row = this.merge.open(fields, account, item, this.above);
			const rows = this.byKey.get(row.key);
			if (rows) rows.push(row);
			else this.byKey.set(row.key, [row]);
			if (this.stray) this.hold(row, this.stray);
			this.stray = undefined;
			this.above = row;
		} catch (error) {
			this.refuse(item, error instanceof NoKeyError ? '' : this.merge.nameOf(fields), error);
		}
	}

	private refuse(item: number, name: string, error: unknown): void {
		const failure: Failure = { items: [item], subject: name, error };
		this.failures.push(failure);
		if (name) {
			this.failedKeys.set(name, failure);
			this.stray = undefined;
		} else if (error instanceof InputError) {
			const { isPart = true } = error instanceof NoKeyError ? error : {};
			const doubt = isPart ? this.merge.incomplete(item, error) : undefined;
			if (doubt) this.hold(this.above, doubt);
			if (error instanceof NoKeyError) return;
			this.stray ??= doubt;
		}
		this.above = { item, name, key: '' };
	}

	private hold(row: Row | undefined, error: InputError): void {
		if (row?.row !== undefined && !this.heldKeys.has(row.key)) this.heldKeys.set(row.key, error);
	}

	*inputs(): Generator<() => Work | Failure> {
		for (const [key, rows] of this.byKey) {
			const failure = this.failedKeys.get(rows[0].name);
			if (failure) for (const { item } of rows) failure.items.push(item);
			else if (!this.heldKeys.has(key)) yield () => this.read(rows);
		}
		for (const failure of this.failures) yield () => failure;
	}

	private read(rows: Rows): Work | Failure {
		const items = rows.map(({ item }) => item);
		try {
			return { input: this.merge.read(rows.map(({ row }) => row) as [unknown, ...unknown[]]), items };
		} catch (error) {
			const at = error instanceof RowError ? error.item : items[0];
			// The item at fault comes first.
			const sorted = items.filter((item) => item === at).concat(items.filter((item) => item !== at));
			return { items: sorted, subject: rows[0].name, error };
		}
	}

	/** The failures of inputs that may be incomplete. */
	heldBack(): Failure[] {
		return [...this.heldKeys].flatMap(([key, error]) => {
			const rows = this.byKey.get(key);
			if (!rows || this.failedKeys.has(rows[0].name)) return [];
			return [{ items: rows.map(({ item }) => item), subject: rows[0].name, error }];
		});
	}
}
