import { LIVE_HOSTS } from '../nodes/shared/hosts';

/** https, or http on this machine: the rule of `secureUrl`, for places where n8n accepts an expression but no code. */
const SECURE = String.raw`/^(https:\/\/[^\/@]+|http:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?)(\/|$)/i`;

/**
 * An expression for an address without its trailing slash. It turns an insecure address into one that no client can
 * open, so nothing is sent to it. n8n only shows the scheme of such an address, so the scheme says why.
 * @param value a JavaScript expression for the user's input
 */
const secure = (value: string): string =>
	`(${SECURE}.test((${value} || '').trim()) ? ${value}.trim().replace(/\\/+$/, '') : ` +
	`'address-must-start-with-https://refused')`;

/**
 * The host for the chosen `environment`, as an expression. @param scope `$credentials` in tests, `$self` in other
 * fields
 */
const liveHost = (scope: string, kind: 'api' | 'app'): string => {
	const typed = kind === 'api' ? 'apiUrl' : 'appUrl';
	const own = `${secure(`${scope}["${typed}"]`)}${kind === 'api' ? String.raw`.replace(/\/v\d+(\.\d+)?$/, '')` : ''}`;
	return (
		`(${scope}["environment"] === 'custom' ? ${own} : ${scope}["environment"] === 'demo' ? ` +
		`'${LIVE_HOSTS.demo[kind]}' : '${LIVE_HOSTS.production[kind]}')`
	);
};

export const liveApi = `={{ ${liveHost('$credentials', 'api')} }}`;
export const liveAppPath = (path: string): string => `={{ ${liveHost('$self', 'app')} + '${path}' }}`;
export const guideApi = `={{ ${secure('$credentials["baseUrl"]')}.replace(/\\/api$/, '') }}`;
export const guideToken = `={{ ${secure('$self["tokenUrl"]')} }}`;
