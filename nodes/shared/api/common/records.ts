import { jsonText } from '../../domain/values/jsonText';
import type { ApiClient } from '../../http/client';
import { type ReadOptions, pageSizeOf, paginate } from '../../http/paginate';
import { rethrow } from '../../http/errors/rethrow';
import { rowsOf } from './parse';
import { readComplete } from './completeRead';
import type { Endpoint } from '../../http/endpoint';
import { type Place, type Places, isBehind } from '../../domain/places';
import { type TakeUnreadable, UnreadableRecord } from '../ports/unreadable';

/** How to read the records of a list. */
export interface RecordList<T> extends Pick<ReadOptions<T>, 'path' | 'query' | 'pageSize' | 'more' | 'ahead'> {
	/** Names under which a response may hold the rows. */
	names?: readonly string[];
	/** Extracts the rows of a response that is not a plain list. */
	rowsIn?: (body: unknown) => unknown[];
	/** @throws UnreadableRecord */
	read: (row: unknown, endpoint: string) => T;
	/** Identifies a record. */
	key: (record: T) => string;
	/** Without it, an unreadable record fails the whole list. */
	unreadable?: TakeUnreadable;
	/** For a list that is read in portions. */
	places?: Places;
}

/** Reads a list page by page. Unreadable records go to `unreadable`; the others are returned. */
export async function* readRecords<T>(client: ApiClient, endpoint: Endpoint, list: RecordList<T>): AsyncGenerator<T[]> {
	const { places } = list;
	const size = endpoint.paging ? pageSizeOf(endpoint.paging, list.pageSize) : Infinity;
	const from = places?.begin(size);
	if (places && !from) return;
	const pages = paginate(client, endpoint, { ...pagesOf(endpoint, list, size), firstPage: from?.page });
	for await (const page of pages) {
		const records = readable(from && places ? placed(page, from, places) : page, list.unreadable);
		if (records.length > 0) yield records;
	}
}

/** The rows of a page behind a place, whose own places are noted. */
const placed = <T>(page: ReadonlyArray<Read<T>>, from: Place, places: Places): Array<Read<T>> =>
	page.filter((row) => {
		const behind = { ...row.behind, list: from.list };
		if (!isBehind(behind, from)) return false;
		places.note('record' in row ? (row.record as object) : row.failed, behind);
		return true;
	});

/**
 * The same for a list that may shift while it is read, without missing a record (`completeRead.ts`). No page is read
 * ahead: the proof needs their order.
 */
export const readAllRecords = async <T>(
	client: ApiClient,
	endpoint: Endpoint,
	list: Omit<RecordList<T>, 'ahead' | 'places'>,
): Promise<T[]> => readable(await readComplete(client, endpoint, pagesOf(endpoint, list)), list.unreadable);

/** Unreadable records count as rows: without them, a full page would look like the last one. */
function pagesOf<T>(endpoint: Endpoint, list: RecordList<T>, size = Infinity): ReadOptions<Read<T>> {
	const {
		path,
		query,
		pageSize,
		more,
		ahead,
		names,
		read,
		key,
		rowsIn = (body: unknown) => rowsOf(body, endpoint.name, names),
	} = list;
	return {
		path,
		query,
		pageSize,
		more,
		ahead,
		rows: (body, page) =>
			rowsIn(body).map((row, at, { length }) => ({
				...tryToRead(row, read, endpoint.name),
				// Behind the last row of a full page, the next page begins.
				behind: at + 1 < Math.max(size, length) ? { page, row: at + 1 } : { page: page + 1, row: 0 },
			})),
		count: (body) => rowsIn(body).length,
		key: (row) => ('record' in row ? key(row.record) : `unreadable ${jsonText(row.failed.raw)}`),
	};
}

/** The records of a list that comes in one response. */
export function recordsOf<T>(
	rows: readonly unknown[],
	endpoint: string,
	read: (row: unknown, endpoint: string) => T,
	unreadable: TakeUnreadable | undefined,
): T[] {
	return readable(
		rows.map((row) => tryToRead(row, read, endpoint)),
		unreadable,
	);
}

type Outcome<T> = { record: T } | { failed: UnreadableRecord };
type Read<T> = Outcome<T> & { behind: Omit<Place, 'list'> };

function tryToRead<T>(row: unknown, read: (row: unknown, endpoint: string) => T, endpoint: string): Outcome<T> {
	try {
		return { record: read(row, endpoint) };
	} catch (error) {
		if (error instanceof UnreadableRecord) return { failed: error };
		rethrow(error);
	}
}

function readable<T>(rows: ReadonlyArray<Outcome<T>>, unreadable: TakeUnreadable | undefined): T[] {
	return rows.flatMap((row) => {
		if ('record' in row) return [row.record];
		if (!unreadable) throw row.failed;
		unreadable(row.failed);
		return [];
	});
}
