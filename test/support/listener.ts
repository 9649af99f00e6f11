import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Heard {
	method: string;
	url: string;
	headers: IncomingHttpHeaders;
	body: string;
}

export interface Reply {
	status: number;
	body: unknown;
	headers?: Record<string, string>;
}

/** A server that is no Order Manager: it keeps what it hears and answers as the test wants. */
export class Listener {
	readonly heard: Heard[] = [];
	/** What is answered; by default an empty object. */
	reply: (request: Heard) => Reply | Promise<Reply> = () => ({ status: 200, body: {} });
	private readonly server: Server = createServer((request, response) => {
		void readBody(request).then(async (body) => {
			const heard = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
			this.heard.push(heard);
			const reply = await this.reply(heard);
			response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
			response.end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body));
		});
	});

	async start(): Promise<void> {
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	get port(): number {
		return (this.server.address() as AddressInfo).port;
	}

	get url(): string {
		return `http://127.0.0.1:${this.port}`;
	}
}

async function readBody(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString('utf8');
}

/** A listener for the tests of a describe block, silent at the start of each. */
export function useListener(): Listener {
	const listener = new Listener();
	beforeAll(async () => await listener.start());
	beforeEach(() => {
		listener.heard.length = 0;
		listener.reply = () => ({ status: 200, body: {} });
	});
	afterAll(async () => await listener.stop());
	return listener;
}
