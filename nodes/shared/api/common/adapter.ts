import type { ApiClient } from '../../http/client';
import type { Dialect } from '../../http/dialect';
import type { OrderManagerApi } from '../ports';
import type { Capability, Contract } from '../ports/capabilities';

/** All that connecting needs of a contract. */
export interface ContractAdapter {
	contract: Contract;
	dialect: Dialect;
	/** Path of a read that every credential may make: n8n renews its token with it. */
	probe: string;
	connect(client: ApiClient): OrderManagerApi;
}

export function contractWith({
	capabilities,
	...facts
}: Omit<Contract, 'supports'> & { capabilities: readonly Capability[] }): Contract {
	const supported = new Set(capabilities);
	return { ...facts, supports: (capability) => supported.has(capability) };
}
