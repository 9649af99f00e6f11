import type { ApiErrorKind } from '../../http/errors/apiError';

/**
 * The cause of each kind of error in a sentence, and what to do about it. The page docs/errors.md is made from this
 * table.
 */
export const REMEDIES: Record<ApiErrorKind, { cause: string; remedy: string }> = {
	unauthorized: {
		cause: 'The key, secret or token is wrong, was revoked, or belongs to another environment.',
		remedy:
			'Open the credential, enter the key and secret (or token) again and press Save: n8n then tests it. For ' +
			'another account create a new credential, because n8n keeps the token of the old one.',
	},
	forbidden: {
		cause: 'The app or user behind the credential lacks a permission.',
		remedy: 'Ask the administrator of Order Manager to grant the app the permission, then connect again.',
	},
	notFound: {
		cause: 'Nothing with that ID, number or address exists.',
		remedy: 'Check the ID or number, and that the credential belongs to the right account and environment.',
	},
	refused: {
		cause: 'The service does not accept a value in the request.',
		remedy: 'Correct the field that the message names and run again.',
	},
	redirected: {
		cause:
			'The address in the credential is not that of the API, or something on the way (a proxy, a login page) ' +
			'sends requests elsewhere. Redirects are not followed, so that the token stays with its service.',
		remedy:
			'Check the address in the credential, and the path of a custom call: they must be those of the API ' +
			'itself. Use the address that the error names only if you know that it belongs to the same service.',
	},
	rateLimited: {
		cause: 'The account has exceeded its request limit.',
		remedy: 'Run again later, run fewer workflows at the same time, or raise Max Wait in the options.',
	},
	unavailable: {
		cause: 'The service is down or overloaded.',
		remedy: 'Run again in a few minutes; existing orders are not created twice.',
	},
	unreachable: {
		cause: 'The address is wrong, the network is down, or a firewall blocks the connection.',
		remedy: 'Check the address in the credential and that this n8n can reach it, then run again.',
	},
	unreadable: {
		cause: 'A proxy or gateway responded, the response was cut off, or the address is not that of the API.',
		remedy: 'Check the address in the credential. If it is right, run again.',
	},
	unreadableRecord: {
		cause: 'The service sent a record with an invalid value.',
		remedy:
			'Correct the value in Order Manager, or read the record as it was sent with API Request. The other ' +
			'records are not affected.',
	},
	indeterminate: {
		cause:
			'The connection broke after a change was sent and before the response arrived, or the response does not ' +
			'confirm the change.',
		remedy:
			'Orders: wait a minute, because lists may show a new order late, then run again: orders are looked up ' +
			'first and not created twice. For other changes, check in Order Manager first, because a repeat may do ' +
			'them twice.',
	},
	unconfirmed: {
		cause: 'The service accepted the call, but neither its response nor a look-up shows that the change was made.',
		remedy: 'Check in Order Manager whether the change was made. If it was not, run again.',
	},
	feedLost: {
		cause: 'The service shows each change once. The response that held it was lost or could not be read.',
		remedy:
			'Read the levels themselves with Stock Level → Get Many and compare them with yours: a repeat shows only ' +
			'what has changed since.',
	},
	readOnly: {
		cause: 'Read Only is on in the credential.',
		remedy: 'Use a credential without Read Only for workflows that change something.',
	},
	retryOnFail: {
		cause: 'Retry On Fail is on for an operation that must not repeat.',
		remedy:
			'Turn off “Retry On Fail” in the settings of the node: it waits and tries again by itself where that ' +
			'does no harm. To let the other items go on after a failure, set “On Error” to “Continue (using error ' +
			'output)”.',
	},
	insecureUrl: {
		cause: 'An address in the credential is not https.',
		remedy: 'Correct the address in the credential. Only a service on this machine may use http.',
	},
	unsupported: {
		cause: 'The contract that the credential uses does not have this.',
		remedy: 'Choose another operation, or a credential for the live API.',
	},
	rowRefused: {
		cause: 'The service accepted the call but rejected this row.',
		remedy: 'Correct this item and run it again.',
	},
	cancelled: {
		cause: 'The execution was stopped.',
		remedy: 'Wait a minute, then run again: orders are looked up first and not created twice.',
	},
};

/** Known codes of the service (live-api section 5), their meaning, and what to do about them. */
export const SERVICE_CODES: Record<string, { meaning: string; remedy: string }> = {
	ERR053: {
		meaning: 'The product does not exist.',
		remedy: 'Check the SKU, or create the product in Order Manager first.',
	},
	// The response to an unknown SKU may have this code too (live-api section 11).
	ERR097: {
		meaning: 'There is no stock record for this SKU in that warehouse and location, or no product with this SKU.',
		remedy:
			'Check the SKU, the warehouse and the location. If the product exists, create its stock record first: ' +
			'Stock Record → Create, or Stock Level → Set with the option “Create Missing Stock Record”.',
	},
};
