import { createCredential, importWorkflow, type Host } from '../host';
import type { Sandbox } from '../sandbox';
import { contracts, type ContractName } from './contracts';
import { erpChannel } from './erp';
import { adaptTemplate, readTemplate } from './template';

/** Saves the credential for the sandbox and a copy of the template that uses it; gives the id of the saved workflow. */
export const importJob = async (
	host: Pick<Host, 'rest'>,
	sandbox: Sandbox,
	contractName: ContractName,
	erpFolder: string,
	settleSeconds?: number,
): Promise<string> => {
	const contract = contracts[contractName];
	const credential = await createCredential(
		host.rest,
		contract.credentialType,
		contract.credentialName,
		contract.credentialData(sandbox.url),
	);
	const salesChannelId = contract.hasSalesChannels ? erpChannel.salesChannelId : undefined;
	return await importWorkflow(
		host.rest,
		adaptTemplate(readTemplate(), { erpFolder, credential, salesChannelId, settleSeconds }),
	);
};
