import { guideOrderManager } from '../../nodes/shared/api/guide';
import { GUIDE_DIALECT } from '../../nodes/shared/api/guide/dialect';
import { liveOrderManager } from '../../nodes/shared/api/live';
import { LIVE_DIALECT } from '../../nodes/shared/api/live/dialect';
import type { OrderManagerApi } from '../../nodes/shared/api/ports';
import { ApiClient, type ClientOptions, type Connection } from '../../nodes/shared/http/client';
import type { Clock } from '../../nodes/shared/http/rateLimiter';
import { DEFAULT_RETRY } from '../../nodes/shared/http/retry';
import { SECRETS } from '../sandbox/oauth/tokens';
import { FakeClock } from './fakeClock';
import { httpTransport } from './httpTransport';

/** What differs from the usual: a connection of its own, a clock that does not wait, the default stubbornness. */
export interface ClientChoice
	extends Partial<ClientOptions>,
		Partial<Pick<Connection, 'key' | 'readOnly' | 'dialect'>> {
	token?: string;
	clock?: Clock;
	/** Share of the longest wait that is taken, in [0, 1). */
	random?: number;
}

let connections = 0;

/** The pack's client over real HTTP, without n8n. */
export function apiClient(baseUrl: string, choice: ClientChoice = {}): ApiClient {
	const {
		token = SECRETS.privateToken,
		clock = new FakeClock(),
		random = 0.5,
		key,
		readOnly = false,
		dialect = LIVE_DIALECT,
		...options
	} = choice;
	// Buckets belong to the process: only tests that mean to share one give a key.
	const connection = { key: key ?? `connection ${++connections}`, baseUrl, readOnly, dialect };
	return new ApiClient(
		httpTransport(token),
		connection,
		{ retry: DEFAULT_RETRY, requestsPerSecond: 1000, ...options },
		clock,
		() => random,
	);
}

export type Contract = 'live' | 'guide';

export const CONTRACTS: readonly Contract[] = ['live', 'guide'];

/** Order Manager behind either contract, at any address. */
export function orderManager(contract: Contract, baseUrl: string, choice: ClientChoice = {}): OrderManagerApi {
	if (contract === 'live') return liveOrderManager(apiClient(baseUrl, choice));
	return guideOrderManager(apiClient(baseUrl, { dialect: GUIDE_DIALECT, ...choice }));
}
