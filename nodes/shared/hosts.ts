import { printable, shorten } from './domain/values/shorten';
import { ApiError } from './http/errors/apiError';

/** Hosts of the live API (live-api section 1); the token endpoint is on the app host. */
export const LIVE_HOSTS = {
	production: { api: 'https://api.skubana.com', app: 'https://app.skubana.com' },
	demo: { api: 'https://api.demo.skubana.com', app: 'https://demo.skubana.com' },
} as const;

/** Characters of an address that a message shows. */
const SHOWN = 200;

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** The version is part of each call's path, but people paste addresses that end with one. */
const VERSION = /\/v\d+(\.\d+)?$/;

/**
 * A credential's base URL without its trailing slash. It must be https, so that no token travels unencrypted; only a
 * service on this machine may use http.
 * @throws ApiError `insecureUrl`
 */
export const secureUrl = (url: string, field: string): string => secure(url, `${field} in the credential`);

/** The address fields of a credential. */
export interface Addresses {
	environment?: unknown;
	apiUrl?: unknown;
	appUrl?: unknown;
	baseUrl?: unknown;
	tokenUrl?: unknown;
}

const typed = (address: unknown): string => (typeof address === 'string' ? address : '');

/** The address of the live API. @throws ApiError `insecureUrl` */
export function liveUrl(credential: Addresses): string {
	if (credential.environment === 'custom' && credential.appUrl) secureUrl(typed(credential.appUrl), 'App URL');
	return liveApiUrl(credential);
}

function liveApiUrl({ environment, apiUrl }: Addresses): string {
	if (environment === 'custom') return secureUrl(typed(apiUrl), 'API URL').replace(VERSION, '');
	return environment === 'demo' ? LIVE_HOSTS.demo.api : LIVE_HOSTS.production.api;
}

/** The address of the guide's service. @throws ApiError `insecureUrl` */
export function guideUrl({ tokenUrl, baseUrl }: Addresses): string {
	secureUrl(typed(tokenUrl), 'Token URL');
	// The paths begin with /api, but people paste addresses that end with it.
	return secureUrl(typed(baseUrl), 'Base URL').replace(/\/api$/, '');
}

/**
 * Checks that a request with the token of a live API credential, for example from n8n's HTTP Request node, goes to that
 * credential's address.
 * @param address the request's URL, complete or relative to `baseUrl`
 * @throws ApiError `insecureUrl`
 */
export function keepAtHome(credential: Addresses, address: string, baseUrl = ''): void {
	const isWhole = /^([a-z][a-z\d+.-]*:)?\/\//i.test(address);
	const target = new URL(secure(isWhole ? address : `${baseUrl}${address}`, 'The address of the request')).origin;
	const home = new URL(liveApiUrl(credential)).origin;
	if (target !== home) throw insecure(`The access token is for ${home}, and this request goes to ${target}.`);
}

function secure(url: string, what: string): string {
	let parsed: URL;
	try {
		parsed = new URL(url.trim());
	} catch {
		throw insecure(`${what} is not an address: “${shorten(printable(url), SHOWN)}”.`);
	}
	const isSecure = parsed.protocol === 'https:' || (parsed.protocol === 'http:' && LOOPBACK.test(parsed.hostname));
	if (!isSecure)
		throw insecure(
			`${what} must start with https://, and “${shorten(`${parsed.protocol}//${parsed.host}`, SHOWN)}” does not.`,
		);
	if (parsed.username || parsed.password) throw insecure(`${what} must not have a user name or password in it.`);
	return `${parsed.origin}${parsed.pathname}`.replace(/\/+$/, '');
}

const insecure = (message: string): ApiError =>
	new ApiError({ kind: 'insecureUrl', message: `${message} Nothing was sent.` });
