import type { Endpoint } from './endpoint';
import { ApiError } from './errors/apiError';
import type { ApiClient } from './client';
import type { Query } from '../domain/values/query';

export interface ReadOptions<Row> {
	path?: Record<string, string>;
	query?: Query;
	/** Rows of a page; the endpoint's largest when absent. */
	pageSize?: number;
	/** Takes the rows out of an answer. */
	rows: (body: unknown) => Row[];
	/**
	 * Whether the answer says that more pages follow; where answers say nothing of the kind, the number of rows decides.
	 */
	more?: (body: unknown) => boolean;
	/** What tells two rows apart; a row seen twice because the list moved is given once. */
	key: (row: Row) => string;
	/**
	 * What a row is, whichever version of it comes; the key when absent. Pages of nothing but new versions of known rows
	 * are no news.
	 */
	identity?: (row: Row) => string;
}

/**
 * After so many pages in a row without a row that was not read before, the list counts as endless. One that shifts
 * while it is read repeats a page at most.
 */
export const IDLE_PAGES = 4;

/**
 * Reads a list page by page; a page is asked for when the caller has done with the one before, so none is read for
 * nothing. (The pace of the service, not the caller's work, is what takes the time.)
 *
 * The end: an empty page (what clients of the live API rely on); a page shorter than one seen before; a page shorter
 * than the service's default size; or that the answer says so itself. A first page that is merely shorter than what was
 * asked for is not the end, because a service may cut large sizes silently.
 * @throws ApiError `unreadable` when a page repeats the one before, or several pages bring nothing new: such a list
 *   would never end
 */
export async function* paginate<Row>(
	client: ApiClient,
	endpoint: Endpoint,
	options: ReadOptions<Row>,
): AsyncGenerator<Row[]> {
	const paging = endpoint.paging;
	if (!paging) {
		yield options.rows(await client.call(endpoint, { path: options.path, query: options.query }));
		return;
	}
	const size = Math.max(1, Math.min(options.pageSize ?? paging.maxSize, paging.maxSize));
	const fetchPage = async (page: number): Promise<{ rows: Row[]; more: boolean | undefined }> => {
		const body = await client.call(endpoint, {
			path: options.path,
			query: { ...options.query, page, [paging.sizeParameter]: size },
		});
		return { rows: options.rows(body), more: options.more?.(body) };
	};

	const seen = new Set<string>();
	const known = new Set<string>();
	const isNews = (rows: Row[], fresh: Row[]): boolean => {
		if (!options.identity) return fresh.length > 0;
		const before = known.size;
		for (const row of rows) known.add(options.identity(row));
		return known.size > before;
	};
	let longest = 0;
	let before = '';
	let idle = 0;
	for (let page = 1; ; page++) {
		const { rows, more } = await fetchPage(page);
		const keys = rows.map(options.key);
		const signature = keys.join('\n');
		if ((rows.length > 0 || (more && page > 1)) && signature === before) throw repeated(endpoint, page);
		before = signature;
		longest = Math.max(longest, rows.length);
		const short = rows.length === 0 || rows.length < longest || rows.length < Math.min(size, paging.defaultSize);
		const last = more === undefined ? short : !more;
		const fresh = rows.filter((_, index) => !seen.has(keys[index] ?? ''));
		keys.forEach((key) => seen.add(key));
		idle = isNews(rows, fresh) ? 0 : idle + 1;
		if (fresh.length > 0) yield fresh;
		if (last) return;
		if (idle >= IDLE_PAGES) throw circling(endpoint, page);
	}
}

const circling = (endpoint: Endpoint, page: number): ApiError =>
	new ApiError({
		kind: 'unreadable',
		message:
			`The last ${IDLE_PAGES} pages of the list (up to page ${page}) repeated rows of earlier pages and brought ` +
			'nothing new, so the list would never end.',
		endpoint: endpoint.name,
		effect: 'read',
	});

const repeated = (endpoint: Endpoint, page: number): ApiError =>
	new ApiError({
		kind: 'unreadable',
		message: `Page ${page} of the list is the same as the page before it, so the list would never end.`,
		endpoint: endpoint.name,
		effect: 'read',
	});
