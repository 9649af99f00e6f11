/** Rows in ascending id order, with direct access by id. Adding a row with the highest id so far costs nothing more than a push. */
export class Table<Row extends object> {
	readonly rows: Row[] = [];
	private readonly byId = new Map<number, Row>();

	/** @param firstId id of the first row that is added without one */
	constructor(
		readonly idOf: (row: Row) => number,
		private nextId: number,
	) {}

	get size(): number {
		return this.rows.length;
	}

	newId(): number {
		return this.nextId++;
	}

	get(id: number): Row | undefined {
		return this.byId.get(id);
	}

	add(row: Row): Row {
		const id = this.idOf(row);
		if (this.byId.has(id)) throw new RangeError(`id ${id} is taken`);
		this.byId.set(id, row);
		this.nextId = Math.max(this.nextId, id + 1);
		const last = this.rows[this.rows.length - 1];
		if (last === undefined || this.idOf(last) < id) this.rows.push(row);
		else
			this.rows.splice(
				this.rows.findIndex((other) => this.idOf(other) > id),
				0,
				row,
			);
		return row;
	}

	remove(id: number): Row | undefined {
		const row = this.byId.get(id);
		if (row) {
			this.byId.delete(id);
			this.rows.splice(this.rows.indexOf(row), 1);
		}
		return row;
	}
}

/** The rows of one page (1-based). Without a test the page is cut out directly; with one, reading stops when the page is full. */
export function pageOf<Row>(rows: readonly Row[], page: number, limit: number, test?: (row: Row) => boolean): Row[] {
	const start = (page - 1) * limit;
	if (!test) return rows.slice(start, start + limit);
	const found: Row[] = [];
	let skipped = 0;
	for (const row of rows) {
		if (!test(row)) continue;
		if (skipped < start) skipped += 1;
		else if (found.push(row) === limit) break;
	}
	return found;
}
