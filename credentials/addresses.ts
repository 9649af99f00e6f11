import { LIVE_HOSTS } from '../nodes/shared/n8n/connect/hosts';

/**
 * https, or http on this very machine: the rule of `secureUrl`, for the places where n8n takes an expression and no
 * code.
 */
const SECURE = String.raw`/^(https:\/\/[^\/@]+|http:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?)(\/|$)/i`;

/**
 * An expression that gives an address without the slash at its end. An address that is not secure becomes one that no
 * client can open: nothing is sent to it. All that n8n shows of such an address is its scheme, so that says why.
 * @param value a JavaScript expression for what the user typed
 */
const secure = (value: string): string =>
	`(${SECURE}.test((${value} || '').trim()) ? ${value}.trim().replace(/\\/+$/, '') : ` +
	`'address-must-start-with-https://refused')`;

/**
 * The host that `environment` chooses, as an expression. @param scope `$credentials` in tests, `$self` in other fields
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
