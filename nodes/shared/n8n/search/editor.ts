import type { ILoadOptionsFunctions } from 'n8n-workflow';
import type { OrderManagerApi } from '../../api/ports';
import { ApiError } from '../../http/errors/apiError';
import { rethrow } from '../../http/errors/rethrow';
import { CallLog } from '../connect/callLog';
import { type Connected, connect } from '../connect/connection';
import { describeError, toNodeError } from '../errors/errors';
import { NO_SECRETS } from '../secrets/secrets';

/** Somebody is waiting in front of an open form. */
const SHORT = { maxTries: 2, maxWaitMs: 5_000 };

/**
 * Loads what a form of the editor shows, with the form's credential.
 * @throws NodeApiError or NodeOperationError with what went wrong, without secrets
 */
export async function inEditor<T>(
	context: ILoadOptionsFunctions,
	read: (manager: OrderManagerApi) => Promise<T>,
): Promise<T> {
	let connected: Connected | undefined;
	try {
		const calls = new CallLog(context.logger, { node: context.getNode().name, operation: 'list in the editor' }, false);
		const authentication = String(context.getNodeParameter('authentication'));
		connected = await connect(context, authentication, { retry: SHORT }, { hideInRows: true, calls });
		return await read(connected.manager);
	} catch (error) {
		await connected?.collectSecrets();
		throw toNodeError(context.getNode(), error, describeError(error, '', connected?.secrets ?? NO_SECRETS));
	}
}

/**
 * An account's additions to a form, or nothing if the credential may not read them: the rest of the form still works.
 */
export async function ifAllowed<T>(read: Promise<T[]> | undefined): Promise<T[]> {
	try {
		return (await read) ?? [];
	} catch (error) {
		if (error instanceof ApiError && (error.kind === 'forbidden' || error.kind === 'notFound')) return [];
		rethrow(error);
	}
}
