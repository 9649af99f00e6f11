import type { IDataObject } from 'n8n-workflow';
import type { CredentialInput } from '../engine';
import { appCredential, guideCredential, tokenCredential } from './credentials';
import type { Heard, Reply } from './listener';

/** The secrets of the three credentials. */
export type SecretSet = Record<'accessToken' | 'clientSecret' | 'storedToken' | 'refreshToken' | 'issuedToken', string>;

/** Secrets of each kind; nothing else in a result looks like them. */
export const SECRET: SecretSet = {
	accessToken: 'private-app-token-Zx81Qv',
	clientSecret: 'client-secret-Qw72&+Lm',
	storedToken: 'stored-token-Pl54Rt',
	refreshToken: 'refresh-token-Nb35Yu',
	issuedToken: 'issued-token-Kj63Hg',
};
export const CLIENT_ID = 'a-client:id';

type MakeCredential = (url: string, more?: IDataObject) => CredentialInput;

/** The three credential types with such secrets, and which of them a service of each could know. */
export const credentialsWith = (secret: SecretSet): Array<[type: string, make: MakeCredential, known: string[]]> => [
	[
		'extensivOrderManagerApi',
		(url, more) => tokenCredential(url, { accessToken: secret.accessToken, ...more }),
		[secret.accessToken],
	],
	[
		'extensivOrderManagerOAuth2Api',
		(url, more) => {
			const oauthTokenData = {
				access_token: secret.storedToken,
				refresh_token: secret.refreshToken,
				token_type: 'bearer',
			};
			return appCredential(url, { clientId: CLIENT_ID, clientSecret: secret.clientSecret, oauthTokenData, ...more });
		},
		[secret.storedToken, secret.refreshToken, secret.clientSecret],
	],
	[
		'extensivOAuth2Api',
		(url, more) => guideCredential(url, { clientId: CLIENT_ID, clientSecret: secret.clientSecret, ...more }),
		[secret.issuedToken, secret.clientSecret],
	],
];
export const SECRET_CREDENTIALS = credentialsWith(SECRET);

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
const namedHtml = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);
const inForm = (text: string): string => new URLSearchParams({ '': text }).toString().slice(1);
const lowerHex = (text: string): string => encodeURIComponent(text).replace(/%../g, (byte) => byte.toLowerCase());
const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** The encodings in which a secret travels, and so could be repeated. Written without a look at how the pack finds them. */
export const ENCODINGS: Record<string, (secret: string, id: string) => string> = {
	plain: (secret) => secret,
	'percent-encoded': (secret) => encodeURIComponent(secret),
	'percent-encoded in small letters': lowerHex,
	'percent-encoded twice': (secret) => encodeURIComponent(encodeURIComponent(secret)),
	'a form field': inForm,
	base64,
	'base64 without padding': (secret) => base64(secret).replace(/=+$/, ''),
	'URL-safe base64': (secret) => Buffer.from(secret).toString('base64url'),
	'percent-encoded base64': (secret) => encodeURIComponent(base64(secret)),
	'base64 with its ID': (secret, id) => base64(`${id}:${secret}`),
	'base64 with its ID, both percent-encoded': (secret, id) =>
		base64(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`),
	'URL-safe base64 with its ID': (secret, id) => Buffer.from(`${id}:${secret}`).toString('base64url'),
	'JSON-escaped': inJson,
	'JSON-escaped twice': (secret) => inJson(inJson(secret)),
	'JSON-escaped as Unicode': (secret) =>
		secret.replace(/[^A-Za-z0-9]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`),
	'HTML-escaped': escapeHtml,
	'HTML-escaped by name': namedHtml,
};

/** All strings in a value, names of fields included. */
function stringsOf(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	const whole = value instanceof Error ? { ...value, message: value.message, stack: value.stack } : value;
	return Object.entries(whole).flatMap(([name, inner]) => [name, ...stringsOf(inner)]);
}

