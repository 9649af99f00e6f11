import type { DateSpan } from '../domain/dateSpan';
import type { ApiClient } from '../http/client';
import { readPages } from '../http/pages';
import type { Query } from '../http/url';
import { rowsOf } from './answers';
import type { Endpoint } from './endpoint';
import type { ListOptions, Sourced } from './port';
import type { Changed, ChangeFeed, Narrowing } from './ports/changes';

/** A list of the service that feeds are made of. */
export interface FeedList<T> {
	client: ApiClient;
	endpoint: Endpoint;
	read: (row: unknown, endpoint: string) => Sourced<T>;
	options: ListOptions;
	/** Names under which the rows may stand in an answer. */
	names?: readonly string[];
}

/** Where a record has its id and its dates. */
export interface Stamps<T> {
	id: (value: T) => string;
	at: (value: T) => string | null;
	createdAt: (value: T) => string | null;
	modifiedAt: (value: T) => string | null;
}

/** Dates to ask a list for, as filters that have both. */
export interface AskedDates {
	createdFrom?: string;
	createdTo?: string;
	modifiedFrom?: string;
	modifiedTo?: string;
}

/** Reads a list as a feed brings it. One record in two versions is two rows: it has moved while it was read. */
export async function* changedRows<T>({ client, endpoint, read, options, names }: FeedList<T>, stamps: Stamps<T>, query: Query): AsyncGenerator<Array<Changed<T>>> {
	yield* readPages(client, endpoint, {
		query,
		pageSize: options.pageSize,
		rows: (body) => rowsOf(body, endpoint.name, names).map((row) => changed(read(row, endpoint.name), stamps)),
		key: ({ id, modifiedAt }) => `${id}\n${modifiedAt}`,
		identity: ({ id }) => id,
	});
}

function changed<T>({ value, source }: Sourced<T>, { id, at, createdAt, modifiedAt }: Stamps<T>): Changed<T> {
	return { id: id(value), at: at(value), createdAt: createdAt(value), modifiedAt: modifiedAt(value), value, source };
}

/** Of a shorter list the first answer is the last (http/pages). */
export const wholeBelow = ({ endpoint, options }: Pick<FeedList<unknown>, 'endpoint' | 'options'>): number =>
	Math.min(endpoint.paging?.defaultSize ?? Infinity, options.pageSize ?? Infinity);

interface Dated {
	createdAt: string | null;
	updatedAt: string | null;
}

/**
 * The two feeds of a list that filters by the dates of creation and of change.
 * @param narrows what the service filters by besides
 * @param query the filters in the service's words
 */
export function datedFeeds<T extends Dated>(
	list: FeedList<T>,
	id: (value: T) => string,
	narrows: ReadonlyArray<keyof Narrowing>,
	query: (dates: AskedDates, narrowing: Narrowing) => Query,
): { created: ChangeFeed<T>; modified: ChangeFeed<T> } {
	const stamps = { id, createdAt: (value: T) => value.createdAt, modifiedAt: (value: T) => value.updatedAt };
	const ask = (at: (value: T) => string | null, dates: AskedDates, narrowing: Narrowing): AsyncGenerator<Array<Changed<T>>> =>
		changedRows(list, { ...stamps, at }, query(dates, only(narrowing, narrows)));
	const created = ({ from, to }: DateSpan): AskedDates => ({ createdFrom: from, createdTo: to });
	return {
		created: {
			by: 'creation',
			read: (span, narrowing) => ask(stamps.createdAt, created(span), narrowing),
			touched: (since, span, narrowing) => ask(stamps.createdAt, { ...created(span), modifiedFrom: since }, narrowing),
			wholeBelow: wholeBelow(list),
		},
		modified: {
			by: 'change',
			read: ({ from, to }, narrowing) => ask(stamps.modifiedAt, { modifiedFrom: from, modifiedTo: to }, narrowing),
			touched: (since, _span, narrowing) => ask(stamps.modifiedAt, { modifiedFrom: since }, narrowing),
			wholeBelow: wholeBelow(list),
		},
	};
}

const only = (narrowing: Narrowing, names: ReadonlyArray<keyof Narrowing>): Narrowing =>
	Object.fromEntries(names.filter((name) => narrowing[name] !== undefined).map((name) => [name, narrowing[name]]));
