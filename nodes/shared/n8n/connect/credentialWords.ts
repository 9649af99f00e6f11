import { textOf } from '../../http/response';
import { REMEDIES } from '../errors/remedies';

/** What a test says if there is no API at the address: it requested nothing else. */
const NO_API = 'There is no such API at this address (status 404). Check the address in the credential.';

/** What a status means to a user who tests a credential, and what to do. */
export function testWords(status: number): string {
	const [kind, message] = textOf(status);
	return status === 404 ? NO_API : `${message} ${REMEDIES[kind].remedy}`;
}
