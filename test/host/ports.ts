import { createServer } from 'node:net';

const listen = async (port: number): Promise<{ port: number; close: () => Promise<void> }> =>
	await new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			const address = server.address();
			if (address === null || typeof address === 'string') return reject(new Error('no port was given'));
			resolve({ port: address.port, close: async () => await new Promise((done) => server.close(() => done())) });
		});
	});

/** Free ports of the loopback interface, all different. */
export const freePorts = async (count: number): Promise<number[]> => {
	const taken = await Promise.all(Array.from({ length: count }, async () => await listen(0)));
	await Promise.all(taken.map(async (one) => await one.close()));
	return taken.map((one) => one.port);
};
