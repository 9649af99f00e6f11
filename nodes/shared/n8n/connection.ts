import type { IAllExecuteFunctions, INode } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import { guideOrderManager } from '../api/guide';
import { liveOrderManager } from '../api/live';
import type { Contract, OrderManager } from '../api/port';
import { ApiClient, type ClientOptions } from '../http/client';
import type { Clock } from '../http/pace';
import { DEFAULT_RETRY } from '../http/retry';
import * as z from '../vendor/zod';
import { guideUrl, liveUrl } from './hosts';
import { secretsOf } from './secrets';
import { type RequestContext, n8nTransport } from './transport';

/** The credential types and the contract that each leads to. */
export const CREDENTIALS: Record<string, Contract> = {
	extensivOrderManagerApi: 'live',
	extensivOrderManagerOAuth2Api: 'live',
	extensivOAuth2Api: 'guide',
};

/** What connecting needs of n8n, in whichever of its contexts. */
export type ConnectContext = RequestContext & Pick<IAllExecuteFunctions, 'getCredentials'> & { getNode(): INode };

const credential = z.looseObject({
	baseUrl: z.string().nullish(),
	tokenUrl: z.string().nullish(),
	environment: z.string().nullish(),
	apiUrl: z.string().nullish(),
	appUrl: z.string().nullish(),
	readOnly: z.boolean().nullish(),
});
const clock: Clock = { now: () => Date.now(), sleep };

/** A connection with what the node needs to speak of it. */
export interface Connected {
	manager: OrderManager;
	/** Values that must never be shown. */
	secrets: string[];
	/** Adds the secrets that came up since, such as a token fetched during the run; asked for before a failure is put into words. */
	collectSecrets(): Promise<void>;
	/** The credential forbids every change. */
	readOnly: boolean;
}

/**
 * Connects a node to the service that its credential names.
 * @param credentialType the value of the node's *Authentication* parameter
 * @throws ApiError `insecureUrl` before anything is sent
 */
export async function connect(context: ConnectContext, credentialType: string, options: Partial<ClientOptions> = {}): Promise<Connected> {
	const decrypted = await context.getCredentials(credentialType);
	const given = credential.parse(decrypted);
	const contract = CREDENTIALS[credentialType] ?? 'live';
	const baseUrl = contract === 'guide' ? guideUrl(given) : liveUrl(given);
	const secrets = secretsOf(decrypted);
	const readOnly = given.readOnly ?? false;
	const collectSecrets = async (): Promise<void> => void secrets.push(...secretsOf(await context.getCredentials(credentialType)));
	const account = context.getNode().credentials?.[credentialType]?.id ?? '';
	const client = new ApiClient(
		n8nTransport(context, credentialType, secrets),
		{ key: `${credentialType} ${account} ${baseUrl}`, baseUrl, readOnly, firstIndex: contract === 'guide' ? 0 : 1 },
		{ retry: DEFAULT_RETRY, ...options },
		clock,
	);
	return { manager: contract === 'guide' ? guideOrderManager(client) : liveOrderManager(client), secrets, collectSecrets, readOnly };
}
