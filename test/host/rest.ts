import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import axios, { type AxiosInstance, type AxiosResponse } from 'axios';

/** The account that owns the throw-away instance; shown to the user of `npm start`, who logs in with it. */
export const owner = {
	email: 'owner@example.com',
	firstName: 'Demo',
	lastName: 'Owner',
	password: 'Extensiv-Demo-1',
} as const;

/** n8n answered a REST call with an error status. */
export class RestError extends Error {
	constructor(
		readonly method: string,
		readonly path: string,
		readonly status: number,
		response: unknown,
	) {
		super(`n8n: ${method} ${path} answered ${status}: ${JSON.stringify(response).slice(0, 600)}`);
	}
}

/** Seconds that n8n is given to find its database again. */
const NOT_READY_WAITS = 60;
const isNotReady = ({ status, data }: AxiosResponse<unknown>): boolean =>
	status === 503 && JSON.stringify(data).includes('Database is not ready');

/** n8n's internal REST API (the one its editor uses) with the session of one user. */
export class Rest {
	private readonly http: AxiosInstance;
	private cookie = '';

	constructor(readonly url: string) {
		// No kept connections: while a workflow keeps n8n busy they time out on its side just as the next call takes one.
		const httpAgent = new Agent({ keepAlive: false });
		this.http = axios.create({
			baseURL: url,
			httpAgent,
			proxy: false,
			maxRedirects: 0,
			validateStatus: () => true,
			timeout: 900_000,
		});
	}

	/** One call; gives the `data` of n8n's answer. Throws RestError from status 400 on. */
	async call<Result>(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<Result> {
		let response = await this.send(method, path, body);
		// While a workflow keeps a slow machine busy, n8n takes its database for lost and refuses calls until it answers again.
		for (let waits = 0; isNotReady(response) && waits < NOT_READY_WAITS; waits++) {
			await pause(1_000);
			response = await this.send(method, path, body);
		}
		if (response.status >= 400) throw new RestError(method, path, response.status, response.data);
		const content = response.data as { data?: Result } | Result;
		return (typeof content === 'object' && content !== null && 'data' in content ? content.data : content) as Result;
	}

	/** One call with the session's cookie; gives the whole answer, whatever its status. Redirects are not followed. */
	async send(method: string, path: string, body?: unknown): Promise<AxiosResponse<unknown>> {
		// n8n ties a session to the browser that began it; any constant will do.
		const headers = { cookie: this.cookie, 'browser-id': 'extensiv-tests' };
		const response = await this.http
			.request<unknown>({ method, url: path, data: body, headers })
			.catch((error: unknown) => {
				// Not the axios error itself: printed in full it shows the session's cookie.
				throw new Error(
					`n8n did not answer ${method} ${path}: ${error instanceof Error ? error.message : String(error)}`,
				);
			});
		const cookies = response.headers['set-cookie'];
		if (cookies !== undefined) this.cookie = cookies.map((one) => one.split(';')[0]).join('; ');
		return response;
	}

	/** Makes the owner account of a fresh instance and logs it in. */
	async setUpOwner(): Promise<void> {
		await this.call('POST', '/rest/owner/setup', owner);
	}

	async logIn(): Promise<void> {
		await this.call('POST', '/rest/login', { emailOrLdapLoginId: owner.email, password: owner.password });
	}
}
