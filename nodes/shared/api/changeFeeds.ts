import type { DateSpan } from '../domain/dateSpan';
import type { Endpoint } from './endpoint';
import type { ListOptions, Sourced } from './port';
import type { Changed, ChangeFeed } from './ports/changes';

/** Names what a feed needs to know of a record. */
export type Times<T> = (value: T) => Omit<Changed<T>, keyof Sourced<T>>;

/** Gives the rows of a list their id and times. */
export async function* withTimes<T>(pages: AsyncIterable<Array<Sourced<T>>>, times: Times<T>): AsyncGenerator<Array<Changed<T>>> {
	for await (const page of pages) yield page.map(({ value, source }) => ({ value, source, ...times(value) }));
}

/** A list is read with one call as long as it has fewer rows than this (http/pages). */
export const wholeBelow = ({ paging }: Endpoint, { pageSize }: ListOptions): number =>
	paging ? Math.min(Math.max(1, pageSize ?? paging.maxSize), paging.maxSize, paging.defaultSize) : Infinity;

interface Created {
	createdAt: string | null;
	updatedAt: string | null;
}

export const byCreation = <T extends Created>(idOf: (value: T) => string): Times<T> => (value) => ({
	id: idOf(value),
	at: value.createdAt,
	createdAt: value.createdAt,
	modifiedAt: value.updatedAt,
});

export const byChange = <T extends Created>(idOf: (value: T) => string): Times<T> => (value) => ({ ...byCreation(idOf)(value), at: value.updatedAt });

/** What a list with date filters for both times is asked with. */
export interface DatedFilter {
	createdFrom?: string;
	createdTo?: string;
	modifiedFrom?: string;
	modifiedTo?: string;
}

/**
 * The two feeds over a list that filters by both times.
 * @param list reads the list with these dates, narrowed
 * @param fixed what of the narrowing a change of the record cannot alter
 */
export function datedFeeds<T extends Created>(
	list: (dates: DatedFilter, narrowing: Parameters<ChangeFeed<T>['read']>[1]) => AsyncIterable<Array<Sourced<T>>>,
	idOf: (value: T) => string,
	more: Pick<ChangeFeed<T>, 'wholeBelow' | 'narrows'>,
): { created: ChangeFeed<T>; modified: ChangeFeed<T> } {
	const created = byCreation(idOf);
	const modified = byChange(idOf);
	const born = ({ from, to }: DateSpan): DatedFilter => ({ createdFrom: from, createdTo: to });
	return {
		created: {
			...more,
			read: (span, narrowing) => withTimes(list(born(span), narrowing), created),
			// A record that went to another warehouse has left the list as well: only the channel of a record stays as it is.
			touched: (since, span, { salesChannelId }) => withTimes(list({ ...born(span), modifiedFrom: since }, { salesChannelId }), created),
		},
		modified: {
			...more,
			read: ({ from, to }, narrowing) => withTimes(list({ modifiedFrom: from, modifiedTo: to }, narrowing), modified),
			touched: (since, _span, { salesChannelId }) => withTimes(list({ modifiedFrom: since }, { salesChannelId }), modified),
		},
	};
}
