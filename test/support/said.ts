import { describeError, type ErrorReport } from '../../nodes/shared/n8n/errors/errors';
import { NO_SECRETS } from '../../nodes/shared/n8n/secrets/secrets';

/** What a user reads of an error. */
export const said = (error: unknown): ErrorReport => describeError(error, '', NO_SECRETS);
