import { jsonText } from '../../domain/values/jsonText';
/** A row of a list that the package knows nothing about. */
export interface KeyedRow {
	row: unknown;
	/** Identifies the row. */
	key: string;
	/** Identifies the row across its versions. */
	identity: string;
}

/** Dates and times in JSON, as text or as seconds or milliseconds since 1970. */
const TIMES = /"\d{4}-\d\d-\d\d[T ][^"]*"|(?<=:)1\d{9}(\d{3})?(?=[,}\]])/g;

/**
 * Identifies the rows of a list when only its path is known. A row's key is the row itself, and equal rows on a page
 * count separately. Its identity is its ID or, without one, the row without its times, because services stamp rows with
 * the time of the read.
 */
export class UnknownList {
	private readonly noun: string;
	/** Two rows of a page had the same identity, so only the rows themselves count. */
	private ambiguous = false;

	constructor(path: string) {
		this.noun = (path.split('/').at(-1) ?? '').toLowerCase();
	}

	/** The rows of one page. */
	keyed(rows: unknown[]): KeyedRow[] {
		const counts = new Map<string, number>();
		const keyed = rows.map((row): KeyedRow => {
			const text = jsonText(row);
			const nth = (counts.get(text) ?? 0) + 1;
			counts.set(text, nth);
			return { row, key: `${text}\n${nth}`, identity: this.ownId(row) ?? text.replace(TIMES, '"time"') };
		});
		this.ambiguous ||= new Set(keyed.map(({ identity }) => identity)).size < counts.size;
		return this.ambiguous ? keyed.map((one) => ({ ...one, identity: one.key })) : keyed;
	}

	/** `id`, or the ID named after the list: `orderId` in a row of `/v1.1/orders`. */
	private ownId(row: unknown): string | undefined {
		if (typeof row !== 'object' || row === null || Array.isArray(row)) return undefined;
		for (const [name, value] of Object.entries(row)) {
			if (!['string', 'number'].includes(typeof value) || !/^(_?id|\w+(Id|ID|_id))$/.test(name)) continue;
			const owner = name.slice(0, -2).replace(/_/g, '').toLowerCase();
			if (owner === '' || this.noun.startsWith(owner.replace(/y$/, ''))) return `id ${String(value)}`;
		}
		return undefined;
	}
}
