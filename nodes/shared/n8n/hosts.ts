import { ApiError } from '../http/apiError';

/** Hosts of the live API (live-api section 1); the token endpoint lives on the app host. */
export const LIVE_HOSTS = {
	production: { api: 'https://api.skubana.com', app: 'https://app.skubana.com' },
	demo: { api: 'https://api.demo.skubana.com', app: 'https://demo.skubana.com' },
} as const;

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * A base address without the slash at its end. It must be https, so that no token travels in the clear; a service on this very machine may be http.
 * @throws ApiError `insecureUrl`
 */
export function secureUrl(url: string, field: string): string {
	let parsed: URL;
	try {
		parsed = new URL(url.trim());
	} catch {
		throw insecure(`${field} in the credential is not an address: “${url}”.`);
	}
	const secure = parsed.protocol === 'https:' || (parsed.protocol === 'http:' && LOOPBACK.test(parsed.hostname));
	if (!secure) throw insecure(`${field} in the credential must start with https://, and “${parsed.protocol}//${parsed.host}” does not.`);
	if (parsed.username || parsed.password) throw insecure(`${field} in the credential must not have a user name or password in it.`);
	return `${parsed.origin}${parsed.pathname}`.replace(/\/+$/, '');
}

/** Where the live API of a credential is. @throws ApiError `insecureUrl` */
export function liveApiUrl({ environment, apiUrl }: { environment?: unknown; apiUrl?: unknown }): string {
	if (environment === 'custom') return secureUrl(String(apiUrl ?? ''), 'API URL');
	return environment === 'demo' ? LIVE_HOSTS.demo.api : LIVE_HOSTS.production.api;
}

/**
 * Checks that a request with the token of a live API credential stays at the address of that credential.
 * @param address where the request goes, whole or below `baseUrl`
 * @throws ApiError `insecureUrl`
 */
export function keepAtHome(credential: { environment?: unknown; apiUrl?: unknown }, address: string, baseUrl = ''): void {
	const isWhole = /^([a-z][a-z\d+.-]*:)?\/\//i.test(address);
	const target = new URL(secureUrl(isWhole ? address : `${baseUrl}${address}`, 'API URL')).origin;
	const home = new URL(liveApiUrl(credential)).origin;
	if (target !== home) throw insecure(`The access token is for ${home}, and this request goes to ${target}.`);
}

const insecure = (message: string): ApiError => new ApiError({ kind: 'insecureUrl', message: `${message} Nothing was sent.` });
