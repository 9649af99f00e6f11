import type { Transport } from '../http/transport';
import type { Secrets } from './secrets';

/**
 * Takes secrets out of answers before anybody reads them.
 *
 * Texts and the target of a redirect always: they are only shown, and are cut on the way, after which half a secret would not be recognized. Rows only where nothing depends on them: a short
 * secret may be equal to an order number, and an order that is not recognized would be created once more.
 * @param inRows for nodes and forms that only read and show
 */
export const withoutSecrets =
	(send: Transport, secrets: Secrets, inRows: boolean): Transport =>
	async (request) => {
		const { status, headers, body } = await send(request);
		const { location } = headers;
		return {
			status,
			headers: location === undefined ? headers : { ...headers, location: secrets.hide(location) },
			body: inRows || typeof body === 'string' ? secrets.hideIn(body) : body,
		};
	};
