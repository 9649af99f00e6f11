import { type ContractEntry, contractFor } from '../../contracts';
import type { IAllExecuteFunctions, INode } from 'n8n-workflow';
import type { OrderManagerApi } from '../../api/ports';
import { InputError } from '../../domain/inputError';
import { ApiError } from '../../http/errors/apiError';
import { ApiClient, type ClientOptions } from '../../http/client';
import type { Clock } from '../../http/rateLimiter';
import { rethrow } from '../../http/errors/rethrow';
import { DEFAULT_RETRY } from '../../http/retry';
import type { CallLog } from './callLog';
import { type Credential, readCredential } from './credential';
import { isFault } from '../errors/errors';
import { Secrets } from '../secrets/secrets';
import { rest, sleepUnlessStopped } from './sleep';
import { type RequestContext, n8nTransport } from './transport';
import { withoutSecrets } from '../secrets/withoutSecrets';

/** What a connection needs from any of n8n's contexts. */
export type ConnectContext = RequestContext & Pick<IAllExecuteFunctions, 'getCredentials'> & { getNode(): INode };

const clock: Clock = { now: () => Date.now(), sleep: sleepUnlessStopped, rest };

/** A connection, and what the node needs to report about it. */
export interface Connected {
	manager: OrderManagerApi;
	/** What must never be shown. */
	secrets: Secrets;
	/** Adds secrets that appeared during the run, such as a fetched token; called before a failure is described. */
	collectSecrets(): Promise<void>;
	/** The credential forbids every change. */
	readOnly: boolean;
	/** Host of the service, with scheme. */
	baseUrl: string;
	/** Whether the run has changed anything, or may have. */
	hasWritten(): boolean;
}

/** What a caller may want from a connection. */
export interface ConnectOptions {
	/** Removes secrets from rows as they arrive: for nodes and forms that only read and display. */
	hideInRows?: boolean;
	/** Receives every call. */
	calls?: CallLog;
}

/**
 * Connects a node to the service of its credential.
 * @param credentialType the value of the node's *Authentication* parameter
 * @throws ApiError `insecureUrl` before anything is sent
 */
export async function connect(
	context: ConnectContext,
	credentialType: string,
	options: Partial<ClientOptions> = {},
	{ hideInRows = false, calls }: ConnectOptions = {},
): Promise<Connected> {
	const decrypted = await decryptedBy(context, credentialType);
	const given = readCredential(decrypted);
	const contract = contractFor(credentialType);
	const secrets = new Secrets(decrypted);
	const baseUrl = addressOf(given, contract, secrets);
	const { readOnly } = given;
	const collectSecrets = async (): Promise<void> => {
		try {
			secrets.add(await context.getCredentials(credentialType));
		} catch {
			// The results must be reported in any case, and the tokens of all requests are already known.
		}
	};
	const account = context.getNode().credentials?.[credentialType]?.id ?? '';
	const adapter = await contract.adapter();
	const renewal = isRenewable(given) ? `${baseUrl}${adapter.probe}` : undefined;
	const client = new ApiClient(
		withoutSecrets(n8nTransport(context, credentialType, secrets, renewal), secrets, hideInRows),
		{
			key: `${credentialType} ${account} ${baseUrl}`,
			baseUrl,
			readOnly,
			dialect: adapter.dialect,
			readRateLimits: adapter.readRateLimits,
		},
		{ retry: DEFAULT_RETRY, ...options, onCall: calls && ((report) => calls.add(report, secrets)) },
		clock,
	);
	const manager = adapter.connect(client);
	return { manager, secrets, collectSecrets, readOnly, baseUrl, hasWritten: () => client.hasWritten };
}

/** n8n itself fails on some values that an expression may return. */
async function decryptedBy(context: ConnectContext, credentialType: string): Promise<unknown> {
	try {
		return await context.getCredentials(credentialType);
	} catch (error) {
		rethrow(isFault(error) ? unusable() : error);
	}
}

const unusable = (): InputError =>
	new InputError(
		'Credential',
		'n8n cannot read one of its fields.',
		'Open the credential and correct its fields, especially those with expressions.',
	);

function addressOf(given: Credential, contract: ContractEntry, secrets: Secrets): string {
	try {
		return contract.baseUrl(given);
	} catch (error) {
		// People paste tokens into the wrong field, and the message repeats what is in it.
		rethrow(
			error instanceof ApiError ? new ApiError({ ...error.facts, message: secrets.scrub(error.message) }) : error,
		);
	}
}

/** Whether n8n can fetch a new token by itself when the service rejects the current one. */
const isRenewable = ({ grantType, refreshToken }: Credential): boolean =>
	grantType === 'clientCredentials' || Boolean(refreshToken);
