import type { ICredentialsDecrypted, INodeCredentialTestResult } from 'n8n-workflow';
import { InputError } from '../shared/domain/inputError';

/** An HMAC key shorter than the digest weakens it (RFC 2104, section 3). */
const SHORTEST = 32;

/**
 * The shared secret, as it is used.
 * @throws InputError when it is missing or too short; the message does not repeat it
 */
export function usableSecret(secret: unknown): string {
	const text = typeof secret === 'string' ? secret.trim() : '';
	if (text.length >= SHORTEST) return text;
	const problem = text === '' ? 'It is empty.' : `It has ${text.length} characters; at least ${SHORTEST} are needed.`;
	throw new InputError(
		'Signing Secret',
		problem,
		'Make a new one, for example with “openssl rand -hex 32”, and give it to the sender too.',
	);
}

/** The credential's *Test*: there is nobody to ask, but a secret can be seen to be too weak. */
export async function testSecret({ data }: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
	try {
		usableSecret(data?.signingSecret);
		return {
			status: 'OK',
			message: 'The secret is long enough. Whether the sender has the same one shows with the first delivery.',
		};
	} catch (error) {
		return { status: 'Error', message: (error as Error).message };
	}
}
