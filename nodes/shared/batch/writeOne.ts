import { ApiError } from '../http/errors/apiError';
import type { ApiClient, Call, Recovery } from '../http/client';
import { rethrow } from '../http/errors/rethrow';
import { type Names, type Unconfirmed, doubtAbout, notShown, unconfirmed } from './confirm/confirm';
import type { Endpoint } from '../http/endpoint';

/** What a write of one record needs to know. */
export interface OneWrite<R> {
	/**
	 * What a response must have to be about this record (or several alternatives), for endpoints confirmed by `id` or
	 * `thing`.
	 */
	names?: Names | readonly Names[];
	/** Reads a confirming response; undefined if it does not confirm after all. For `values`, it alone decides. */
	taken?: (response: unknown) => R | undefined;
	/** Looks up whether the change took effect; undefined if that does not show. */
	find?: () => Promise<R | undefined>;
}

/**
 * Writes one record. If the response is lost or does not confirm the change, a look-up decides, if one is given.
 * @throws ApiError when the change was refused, or when nothing confirms it
 */
export async function writeOne<R>(
	client: ApiClient,
	endpoint: Endpoint,
	call: Pick<Call, 'path' | 'query' | 'body'>,
	{ names, taken, find }: OneWrite<R>,
): Promise<R> {
	let found: R | undefined;
	const recover = async (): Promise<Recovery> => {
		found = await find?.();
		return found === undefined ? { again: {} } : { response: null };
	};
	const response = await client.call(endpoint, {
		...call,
		...(find && endpoint.onLostResponse === 'reconcile' ? { recover } : {}),
	});
	if (found !== undefined) return found;
	const { dialect } = client.connection;
	const doubt = doubtAbout(endpoint, response, dialect, names);
	const done = !doubt || endpoint.confirms?.by === 'values' ? taken?.(response) : undefined;
	return done ?? (await lookUp(doubt ?? unconfirmed(endpoint, response, dialect), find));
}

/**
 * What a look-up shows after a response that confirms nothing.
 * @throws the doubt when it shows nothing, or fails
 */
export async function lookUp<R>(doubt: Unconfirmed, find?: () => Promise<R | undefined>): Promise<R> {
	if (!find) throw doubt;
	let found: R | undefined;
	try {
		found = await find();
	} catch (error) {
		rethrow(error instanceof ApiError ? doubt : error);
	}
	if (found === undefined) throw notShown(doubt);
	return found;
}
