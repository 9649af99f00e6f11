import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the service does with a request. A body that is neither text nor bytes is sent as JSON. */
export interface Script {
	status?: number;
	headers?: Record<string, string>;
	body?: unknown;
	/** `break`: destroys the connection; `hang`: never answers. */
	instead?: 'break' | 'hang';
}

export interface Seen {
	method: string;
	/** Path with query. */
	url: string;
	body: unknown;
}

/** A real HTTP server that answers what a test tells it to: for answers that the sandbox, being well-behaved, never gives. */
export class ScriptedService {
	readonly seen: Seen[] = [];
	private queue: Script[] = [];
	private server?: Server;

	get url(): string {
		return `http://127.0.0.1:${(this.server?.address() as AddressInfo).port}`;
	}

	/** The answers to come, in order. More requests than that are refused with 418. */
	script(...responses: Script[]): void {
		this.queue = responses;
		this.seen.length = 0;
	}

	async start(): Promise<void> {
		const server = createServer(async (request, response) => {
			let text = '';
			for await (const chunk of request) text += String(chunk);
			this.seen.push({
				method: request.method ?? '',
				url: request.url ?? '',
				body: text === '' ? undefined : JSON.parse(text),
			});
			const { status = 200, headers = {}, body, instead } = this.queue.shift() ?? { status: 418 };
			if (instead === 'break') request.socket.destroy();
			if (instead) return;
			const isText = typeof body === 'string' || Buffer.isBuffer(body) || body === undefined;
			response.writeHead(status, { 'content-type': isText ? 'text/html' : 'application/json', ...headers });
			response.end(isText ? body : JSON.stringify(body));
		});
		this.server = server;
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	}

	async close(): Promise<void> {
		this.server?.closeAllConnections();
		await new Promise((resolve) => this.server?.close(resolve));
	}
}

/** A scripted service for the tests of a describe block. */
export function useScriptedService(): ScriptedService {
	const service = new ScriptedService();
	beforeAll(async () => await service.start());
	beforeEach(() => service.script());
	afterAll(async () => await service.close());
	return service;
}
