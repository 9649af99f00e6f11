import { jsonText } from '../../domain/values/jsonText';
import { readDate } from '../../domain/values/dates/date';
import type { DateSpan } from '../../domain/values/dates/dateSpan';
import type { ApiClient } from '../../http/client';
import { paginate } from '../../http/paginate';
import { rethrow } from '../../http/errors/rethrow';
import type { Query } from '../../domain/values/query';
import { rowsOf } from './parse';
import type { Endpoint } from '../../http/endpoint';
import type { ListOptions, WithRaw } from '../ports/types';
import { type Changed, type ChangeFeed, type Narrowing, WITHOUT_ID } from '../ports/changes';
import { plainValue } from './unreadable';
import { UnreadableRecord } from '../ports/unreadable';

/** A list of the service from which feeds are built. */
export interface FeedList<T> {
	client: ApiClient;
	endpoint: Endpoint;
	read: (row: unknown, endpoint: string) => WithRaw<T>;
	options: Pick<ListOptions, 'pageSize'>;
	/** Where an unreadable row has its ID and its dates. */
	wire: WireNames;
	/** Names under which a response may hold the rows. */
	names?: readonly string[];
}

/** Paths in the wire format. */
export interface WireNames {
	id: string;
	createdAt?: string;
	modifiedAt?: string;
}

/** Where a record has its ID and its dates. */
export interface Stamps<T> {
	by: ChangeFeed<T>['by'];
	id: (value: T) => string;
	at: (value: T) => string | null;
	createdAt: (value: T) => string | null;
	modifiedAt: (value: T) => string | null;
}

/** The dates of a period, for filters that include both ends. */
export interface AskedDates {
	createdFrom?: string;
	createdTo?: string;
	modifiedFrom?: string;
	modifiedTo?: string;
}

/** Reads a list as a feed. A record that appears in two versions becomes two rows, because it moved during the read. */
export async function* changedRows<T>(
	list: FeedList<T>,
	stamps: Stamps<T>,
	query: Query,
): AsyncGenerator<Array<Changed<T>>> {
	const { client, endpoint, options, names } = list;
	yield* paginate(client, endpoint, {
		query,
		pageSize: options.pageSize,
		rows: (body) => rowsOf(body, endpoint.name, names).map((row) => changedOf(row, list, stamps)),
		key: ({ id, modifiedAt }) => `${id}\n${modifiedAt}`,
		identity: ({ id }) => id,
	});
}

function changedOf<T>(
	row: unknown,
	{ read, endpoint, wire }: FeedList<T>,
	{ by, id, at, createdAt, modifiedAt }: Stamps<T>,
): Changed<T> {
	try {
		const { value, raw } = read(row, endpoint.name);
		return { id: id(value), at: at(value), createdAt: createdAt(value), modifiedAt: modifiedAt(value), value, raw };
	} catch (error) {
		if (error instanceof UnreadableRecord) return unreadable(error, wire, by);
		rethrow(error);
	}
}

/**
 * An unreadable record stays in the feed with what is known about it, because every row helps to show whether the list
 * shifted.
 */
function unreadable<T>(record: UnreadableRecord, wire: WireNames, by: ChangeFeed<T>['by']): Changed<T> {
	const { raw } = record;
	const date = (path: string | undefined): string | null =>
		path === undefined ? null : readDate(plainValue(raw, path));
	const [createdAt, modifiedAt] = [date(wire.createdAt), date(wire.modifiedAt)];
	const id = plainValue(raw, wire.id) ?? WITHOUT_ID + jsonText(raw);
	return {
		id,
		at: by === 'change' ? modifiedAt : createdAt,
		createdAt,
		modifiedAt,
		value: undefined as T,
		raw,
		unreadable: record,
	};
}

/** If a list is shorter than this, its first response is also its last (http/paginate). */
export const singlePageLimit = ({ endpoint, options }: Pick<FeedList<unknown>, 'endpoint' | 'options'>): number =>
	Math.min(endpoint.paging?.defaultSize ?? Infinity, options.pageSize ?? Infinity);

interface Dated {
	createdAt: string | null;
	updatedAt: string | null;
}

/**
 * The two feeds of a list that filters by creation date and by change date.
 * @param narrows the other filters that the service supports
 * @param query the filters in the service's terms
 */
export function datedFeeds<T extends Dated>(
	list: FeedList<T>,
	id: (value: T) => string,
	narrows: ReadonlyArray<keyof Narrowing>,
	query: (dates: AskedDates, narrowing: Narrowing) => Query,
): { created: ChangeFeed<T>; modified: ChangeFeed<T> } {
	const stamps = { id, createdAt: (value: T) => value.createdAt, modifiedAt: (value: T) => value.updatedAt };
	const ask = (by: 'creation' | 'change', dates: AskedDates, narrowing: Narrowing): AsyncGenerator<Array<Changed<T>>> =>
		changedRows(
			list,
			{ ...stamps, by, at: by === 'creation' ? stamps.createdAt : stamps.modifiedAt },
			query(dates, only(narrowing, narrows)),
		);
	const created = ({ from, to }: DateSpan): AskedDates => ({ createdFrom: from, createdTo: to });
	return {
		created: {
			by: 'creation',
			read: (span, narrowing) => ask('creation', created(span), narrowing),
			modifiedSince: (since, span, narrowing) => ask('creation', { ...created(span), modifiedFrom: since }, narrowing),
			singlePageLimit: singlePageLimit(list),
		},
		modified: {
			by: 'change',
			read: ({ from, to }, narrowing) => ask('change', { modifiedFrom: from, modifiedTo: to }, narrowing),
			modifiedSince: (since, _span, narrowing) => ask('change', { modifiedFrom: since }, narrowing),
			singlePageLimit: singlePageLimit(list),
		},
	};
}

const only = (narrowing: Narrowing, names: ReadonlyArray<keyof Narrowing>): Narrowing =>
	Object.fromEntries(names.filter((name) => narrowing[name] !== undefined).map((name) => [name, narrowing[name]]));
