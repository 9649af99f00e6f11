import { ApiError } from '../../http/errors/apiError';
import type { Endpoint } from '../../http/endpoint';
import type { ApiClient } from '../../http/client';
import { type ReadOptions, paginate } from '../../http/paginate';

/** The most times that a list is read. */
const READINGS = 6;

/**
 * Reads a list that rows never leave, such as the orders with certain numbers, without missing any. A row that moves
 * between pages pushes another one over a page boundary: that one is missed, and some row appears twice. So a reading
 * without duplicates is complete and costs nothing more. Otherwise the list is read again, until all of its rows are
 * known, or until two readings in a row bring nothing new.
 * @throws ApiError `unreadable` when the list does not hold still
 */
export async function readComplete<Row>(
	client: ApiClient,
	endpoint: Endpoint,
	options: ReadOptions<Row>,
): Promise<Row[]> {
	const known = new Map<string, Row>();
	let quiet = 0;
	for (let reading = 1; reading <= READINGS; reading++) {
		const before = known.size;
		let length = 0;
		const rows = (body: unknown): Row[] => {
			const page = options.rows(body);
			length += page.length;
			return page;
		};
		for await (const page of paginate(client, endpoint, { ...options, rows }))
			for (const row of page) known.set(options.key(row), row);
		quiet = known.size === before ? quiet + 1 : 0;
		if (known.size >= length || quiet >= 2) return [...known.values()];
	}
	throw new ApiError({
		kind: 'unreadable',
		message: `The list was different each time that it was read (${READINGS} times).`,
		endpoint: endpoint.name,
	});
}
