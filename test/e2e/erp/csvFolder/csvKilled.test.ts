import { setTimeout as pause } from 'node:timers/promises';
import { KillableHost, say } from '../../../host';
import { publishWorkflow, unpublishWorkflow } from '../../../host/publish';
import { mutationsFolder, packedNodes } from '../../sharedHost';
import { CHANNEL, type CsvShop, openCsvShop } from '../support/csvShop';

const KILLS = 2;
/** An n8n that was killed while it started a workflow leaves it alone for two minutes. */
const PATIENCE_MS = 240_000;
/** Not as rarely as the template does it. */
const OFTEN = { 'Every 5 minutes': { rule: { interval: [{ field: 'seconds', secondsInterval: 2 }] } } };

describe('n8n, killed while it writes files for the ERP', () => {
	let host: KillableHost;
	let shop: CsvShop;

	beforeAll(async () => {
		host = await KillableHost.start(packedNodes(), { N8N_RESTRICT_FILE_ACCESS_TO: mutationsFolder() });
		shop = await openCsvShop(host.rest);
	});
	afterAll(async () => {
		await shop?.closeSides();
		await host?.remove();
	});

	const until = async (what: string, isSo: () => Promise<boolean>, everyMs: number): Promise<void> => {
		for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await pause(everyMs))
			if (await isSo()) return;
		throw new Error(`It did not come to ${what} within ${PATIENCE_MS / 1000} s`);
	};
	const tracking = async (): Promise<string[]> =>
		(await shop.received('parcels')).map(([, , , number]) => String(number)).sort();

	it('has each parcel in the files once at the end', async () => {
		const { id } = await shop.flow('tracking-back', { parameters: OFTEN });
		await publishWorkflow(host.rest, id);
		const shipped: string[] = [];
		for (let kill = 0; kill < KILLS; kill++) {
			const numbers = [1, 2, 3].map((one) => `K${kill}-${one}`);
			shipped.push(...numbers.map((number) => `1Z-${number}`));
			const files = (await shop.names()).length;
			shop.sandbox.control.seed({
				orders: numbers.map((orderNumber) => ({ orderNumber, salesChannelId: CHANNEL.salesChannelId })),
				shipments: numbers.map((orderNumber) => ({ orderNumber, trackingNumber: `1Z-${orderNumber}` })),
			});
			await until('a new file', async () => (await shop.names()).length > files, 1);
			await host.kill();
			await host.restart();
			say(
				`e2e: killed when a file appeared; the table says ${(await shop.files.rows()).map(({ state }) => state).join(', ')}`,
			);
		}
		await until('all files done', async () => (await shop.files.rows()).every(({ state }) => state === 'done'), 500);
		await until('all parcels', async () => (await tracking()).length >= shipped.length, 500);
		// What was under way when all had arrived must not write anything twice either.
		await pause(5_000);
		await unpublishWorkflow(host.rest, id);
		expect(await tracking()).toEqual(shipped.sort());
	});
});
