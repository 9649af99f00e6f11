import type { IDataObject } from 'n8n-workflow';
import type { CredentialInput } from '../engine';
import { appCredential, guideCredential, tokenCredential } from './credentials';
import type { Heard, Reply } from './listener';

/** Secrets of each kind; nothing else in a result looks like them. */
export const SECRET = {
	accessToken: 'private-app-token-Zx81Qv',
	clientSecret: 'client-secret-Qw72&+Lm',
	storedToken: 'stored-token-Pl54Rt',
	refreshToken: 'refresh-token-Nb35Yu',
	issuedToken: 'issued-token-Kj63Hg',
};
export const CLIENT_ID = 'a-client-id';

/** The three credential types with these secrets. */
export const SECRET_CREDENTIALS: Array<[type: string, make: (url: string, more?: IDataObject) => CredentialInput]> = [
	['extensivOrderManagerApi', (url, more) => tokenCredential(url, { accessToken: SECRET.accessToken, ...more })],
	[
		'extensivOrderManagerOAuth2Api',
		(url, more) => {
			const oauthTokenData = { access_token: SECRET.storedToken, refresh_token: SECRET.refreshToken, token_type: 'bearer' };
			return appCredential(url, { clientId: CLIENT_ID, clientSecret: SECRET.clientSecret, oauthTokenData, ...more });
		},
	],
	['extensivOAuth2Api', (url, more) => guideCredential(url, { clientId: CLIENT_ID, clientSecret: SECRET.clientSecret, ...more })],
];

/** Every form in which a secret travels, and so could be repeated. */
const formsOf = (secret: string): string[] => [secret, encodeURIComponent(secret), btoa(`${CLIENT_ID}:${secret}`)];

/** Fails when any of the secrets stands anywhere in a value; shows what stands around it. */
export function expectNoSecretIn(value: unknown): void {
	const text = JSON.stringify(value);
	const forms = new Set(Object.values(SECRET).flatMap(formsOf));
	const found = [...forms].map((form) => [form, text.indexOf(form)] as const).filter(([, at]) => at >= 0);
	expect(found.map(([form, at]) => `…${text.slice(Math.max(0, at - 80), at + form.length)}…`)).toEqual([]);
}

/** All that a careless service could repeat of a request, in the open. */
export function echo({ headers, body }: Heard): string {
	const authorization = headers.authorization ?? '';
	const token = authorization.replace(/^\w+ /, '');
	return `Refused token ${token} (Authorization: ${authorization}) ${body}`.trim();
}

/** A token endpoint's answer. */
export const TOKEN_REPLY: Reply = { status: 200, body: { access_token: SECRET.issuedToken, token_type: 'Bearer', expires_in: 3600 } };
export const isTokenCall = ({ url }: Heard): boolean => url.startsWith('/oauth/token');

const row = (heard: Heard) => {
	const text = echo(heard);
	return { errorCode: text, code: text, message: text, fieldName: text, field: text, identifier: text };
};

/** Answers that carry it back, in every place that the pack reads. */
export const ECHOES: Array<[what: string, reply: (heard: Heard) => Reply]> = [
	['a 400 with a message and rows', (heard) => ({ status: 400, body: { message: echo(heard), errors: [{ ...row(heard), index: 1 }] } })],
	['a 401', (heard) => ({ status: 401, body: { error: 'invalid_token', error_description: echo(heard) } })],
	['a 403 with a code and a field', (heard) => ({ status: 403, body: { error: row(heard) } })],
	['a 500 with a page', (heard) => ({ status: 500, body: `<html><body>${echo(heard)}</body></html>`, headers: { 'content-type': 'text/html' } })],
	['a 200 that is no list', (heard) => ({ status: 200, body: { note: echo(heard) } })],
	['a refused row in a 200', (heard) => ({ status: 200, body: { results: [], errors: [{ ...row(heard), index: heard.url.startsWith('/api') ? 0 : 1 }] } })],
	['a request ID', (heard) => ({ status: 422, body: { message: 'no' }, headers: { 'x-request-id': echo({ ...heard, body: '' }) } })],
];
