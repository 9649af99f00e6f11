import { ApiError } from '../../http/errors/apiError';
import type { Endpoint } from '../../http/endpoint';
import type { ApiClient } from '../../http/client';
import { type ReadOptions, paginate } from '../../http/paginate';

/** The most times that a list is read. */
const READINGS = 6;

/**
 * Reads a list that rows never leave, such as the orders with certain numbers, without missing any. A row that moves
 * between pages pushes another one across a page boundary: that one is missed, and some row appears twice. So a read
 * without duplicates is complete. Otherwise the list is read again until all of its rows are known, or until two reads
 * in a row find nothing new.
 * @throws ApiError `unreadable` when the list keeps changing
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
		const rows = (body: unknown, number: number): Row[] => {
			const page = options.rows(body, number);
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
		message: `The list changed each time it was read (${READINGS} times).`,
		endpoint: endpoint.name,
	});
}
