import type { Sandbox } from './index';
import { SECRETS } from './oauth/tokens';

export interface SandboxResponse {
	status: number;
	headers: Headers;
	/** Parsed JSON, or the text when it is none. */
	body: unknown;
}

/** A bare HTTP client for tests of the sandbox itself: no retries, no conveniences. Rejects when the connection breaks. */
export class SandboxClient {
	constructor(
		private readonly sandbox: Sandbox,
		readonly token: string = SECRETS.privateToken,
	) {}

	/** A client for the guide contract, with a fresh token. */
	static async forGuide(sandbox: Sandbox): Promise<SandboxClient> {
		const form = new URLSearchParams({
			grant_type: 'client_credentials',
			client_id: SECRETS.guideClientId,
			client_secret: SECRETS.guideClientSecret,
		});
		const response = await fetch(`${sandbox.url}/oauth/token`, { method: 'POST', body: form });
		const { access_token: token } = (await response.json()) as { access_token: string };
		return new SandboxClient(sandbox, token);
	}

	async call(method: string, path: string, body?: unknown): Promise<SandboxResponse> {
		const headers: Record<string, string> = { authorization: `Bearer ${this.token}` };
		if (body !== undefined) headers['content-type'] = 'application/json';
		const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
		const response = await fetch(`${this.sandbox.url}${path}`, { method, headers, body: text });
		const responded = await response.text();
		return { status: response.status, headers: response.headers, body: parsed(responded) };
	}

	/** Body of a call that must succeed. */
	async get<T>(path: string): Promise<T> {
		return (await this.send('GET', path)) as T;
	}

	async send<T>(method: string, path: string, body?: unknown): Promise<T> {
		const response = await this.call(method, path, body);
		if (response.status >= 300)
			throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(response.body)}`);
		return response.body as T;
	}
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
