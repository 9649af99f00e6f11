import type { Step } from '../step';

/** How the steps of a template reach an interface over HTTP. The user chooses the credential. */
export interface Access {
	/** The address, without what differs from call to call; expressions may stand in it. */
	base: string;
	/** Parameters that say which kind of credential. */
	auth: Record<string, string>;
	headers?: Record<string, string>;
}

/** A credential that n8n has for the product. */
export const ownCredential = (type: string): Record<string, string> => ({
	authentication: 'predefinedCredentialType',
	nodeCredentialType: type,
});

/** A credential for any product: `oAuth2Api`, `oAuth1Api`, `httpBasicAuth`. */
export const genericCredential = (type: string): Record<string, string> => ({
	authentication: 'genericCredentialType',
	genericAuthType: type,
});

const pairs = (values: Readonly<Record<string, string>>): { parameters: Array<{ name: string; value: string }> } => ({
	parameters: Object.entries(values).map(([name, value]) => ({ name, value })),
});

const request = (
	name: string,
	{ base, auth, headers }: Access,
	path: string,
	parameters: Record<string, unknown>,
	options: Record<string, unknown>,
): Step => ({
	name,
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: {
		url: `=${base}${path}`,
		...auth,
		...(headers && { sendHeaders: true, headerParameters: pairs(headers) }),
		...parameters,
		options,
	},
});

/** One item with the response, in `body`, also if it is an empty list. */
const WHOLE = { response: { response: { fullResponse: true } } };

/** How to follow pages: the expression that is true on the last one, and one of the next address or of a query parameter. */
export type Pages = { last: string } & ({ next: string } | { parameter: string; value: string });

const optionsOf = (pages?: Pages): Record<string, unknown> => ({
	...WHOLE,
	...(pages && {
		pagination: {
			pagination: {
				...('next' in pages
					? { paginationMode: 'responseContainsNextURL', nextURL: `={{ ${pages.next} }}` }
					: {
							paginationMode: 'updateAParameterInEachRequest',
							parameters: { parameters: [{ type: 'qs', name: pages.parameter, value: `={{ ${pages.value} }}` }] },
						}),
				paginationCompleteWhen: 'other',
				completeExpression: `={{ ${pages.last} }}`,
			},
		},
	}),
});

/** Reads with GET: one item for each page. */
export const get = (
	name: string,
	access: Access,
	path: string,
	query: Readonly<Record<string, string>> = {},
	pages?: Pages,
): Step =>
	request(
		name,
		access,
		path,
		Object.keys(query).length > 0 ? { sendQuery: true, queryParameters: pairs(query) } : {},
		optionsOf(pages),
	);

/** Reads with POST: one item for each page. `body` is JSON in which expressions may stand. */
export const post = (name: string, access: Access, path: string, body: string, pages?: Pages): Step =>
	request(
		name,
		access,
		path,
		{ method: 'POST', sendBody: true, specifyBody: 'json', jsonBody: `=${body}` },
		optionsOf(pages),
	);

/** Makes the call `{method, path, body}` that it gets, and gives the response, also if it is an error. */
export const makeCall = (name: string, access: Access): Step =>
	request(
		name,
		access,
		'{{ $json.path }}',
		{
			method: '={{ $json.method }}',
			sendBody: true,
			specifyBody: 'json',
			jsonBody: '={{ JSON.stringify($json.body) }}',
		},
		{ response: { response: { fullResponse: true, neverError: true } } },
	);
