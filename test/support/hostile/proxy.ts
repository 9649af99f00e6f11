import { Agent, createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer as it goes over the wire. */
export interface WireResponse {
	status: number;
	body: string;
	headers?: Record<string, string>;
}

/** Makes the answer that is given instead of the true one. */
export type Falsify = (real: WireResponse) => WireResponse;

/** Stands between the pack and the sandbox, and replaces the answer to one call of a run. */
export class HostileProxy {
	/** Calls since the last `strike`, the token's not among them. */
	calls = 0;
	private target = '';
	private at = 0;
	private falsify: Falsify = (real) => real;
	private readonly agent = new Agent({ keepAlive: true });
	private readonly server: Server = createServer((incoming, outgoing) => {
		void this.response(incoming).then(({ status, body, headers }) => {
			outgoing.writeHead(status, { 'content-type': 'application/json', ...headers });
			outgoing.end(body);
		});
	});

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	/** @param at the call to be struck, counted from 1; 0 for none, -1 for all of them */
	strike(target: string, at: number, falsify: Falsify = (real) => real): void {
		Object.assign(this, { calls: 0, target, at, falsify });
	}

	async start(): Promise<void> {
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		this.agent.destroy();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private async response(incoming: IncomingMessage): Promise<WireResponse> {
		const isToken = incoming.url?.startsWith('/oauth/') ?? false;
		if (!isToken) this.calls += 1;
		const isStruck = !isToken && (this.at === -1 || this.calls === this.at);
		const real = await this.ask(incoming);
		return isStruck ? this.falsify(real) : real;
	}

	private async ask(incoming: IncomingMessage): Promise<WireResponse> {
		const { host, ...headers } = incoming.headers;
		void host;
		const outgoing = request(`${this.target}${incoming.url}`, { method: incoming.method, headers, agent: this.agent });
		incoming.pipe(outgoing);
		const response = await new Promise<IncomingMessage>((resolve, reject) =>
			outgoing.on('response', resolve).on('error', reject),
		);
		const chunks: Buffer[] = [];
		for await (const chunk of response) chunks.push(chunk as Buffer);
		return { status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') };
	}
}

/** A proxy for the tests of a describe block. */
export function useHostileProxy(): HostileProxy {
	const proxy = new HostileProxy();
	beforeAll(async () => await proxy.start());
	afterAll(async () => await proxy.stop());
	return proxy;
}
