import type { ICredentialTestRequest } from 'n8n-workflow';
import { testWords } from '../nodes/shared/n8n/credentialWords';

const STATUSES = [401, 403, 404, 429, 500, 502, 503, 504];

/** What n8n says when the service answers a test with one of these: the words of the nodes instead of “Unauthorized”. (A connection that fails it shows by its code.) */
export const TEST_RULES: ICredentialTestRequest['rules'] = STATUSES.map((value) => ({
	type: 'responseCode' as const,
	properties: { value, message: testWords(value) },
}));
