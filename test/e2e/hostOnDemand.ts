import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Host } from '../host';

/**
 * Starts an n8n when it is first asked for, and tells its address. Test files share nothing but the environment they begin with, so they ask over HTTP the process that outlives
 * them all.
 */
export const offerHost = async (start: () => Promise<Host>): Promise<{ url: string; close(): Promise<void> }> => {
	let host: Promise<Host> | undefined;
	const server = createServer((_request, response) => {
		host ??= start();
		host.then(
			({ rest }) => response.end(rest.url),
			(error: unknown) => response.writeHead(500).end(error instanceof Error ? error.message : String(error)),
		);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: async () => {
			server.close();
			server.closeAllConnections();
			await (await host?.catch(() => undefined))?.stop();
		},
	};
};
