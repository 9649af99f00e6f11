import type { Endpoint, Paging } from './endpoint';
import { ApiError } from './errors/apiError';
import type { ApiClient } from './client';
import { ReadAhead } from './readAhead';
import type { Query } from '../domain/values/query';

export interface ReadOptions<Row> {
	path?: Record<string, string>;
	query?: Query;
	/** Page size; the endpoint's largest when absent. */
	pageSize?: number;
	/** The page to begin with; the first one when absent. */
	firstPage?: number;
	/** Extracts the rows of a response, which is the page with this number. */
	rows: (body: unknown, page: number) => Row[];
	/** How many rows a response has, where that takes less time than extracting them. */
	count?: (body: unknown) => number;
	/** Whether the response says that more pages follow; without it, the number of rows decides. */
	more?: (body: unknown) => boolean;
	/** Identifies a row; a row that appears twice because the list moved is returned once. */
	key: (row: Row) => string;
	/**
	 * Identifies a row across its versions; the key when absent. Pages with only new versions of known rows count as
	 * idle.
	 */
	identity?: (row: Row) => string;
	/**
	 * Rows that the reader still wants. With it, pages are read before the reader asks for them, so the list must not
	 * depend on when each page is read. Ignored where reading consumes, or where each response says whether more follow.
	 */
	ahead?: () => number;
}

/**
 * After this many pages in a row without an unseen row, the list counts as endless. A list that shifts while it is read
 * repeats one page at most.
 */
export const IDLE_PAGES = 4;

/**
 * Reads a list page by page, each one only when the caller is done with the previous page, unless `ahead` is set.
 *
 * The list ends with an empty page (clients of the live API rely on this), with a page shorter than an earlier one or
 * than the service's default size, or when the response says so. A first page that is only shorter than requested is
 * not the end, because a service may reduce large sizes silently.
 * @throws ApiError `unreadable` when a page equals the previous one, or several pages bring nothing new: such a list
 *   would never end
 */
export async function* paginate<Row>(
	client: ApiClient,
	endpoint: Endpoint,
	options: ReadOptions<Row>,
): AsyncGenerator<Row[]> {
	const paging = endpoint.paging;
	if (!paging) {
		yield options.rows(await client.call(endpoint, { path: options.path, query: options.query }), 1);
		return;
	}
	const size = pageSizeOf(paging, options.pageSize);
	const { firstPage = 1 } = options;
	const fetch = async (by: ApiClient, page: number): Promise<unknown> =>
		await by.call(endpoint, { path: options.path, query: { ...options.query, page, [paging.sizeParameter]: size } });
	const wanted = options.more || endpoint.writes || endpoint.consumes ? undefined : options.ahead;
	const news = new News(options);
	let longest = 0;
	let before = '';
	let idle = 0;
	const isEnd = (count: number, more?: boolean): boolean =>
		more === undefined ? count === 0 || count < longest || count < Math.min(size, paging.defaultSize) : !more;
	const countOf = (body: unknown, page: number): number => options.count?.(body) ?? options.rows(body, page).length;
	const ahead = wanted && new ReadAhead(client, endpoint, { fetch, isEnd: (body, page) => isEnd(countOf(body, page)) });
	try {
		for (let page = firstPage; ; page++) {
			const body = await (ahead ? ahead.take(page) : fetch(client, page));
			const rows = options.rows(body, page);
			const more = options.more?.(body);
			const keys = rows.map(options.key);
			const signature = keys.join('\n');
			if ((rows.length > 0 || (more && page > firstPage)) && signature === before) throw repeated(endpoint, page);
			before = signature;
			longest = Math.max(longest, rows.length);
			const last = isEnd(rows.length, more);
			const { fresh, isNews } = news.of(rows, keys);
			idle = isNews ? 0 : idle + 1;
			if (ahead && !last && idle < IDLE_PAGES) {
				// A list may end after a first page that is not full, and may be endless after a page without news.
				const most = idle > 0 || (page === firstPage && rows.length < size) ? 1 : Infinity;
				ahead.start(page, Math.min(most, Math.ceil((wanted() - fresh.length) / longest)));
			}
			if (fresh.length > 0) yield fresh;
			if (last) return;
			if (idle >= IDLE_PAGES) throw circling(endpoint, page);
		}
	} finally {
		await ahead?.close();
	}
}

/** The page size that is requested if a reader wants this one. */
export const pageSizeOf = ({ maxSize }: Paging, wanted = maxSize): number => Math.max(1, Math.min(wanted, maxSize));

/** Tells the rows of a list that have not appeared before. */
class News<Row> {
	private readonly seen = new Set<string>();
	private readonly known = new Set<string>();

	constructor(private readonly options: Pick<ReadOptions<Row>, 'identity'>) {}

	/** @returns the rows with a new key, and whether the page brings a row that is more than a new version */
	of(rows: Row[], keys: readonly string[]): { fresh: Row[]; isNews: boolean } {
		const fresh = rows.filter((_, index) => !this.seen.has(keys[index] ?? ''));
		for (const key of keys) this.seen.add(key);
		const { identity } = this.options;
		if (!identity) return { fresh, isNews: fresh.length > 0 };
		const before = this.known.size;
		for (const row of rows) this.known.add(identity(row));
		return { fresh, isNews: this.known.size > before };
	}
}

const circling = (endpoint: Endpoint, page: number): ApiError =>
	new ApiError({
		kind: 'unreadable',
		message:
			`The last ${IDLE_PAGES} pages of the list (up to page ${page}) only repeated rows of earlier pages, so the ` +
			'list would never end.',
		endpoint: endpoint.name,
		effect: 'read',
	});

const repeated = (endpoint: Endpoint, page: number): ApiError =>
	new ApiError({
		kind: 'unreadable',
		message: `Page ${page} of the list is the same as the previous page, so the list would never end.`,
		endpoint: endpoint.name,
		effect: 'read',
	});
