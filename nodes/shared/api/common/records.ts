import { jsonText } from '../../domain/values/jsonText';
import type { ApiClient } from '../../http/client';
import { type ReadOptions, paginate } from '../../http/paginate';
import { rethrow } from '../../http/errors/rethrow';
import { rowsOf } from './parse';
import { readComplete } from './completeRead';
import type { Endpoint } from '../../http/endpoint';
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
}

/** Reads a list page by page. Unreadable records go to `unreadable`; the others are returned. */
export async function* readRecords<T>(client: ApiClient, endpoint: Endpoint, list: RecordList<T>): AsyncGenerator<T[]> {
	for await (const page of paginate(client, endpoint, pagesOf(endpoint, list))) {
		const records = readable(page, list.unreadable);
		if (records.length > 0) yield records;
	}
}

/**
 * The same for a list that may shift while it is read, without missing a record (`completeRead.ts`). No page is read
 * ahead: the proof needs their order.
 */
export const readAllRecords = async <T>(
	client: ApiClient,
	endpoint: Endpoint,
	list: Omit<RecordList<T>, 'ahead'>,
): Promise<T[]> =>
	readable(await readComplete(client, endpoint, pagesOf(endpoint, list)), list.unreadable);

/** Unreadable records count as rows: without them, a full page would look like the last one. */
function pagesOf<T>(endpoint: Endpoint, list: RecordList<T>): ReadOptions<Read<T>> {
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
		rows: (body) => rowsIn(body).map((row) => tryToRead(row, read, endpoint.name)),
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

type Read<T> = { record: T } | { failed: UnreadableRecord };

function tryToRead<T>(row: unknown, read: (row: unknown, endpoint: string) => T, endpoint: string): Read<T> {
	try {
		return { record: read(row, endpoint) };
	} catch (error) {
		if (error instanceof UnreadableRecord) return { failed: error };
		rethrow(error);
	}
}

function readable<T>(rows: ReadonlyArray<Read<T>>, unreadable: TakeUnreadable | undefined): T[] {
	return rows.flatMap((row) => {
		if ('record' in row) return [row.record];
		if (!unreadable) throw row.failed;
		unreadable(row.failed);
		return [];
	});
}
