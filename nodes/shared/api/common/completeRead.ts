import { ApiError } from '../../http/errors/apiError';
import type { Endpoint } from '../../http/endpoint';
import type { ApiClient } from '../../http/client';
import { type ReadOptions, paginate } from '../../http/paginate';

/** How often a list is read at most. */
const READINGS = 6;

/**
 * Reads a list of which no row leaves, such as the orders with certain numbers, so that none is missed. A row that
 * moves while the list is read in pages moves another one over the edge of a page: that one is missed, and some row
 * comes twice. So a reading in which no row comes twice is complete, and costs nothing more. Otherwise the list is read
 * again, until as many rows are known as it has, or until two readings in a row bring nothing new.
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
