import type { Sandbox } from '../../sandbox';
import { SandboxClient } from '../../sandbox/client';
import { startSandbox } from '../../support/sandbox';
import { OTHER_CLIENTS, STREAMS, type Stream, type ThirdPartyCall, TYPESCRIPT_CLIENT } from './thirdParty';

/** Statuses of all pages that the tap reads of a stream, and how many rows came. */
async function readStream(
	client: SandboxClient,
	{ path, limit, single, rowsUnder, filters }: Stream,
): Promise<{ statuses: number[]; rows: number }> {
	const statuses: number[] = [];
	let rows = 0;
	// A list that had no end would be read for ever.
	for (let page = 1; page <= 20; page++) {
		const query = new URLSearchParams({ page: String(page), limit: String(limit), ...filters });
		const { status, body } = await client.call('GET', `${path}?${query}`);
		statuses.push(status);
		if (status !== 200) break;
		const response = rowsUnder ? (body as Record<string, unknown>)[rowsUnder] : body;
		const count = Array.isArray(response) ? response.length : 1;
		rows += count;
		if (single || count === 0) break;
	}
	return { statuses, rows };
}

describe('third-party clients of the live service', () => {
	describe('in the tolerant mode', () => {
		let sandbox: Sandbox;
		let client: SandboxClient;

		beforeAll(async () => {
			sandbox = await startSandbox({ mode: 'tolerant' });
			client = new SandboxClient(sandbox);
		});
		beforeEach(() => {
			sandbox.control.reset();
			sandbox.control.seed({ orders: [{ orderNumber: 'TP-1' }, { orderNumber: 'TP-2' }] });
		});
		afterAll(async () => await sandbox.close());

		it.each(Object.entries(STREAMS))('the Singer tap reads its stream %s to the end', async (_, stream) => {
			const { statuses } = await readStream(client, stream);
			expect(statuses.every((status) => status === 200)).toBe(true);
			expect(statuses.length).toBeLessThan(20);
		});

		it('the Singer tap has 22 streams, and most have rows', async () => {
			const counts = await Promise.all(
				Object.values(STREAMS).map(async (stream) => (await readStream(client, stream)).rows),
			);
			expect(counts).toHaveLength(22);
			expect(counts.filter((count) => count > 0).length).toBeGreaterThan(16);
		});

		const calls = Object.entries<ThirdPartyCall>({ ...TYPESCRIPT_CLIENT, ...OTHER_CLIENTS });
		it.each(calls)('a client library gets its answer to: %s', async (_, { method, path, body }) => {
			const orderId = Number(sandbox.control.orders({ number: 'TP-1' })[0]?.['orderId']);
			const response = await client.call(method, path, body?.(orderId));
			expect({ status: response.status, body: response.body }).toMatchObject({ status: 200 });
			expect((response.body as { errors?: unknown[] }).errors ?? []).toEqual([]);
		});

		it('does what it is asked for', async () => {
			const orderId = Number(sandbox.control.orders({ number: 'TP-1' })[0]?.['orderId']);
			for (const { method, path, body } of Object.values(TYPESCRIPT_CLIENT))
				await client.send(method, path, body?.(orderId));
			expect(sandbox.control.orders({ number: 'TP-1' })).toMatchObject([
				{ customField1: 'x', orderStatus: 'SHIPPED', shipment: { trackingNumber: '1ZTHIRDPARTY' } },
			]);
			expect(sandbox.control.orders({ number: 'TP-2' })).toMatchObject([{ orderStatus: 'CANCELLED' }]);
		});

		it('still refuses what the service is known to refuse, or nothing is known of', async () => {
			const statuses: Record<string, number> = {};
			for (const path of [
				'/v1/shipments',
				'/v1.1/orders?status=NO_SUCH_STATUS',
				'/v1.1/orders?modifiedDateFrom=yesterday',
				'/v1.1/nothing',
				'/v1.1/orders?limit=0',
			])
				statuses[path] = (await client.call('GET', path)).status;
			statuses['cancel'] = (await client.call('POST', '/v1/orders/cancel?orderNumber=TP-1&salesChannelId=1207')).status;
			statuses['order'] = (await client.call('PUT', '/v1/order', [{ orderNumber: 'X' }])).status;
			expect(statuses).toEqual({
				'/v1/shipments': 422,
				'/v1.1/orders?status=NO_SUCH_STATUS': 422,
				'/v1.1/orders?modifiedDateFrom=yesterday': 422,
				'/v1.1/nothing': 404,
				'/v1.1/orders?limit=0': 422,
				cancel: 422,
				order: 400,
			});
		});
	});

	it('are noticed in the strict mode', async () => {
		const sandbox = await startSandbox();
		try {
			const client = new SandboxClient(sandbox);
			const refused: string[] = [];
			for (const [name, stream] of Object.entries(STREAMS))
				if ((await readStream(client, stream)).statuses.includes(422)) refused.push(name);
			expect(refused.length).toBeGreaterThan(10);
			expect(sandbox.control.takeBreaches()).toHaveLength(refused.length);
		} finally {
			await sandbox.close();
		}
	});
});
