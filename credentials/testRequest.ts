import type { ICredentialTestRequest, IDataObject } from 'n8n-workflow';

/** Keeps requests where they are sent to: n8n would follow a redirect with the token, to whichever host. n8n 1 and 2, and their older request helper, each have a name for it. */
export const NO_REDIRECTS = { disableFollowRedirect: true, maxRedirects: 0, sendCredentialsOnCrossOriginRedirect: false } as const;

const REDIRECTS = [301, 302, 303, 307, 308];

/** What *Test* asks of the service. n8n 2 shows the message of a rule; n8n 1 shows the status. */
export const testOf = (baseURL: string, url: string, qs?: IDataObject): ICredentialTestRequest => ({
	request: { baseURL, url, ...(qs ? { qs } : {}), disableFollowRedirect: true },
	rules: REDIRECTS.map((value) => ({
		type: 'responseCode',
		properties: { value, message: `The service redirects requests to another address (status ${value}), which are not followed. Check the address in the credential.` },
	})),
});
