import type { ApiClient, Connection } from '../../http/client';
import type { Dialect } from '../../http/dialect';
import type { OrderManagerApi } from '../ports';
import type { CAPABILITIES, Contract } from '../ports/capabilities';

/** What a connection needs from a contract. */
export interface ContractAdapter {
	dialect: Dialect;
	/** Path of a read that every credential may make; n8n renews the token with it. */
	probe: string;
	connect(client: ApiClient): OrderManagerApi;
	/** Reads the account's own rate limits; absent if the contract has no call for them. */
	readRateLimits?: Connection['readRateLimits'];
}

interface ContractFacts extends Omit<Contract, 'supports'> {
	capabilities: ReadonlyArray<keyof typeof CAPABILITIES>;
	/** The contract's entries in the nodes' menus, such as `resource.order` and `order.get`. */
	menu: 'everything' | readonly string[];
}

export function contractWith({ capabilities, menu, ...facts }: ContractFacts): Contract {
	const supported = new Set<string>([
		...capabilities,
		...(menu === 'everything' ? [] : menu.map((one) => `menu/${one}`)),
	]);
	return {
		...facts,
		supports: (capability) => supported.has(capability) || (menu === 'everything' && capability.startsWith('menu/')),
	};
}
