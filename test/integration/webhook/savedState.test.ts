import { LINES } from '../../engine';
import type { Push, Pushed } from '../../sandbox';
import { eventOf, openWebhook, recordDeliveries, type RecordedDeliveries } from '../../support/savedState/deliveries';
import { readSaved, VERSIONS } from '../../support/savedState/files';
import { useStage } from '../../support/stage';

describe.each(LINES)('The state that the webhook trigger saves, n8n line %s', (line) => {
	const stage = useStage(line);

	it('has the key that it always had', async () => {
		const { staticData } = await recordDeliveries(stage);
		expect(staticData).toEqual({ deliveries: expect.any(String) });
	});

	it.each(VERSIONS)('State saved by version %s is read: deliveries of before are known', async (version) => {
		const { clock, deliveries, staticData } = readSaved<RecordedDeliveries>(version, 'deliveries');
		const webhook = await openWebhook(stage, { staticData, now: clock });
		const push = async (more: Omit<Push, 'url'>): Promise<Pushed> =>
			await stage.control.push({ url: webhook.url, ...more });
		for (const { deliveryId, timestamp, events } of deliveries) {
			const again = [
				{ deliveryId, timestamp, events },
				{ deliveryId, timestamp: timestamp + 1, events },
				{ deliveryId: `another than ${deliveryId}`, timestamp, events },
			];
			for (const delivery of again) {
				expect(await push(delivery)).toMatchObject({ status: 200, body: expect.stringContaining('already received') });
			}
		}
		const [{ timestamp = 0 } = {}] = deliveries;
		const fresh = { deliveryId: 'delivery-3', timestamp, events: eventOf(3) };
		for (let times = 0; times < 2; times++) expect(await push(fresh)).toMatchObject({ status: 200 });
		const { executions, staticData: left } = await stage.engine.webhookState(webhook);
		expect(executions).toEqual([[{ json: eventOf(3) }]]);
		expect(Object.keys(left)).toEqual(['deliveries']);
		expect(String(left.deliveries).startsWith(`${String(staticData.deliveries)} `)).toBe(true);
	});
});
