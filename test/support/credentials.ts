import type { IDataObject } from 'n8n-workflow';
import type { CredentialInput } from '../engine';
import { SECRETS } from '../sandbox/oauth/tokens';

export const CONTRACTS = ['live', 'guide'] as const;
export type Contract = (typeof CONTRACTS)[number];

/** Live API, access token of a private app. */
export const tokenCredential = (url: string, more: IDataObject = {}): CredentialInput => ({
	type: 'extensivOrderManagerApi',
	data: { environment: 'custom', apiUrl: url, accessToken: SECRETS.privateToken, ...more },
});

/** The guide's contract, client credentials. */
export const guideCredential = (url: string, more: IDataObject = {}): CredentialInput => ({
	type: 'extensivOAuth2Api',
	data: {
		baseUrl: url,
		tokenUrl: `${url}/oauth/token`,
		clientId: SECRETS.guideClientId,
		clientSecret: SECRETS.guideClientSecret,
		...more,
	},
});

/** Live API, OAuth2 app, before it is connected in the browser. */
export const appCredential = (url: string, more: IDataObject = {}): CredentialInput => ({
	type: 'extensivOrderManagerOAuth2Api',
	data: {
		environment: 'custom',
		apiUrl: url,
		appUrl: url,
		clientId: SECRETS.liveAppKey,
		clientSecret: SECRETS.liveAppSecret,
		...more,
	},
});

/** The same after *Connect my account*: with a token that the sandbox gave for an approved code. */
export async function connectedAppCredential(url: string, more: IDataObject = {}): Promise<CredentialInput> {
	const back = 'http://127.0.0.1/callback';
	const ask = new URLSearchParams({
		client_id: SECRETS.liveAppKey,
		response_type: 'code',
		redirect_uri: back,
		approve: '1',
	});
	const approved = await fetch(`${url}/oauth/authorize?${ask}`, { redirect: 'manual' });
	const code = new URL(approved.headers.get('location') ?? '').searchParams.get('code') ?? '';
	const response = await fetch(`${url}/oauth/token`, {
		method: 'POST',
		headers: { Authorization: `Basic ${btoa(`${SECRETS.liveAppKey}:${SECRETS.liveAppSecret}`)}` },
		body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: back }),
	});
	return appCredential(url, { oauthTokenData: (await response.json()) as IDataObject, ...more });
}

export const credentialFor = (contract: Contract, url: string, more?: IDataObject): CredentialInput =>
	contract === 'guide' ? guideCredential(url, more) : tokenCredential(url, more);

/** All three types, each ready to be used. */
export const EVERY_CREDENTIAL: ReadonlyArray<
	[type: string, make: (url: string, more?: IDataObject) => CredentialInput | Promise<CredentialInput>]
> = [
	['extensivOrderManagerApi', tokenCredential],
	['extensivOrderManagerOAuth2Api', connectedAppCredential],
	['extensivOAuth2Api', guideCredential],
];
