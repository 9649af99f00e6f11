import type { ICredentialType, IDisplayOptions, INodeProperties } from 'n8n-workflow';

const staticClient: IDisplayOptions = { show: { useDynamicClientRegistration: [false] } };
const codeGrant: IDisplayOptions = {
	show: { grantType: ['authorizationCode', 'pkce'], useDynamicClientRegistration: [false] },
};

/**
 * n8n's generic OAuth2 credential, from which every OAuth2 credential of a pack inherits: fields, defaults and display rules, since
 * these decide which values a child credential ends up with. Texts and option lists are left out. Same in n8n-nodes-base
 * 1.121.53 and 2.41.0 but for fields 2.x adds that no child inherits.
 */
export const oAuth2Api: ICredentialType = {
	name: 'oAuth2Api',
	displayName: 'OAuth2 API',
	properties: [
		field('useDynamicClientRegistration', 'hidden', false),
		field('grantType', 'options', 'authorizationCode', staticClient),
		field('serverUrl', 'string', '', { show: { useDynamicClientRegistration: [true] } }),
		field('authUrl', 'string', '', codeGrant),
		field('accessTokenUrl', 'string', '', staticClient),
		field('clientId', 'string', '', staticClient),
		field('clientSecret', 'string', '', staticClient),
		field('scope', 'string', '', staticClient),
		field('authQueryParameters', 'string', '', codeGrant),
		field('authentication', 'options', 'header', staticClient),
		field('sendAdditionalBodyProperties', 'boolean', false, {
			show: { grantType: ['clientCredentials'], authentication: ['body'], useDynamicClientRegistration: [false] },
		}),
		field('additionalBodyProperties', 'json', '', {
			show: {
				grantType: ['clientCredentials'],
				authentication: ['body'],
				sendAdditionalBodyProperties: [true],
				useDynamicClientRegistration: [false],
			},
		}),
		{ ...field('ignoreSSLIssues', 'boolean', false), doNotInherit: true },
	],
};

function field(
	name: string,
	type: INodeProperties['type'],
	value: INodeProperties['default'],
	displayOptions?: IDisplayOptions,
): INodeProperties {
	return { displayName: name, name, type, default: value, ...(displayOptions && { displayOptions }) };
}