/** Fails when any of the secrets, in any encoding, is anywhere in a value; shows what is around it. */
export function expectNoSecretIn(value: unknown, secrets: readonly string[] = Object.values(SECRET)): void {
	const text = stringsOf(value).join('\n');
	const forms = new Set(
		secrets
			.flatMap((secret) => [secret, secret.trim()])
			.flatMap((secret) =>
				['', CLIENT_ID].flatMap((id) => Object.values(ENCODINGS).map((encode) => encode(secret, id))),
			),
	);
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
export const tokenReply = ({ issuedToken, refreshToken }: SecretSet): Reply => ({
	status: 200,
	body: { access_token: issuedToken, refresh_token: refreshToken, token_type: 'Bearer', expires_in: 3600 },
});
export const TOKEN_REPLY: Reply = {
	status: 200,
	body: { access_token: SECRET.issuedToken, token_type: 'Bearer', expires_in: 3600 },
};
export const isTokenCall = ({ url }: Heard): boolean => url.startsWith('/oauth/token');
const isGuide = ({ url }: Heard): boolean => url.startsWith('/api');

const row = (text: string) => ({
	errorCode: text,
	code: text,
	message: text,
	fieldName: text,
	field: text,
	identifier: text,
});

type EchoReply = (heard: Heard, text: string) => Reply;

/** Answers that carry a text back, in every place that the pack reads. */
export const ECHOES: Array<[what: string, reply: EchoReply]> = [
	[
		'a 400 with a message and rows',
		(_, text) => ({ status: 400, body: { message: text, errors: [{ ...row(text), index: 1 }] } }),
	],
	['a 401', (_, text) => ({ status: 401, body: { error: 'invalid_token', error_description: text } })],
	['a 403 with a code and a field', (_, text) => ({ status: 403, body: { error: row(text) } })],
	[
		'a 500 with a page',
		(_, text) => ({ status: 500, body: `<html><body>${text}</body></html>`, headers: { 'content-type': 'text/html' } }),
	],
	[
		'a page that is cut within it',
		(_, text) => ({ status: 502, body: `${'x'.repeat(290)} ${text}`, headers: { 'content-type': 'text/html' } }),
	],
	['a 200 that is no list', (_, text) => ({ status: 200, body: { note: text } })],
	['a 200 that is no JSON', (_, text) => ({ status: 200, body: text, headers: { 'content-type': 'text/plain' } })],
	[
		'a refused row in a 200',
		(heard, text) => ({
			status: 200,
			body: { results: [], errors: [{ ...row(text), index: isGuide(heard) ? 0 : 1 }] },
		}),
	],
	[
		'a request ID',
		(_, text) => ({ status: 422, body: { message: 'no' }, headers: { 'x-request-id': inHeader(text) } }),
	],
	[
		'the target of a redirect',
		(_, text) => ({ status: 302, body: '', headers: { location: `https://gateway.example.com/${inHeader(text)}` } }),
	],
];

/** Rows that carry a text back where a run goes well. */
export const ROWS: Array<[what: string, reply: EchoReply]> = [
	['a row', (_, text) => ({ status: 200, body: [{ id: 1, note: text, deep: { list: ['first', text] } }] })],
	['the name of a field', (_, text) => ({ status: 200, body: [{ id: 1, [text]: 1 }] })],
	[
		'an order',
		(heard, text) => {
			const address = { name: text, street1: text, city: text, state: text, postal_code: text, country: 'US' };
			const guide = {
				id: 1,
				order_number: text,
				status: 'pending',
				created_at: '2025-03-05T09:12:00Z',
				updated_at: '2025-03-05T09:12:00Z',
				shipping_address: address,
				items: [{ sku: text, quantity: 1 }],
			};
			const live = {
				orderId: 1,
				orderNumber: text,
				orderStatus: 'SHIPPED',
				shipName: text,
				shipCity: text,
				internalNotes: text,
				orderItems: [{ orderItemId: 1, listingSku: text, quantityOrdered: 1 }],
			};
			return { status: 200, body: isGuide(heard) ? { data: [guide], orders: [guide] } : [live] };
		},
	],
];

/** Answers of a token endpoint that refuses, with a text in them. */
export const TOKEN_REFUSALS: Array<[what: string, reply: (text: string) => Reply]> = [
	['a 400 with a description', (text) => ({ status: 400, body: { error: 'custom_error', error_description: text } })],
	['a 400 with a word of its own', (text) => ({ status: 400, body: { error: text } })],
	['a 400 without a word', (text) => ({ status: 400, body: { detail: text } })],
	['a 401', (text) => ({ status: 401, body: { error: 'invalid_client', error_description: text } })],
	['a 500', (text) => ({ status: 500, body: { error: 'server_error', error_description: text } })],
	['a 200 that is no JSON', (text) => ({ status: 200, body: text, headers: { 'content-type': 'text/plain' } })],
	[
		'a 200 with a strange type',
		(text) => ({ status: 200, body: '{}', headers: { 'content-type': inHeader(`text/${text}`) } }),
	],
];

/** A text as a header can carry it. */
const inHeader = (text: string): string => text.replace(/[^\x20-\x7e]+/g, ' ');
