import type { CredentialData } from '../host';
import { SECRETS } from '../sandbox';

/** How a workflow reaches the sandbox under one contract. */
export interface Contract {
	/** Credential type, which is also the value of the nodes' *Authentication* field. */
	credentialType: string;
	credentialName: string;
	/** The credential as a user would fill it in for a sandbox at `url`. */
	credentialData(url: string): CredentialData;
	/** Whether orders name a sales channel. */
	hasSalesChannels: boolean;
}

export const contracts = {
	live: {
		credentialType: 'extensivOrderManagerApi',
		credentialName: 'Sandbox (live API)',
		credentialData: (url) => ({
			environment: 'custom',
			apiUrl: url,
			accessToken: SECRETS.privateToken,
			readOnly: false,
		}),
		hasSalesChannels: true,
	},
	guide: {
		credentialType: 'extensivOAuth2Api',
		credentialName: 'Sandbox (guide API)',
		credentialData: (url) => ({
			tokenUrl: `${url}/oauth/token`,
			baseUrl: url,
			clientId: SECRETS.guideClientId,
			clientSecret: SECRETS.guideClientSecret,
			readOnly: false,
		}),
		hasSalesChannels: false,
	},
} as const satisfies Record<string, Contract>;

export type ContractName = keyof typeof contracts;
