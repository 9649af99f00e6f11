import { describeError } from '../../nodes/shared/n8n/errors/errors';
import { NO_SECRETS } from '../../nodes/shared/n8n/secrets/secrets';

/** What a user reads of an error. */
export const inWords = (error: unknown): string => describeError(error, '', NO_SECRETS).message;

/** What a user reads of the error that some work ends with; empty when it succeeds. */
export function messageOf(work: () => unknown): string {
	try {
		work();
		return '';
	} catch (error) {
		return inWords(error);
	}
}
