import type { ICredentialTestRequest, IDataObject } from 'n8n-workflow';
import { testWords } from '../nodes/shared/n8n/connect/credentialWords';

/**
 * Keeps requests where they are sent to: n8n would follow a redirect with the token, to whichever host. n8n 1 and 2,
 * and their older request helper, each have a name for it.
 */
export const NO_REDIRECTS = {
	disableFollowRedirect: true,
	maxRedirects: 0,
	sendCredentialsOnCrossOriginRedirect: false,
} as const;

const STATUSES = [401, 403, 404, 429, 500, 502, 503, 504];
const REDIRECTS = [301, 302, 303, 307, 308];

const ruleFor = (value: number, message: string) => ({ type: 'responseCode' as const, properties: { value, message } });

/**
 * What n8n says when the service answers a test with one of these: the words of the nodes instead of “Unauthorized”. (A
 * connection that fails it shows by its code.)
 */
const RULES: ICredentialTestRequest['rules'] = [
	...STATUSES.map((status) => ruleFor(status, testWords(status))),
	...REDIRECTS.map((status) =>
		ruleFor(
			status,
			`The service redirects requests to another address (status ${status}), which are not followed. Check the ` +
				'address in the credential.',
		),
	),
];

/**
 * What n8n asks of the service when it tests a credential. n8n 2 shows the message of a rule; n8n 1 shows the status.
 */
export const testOf = (baseURL: string, url: string, qs?: IDataObject): ICredentialTestRequest => ({
	request: { baseURL, url, ...(qs ? { qs } : {}), disableFollowRedirect: true },
	rules: RULES,
});
