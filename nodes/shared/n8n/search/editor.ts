import type { ILoadOptionsFunctions } from 'n8n-workflow';
import type { OrderManagerApi } from '../../api/ports';
import { ApiError } from '../../http/errors/apiError';
import { rethrow } from '../../http/errors/rethrow';
import { type Connected, connect } from '../connect/connection';
import { describeError, toNodeError } from '../errors/errors';
import { NO_SECRETS } from '../secrets/secrets';

/** Somebody waits before an open form. */
const SHORT = { maxTries: 2, maxWaitMs: 5_000 };

/**
 * Reads what a form of the editor shows, with the credential that is chosen in it.
 * @throws NodeApiError or NodeOperationError that says what went wrong, without secrets
 */
export async function inEditor<T>(
	context: ILoadOptionsFunctions,
	read: (manager: OrderManagerApi) => Promise<T>,
): Promise<T> {
	let connected: Connected | undefined;
	try {
		connected = await connect(context, String(context.getNodeParameter('authentication')), { retry: SHORT }, true);
		return await read(connected.manager);
	} catch (error) {
		await connected?.collectSecrets();
		throw toNodeError(context.getNode(), error, describeError(error, '', connected?.secrets ?? NO_SECRETS));
	}
}

/**
 * What an account adds to a form, or nothing where the credential may not see it: the rest of the form can be filled in
 * all the same.
 */
export async function ifAllowed<T>(read: Promise<T[]> | undefined): Promise<T[]> {
	try {
		return (await read) ?? [];
	} catch (error) {
		if (error instanceof ApiError && (error.kind === 'forbidden' || error.kind === 'notFound')) return [];
		rethrow(error);
	}
}
