import type { ContractAdapter } from './api/common/adapter';
import { GUIDE_CONTRACT } from './api/guide/contract';
import { LIVE_CONTRACT } from './api/live/contract';
import type { Capability, Contract } from './api/ports/capabilities';
import { type Addresses, guideUrl, liveUrl } from './hosts';

/** A contract with the credentials that use it. */
export interface ContractEntry {
	contract: Contract;
	/** Credential types, in the order of the *Authentication* menu. */
	credentials: readonly string[];
	/** The base URL that a credential leads to. @throws ApiError `insecureUrl` */
	baseUrl(credential: Addresses): string;
	/** Loads the adapter at the first call, because n8n's start does not need it. */
	adapter(): Promise<ContractAdapter>;
}

const once = (load: () => Promise<ContractAdapter>): (() => Promise<ContractAdapter>) => {
	let loading: Promise<ContractAdapter> | undefined;
	return async () => await (loading ??= load());
};

const live: ContractEntry = {
	contract: LIVE_CONTRACT,
	credentials: ['extensivOrderManagerApi', 'extensivOrderManagerOAuth2Api'],
	baseUrl: liveUrl,
	adapter: once(async () => (await import('./api/live')).liveAdapter),
};

const guide: ContractEntry = {
	contract: GUIDE_CONTRACT,
	credentials: ['extensivOAuth2Api'],
	baseUrl: guideUrl,
	adapter: once(async () => (await import('./api/guide')).guideAdapter),
};

/** The only place that knows all contracts: a new one needs an adapter, an entry here and its credentials. */
export const CONTRACTS: readonly ContractEntry[] = [live, guide];

/** The contract of a credential type; the first one if the type is unknown. */
export const contractFor = (credentialType: string): ContractEntry =>
	CONTRACTS.find(({ credentials }) => credentials.includes(credentialType)) ?? live;

/** The credential types whose contract supports something, for `displayOptions`. */
export const credentialsFor = (capability: Capability): string[] =>
	CONTRACTS.filter(({ contract }) => contract.supports(capability)).flatMap(({ credentials }) => [...credentials]);
