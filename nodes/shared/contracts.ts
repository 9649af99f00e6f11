import { guideAdapter } from './api/guide';
import { liveAdapter } from './api/live';
import type { ContractAdapter } from './api/common/adapter';
import type { Capability } from './api/ports/capabilities';
import { type Addresses, guideUrl, liveUrl } from './hosts';

/** A contract with the credentials that use it. */
export interface ContractEntry extends ContractAdapter {
	/** Credential types, in the order of the *Authentication* menu. */
	credentials: readonly string[];
	/** The base URL that a credential leads to. @throws ApiError `insecureUrl` */
	baseUrl(credential: Addresses): string;
}

const live: ContractEntry = {
	...liveAdapter,
	credentials: ['extensivOrderManagerApi', 'extensivOrderManagerOAuth2Api'],
	baseUrl: liveUrl,
};

const guide: ContractEntry = { ...guideAdapter, credentials: ['extensivOAuth2Api'], baseUrl: guideUrl };

/** The only place that knows all contracts: a new one needs an adapter, an entry here and its credentials. */
export const CONTRACTS: readonly ContractEntry[] = [live, guide];

/** The contract of a credential type; the first one if the type is unknown. */
export const contractFor = (credentialType: string): ContractEntry =>
	CONTRACTS.find(({ credentials }) => credentials.includes(credentialType)) ?? live;

/** The credential types whose contract supports something, for `displayOptions`. */
export const credentialsFor = (capability: Capability): string[] =>
	CONTRACTS.filter(({ contract }) => contract.supports(capability)).flatMap(({ credentials }) => [...credentials]);
