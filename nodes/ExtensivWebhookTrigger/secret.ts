import type { ICredentialsDecrypted, INodeCredentialTestResult } from 'n8n-workflow';
import { InputError } from '../shared/domain/inputError';

/** An HMAC key shorter than the digest weakens it (RFC 2104, section 3). */
const SHORTEST = 32;

/**
 * The shared secret, ready for use.
 * @throws InputError if it is missing or too short; the message does not repeat it
 */
export function usableSecret(secret: unknown): string {
	const text = typeof secret === 'string' ? secret.trim() : '';
	if (text.length >= SHORTEST) return text;
	const problem =
		text === '' ? 'The secret is empty.' : `The secret has ${text.length} characters; it needs at least ${SHORTEST}.`;
	throw new InputError(
		'Signing Secret',
		problem,
		'Make a new one, for example with “openssl rand -hex 32”, and give it to the sender too.',
	);
}

/** The credential's *Test*: there is no service to ask, but a weak secret can be detected. */
export async function testSecret({ data }: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
	try {
		usableSecret(data?.signingSecret);
		return {
			status: 'OK',
			message: 'The secret is long enough. The first delivery will show whether the sender has the same one.',
		};
	} catch (error) {
		return { status: 'Error', message: (error as Error).message };
	}
}
