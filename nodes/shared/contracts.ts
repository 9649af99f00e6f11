import { GUIDE_PROBE, guideOrderManager } from './api/guide';
import { LIVE_PROBE, liveOrderManager } from './api/live';
import type { OrderManagerApi } from './api/ports';
import type { Contract } from './api/ports/types';
import type { ApiClient } from './http/client';

/** The credential types and the contract that each leads to. */
export const CREDENTIALS: Record<string, Contract> = {
	extensivOrderManagerApi: 'live',
	extensivOrderManagerOAuth2Api: 'live',
	extensivOAuth2Api: 'guide',
};

/** What differs between the contracts for whoever connects. */
export interface ContractAdapter {
	connect(client: ApiClient): OrderManagerApi;
	/** Path of a read that every credential may make: n8n renews its token with it. */
	probe: string;
	/** The number of the first row in the service's errors. */
	firstIndex: 0 | 1;
}

export const CONTRACTS: Record<Contract, ContractAdapter> = {
	live: { connect: liveOrderManager, probe: LIVE_PROBE, firstIndex: 1 },
	guide: { connect: guideOrderManager, probe: GUIDE_PROBE, firstIndex: 0 },
};
