import { readFlag } from '../../domain/values/flag';
import { InputError } from '../../domain/inputError';
import { readChoice } from '../../domain/values/choice';
import { isNothing } from '../../domain/values/text';

/** The fields of a credential that are used. Any of them may come from an expression and have any value. */
export interface Credential {
	environment?: string;
	apiUrl?: string;
	appUrl?: string;
	baseUrl?: string;
	tokenUrl?: string;
	grantType?: string;
	readOnly: boolean;
	/** n8n can fetch a new token with it. */
	refreshToken?: string;
}

const ENVIRONMENTS = ['production', 'demo', 'custom'] as const;

/** Fields that are sent, with their labels in the dialog. */
const SENT: ReadonlyArray<[name: string, label: string]> = [
	['accessToken', 'Access Token'],
	['clientId', 'Client ID'],
	['clientSecret', 'Client Secret'],
];

/**
 * Reads a decrypted credential. An invalid field is refused, never guessed at, because a guess might lead to another
 * account.
 * @throws InputError that does not repeat the value, which may be a secret
 */
export function readCredential(decrypted: unknown): Credential {
	const given = (typeof decrypted === 'object' && decrypted !== null ? decrypted : {}) as Record<string, unknown>;
	const text = (name: string, label: string): string | undefined => textOf(given[name], label);
	for (const [name, label] of SENT) text(name, label);
	const token = given.oauthTokenData as { refresh_token?: unknown } | null | undefined;
	return {
		environment:
			text('environment', 'Environment') && readChoice(given.environment, inCredential('Environment'), ENVIRONMENTS),
		apiUrl: text('apiUrl', 'API URL'),
		appUrl: text('appUrl', 'App URL'),
		baseUrl: text('baseUrl', 'Base URL'),
		tokenUrl: text('tokenUrl', 'Token URL'),
		grantType: text('grantType', 'Grant Type'),
		readOnly: readFlag(given.readOnly, inCredential('Read Only')) ?? false,
		refreshToken: typeof token?.refresh_token === 'string' ? token.refresh_token : undefined,
	};
}

const inCredential = (label: string): string => `${label} in the credential`;

function textOf(value: unknown, label: string): string | undefined {
	if (isNothing(value)) return undefined;
	if (typeof value === 'string') return value;
	throw new InputError(
		inCredential(label),
		'This is not text.',
		`Open the credential and enter ${label} again, or correct its expression.`,
	);
}
