import axios, { AxiosError } from 'axios';
import { type Transport, TransportError } from '../../nodes/shared/http/transport';

/** Sends over real HTTP with a bearer token and without n8n: what the tests of the adapters use. */
export const httpTransport =
	(token: string): Transport =>
	async ({ method, url, body, signal }) => {
		try {
			const response = await axios.request({
				method,
				url,
				data: body,
				signal,
				headers: { Authorization: `Bearer ${token}` },
				validateStatus: () => true,
			});
			const headers = Object.entries(response.headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
			return { status: response.status, headers: Object.fromEntries(headers), body: response.data };
		} catch (error) {
			if (!(error instanceof AxiosError)) throw error;
			throw new TransportError(error.code === 'ECONNREFUSED' ? 'notSent' : 'lost', error.code ?? error.message);
		}
	};
