import type { IDataObject } from 'n8n-workflow';
import { LINES } from '../../engine';
import { tokenCredential } from '../../support/credentials';
import { byId, DIRECT } from '../../support/parameters';
import { useStage } from '../../support/stage';
import { Watch } from '../../support/watch';

const FEED = 'POST /v1.2/inventory/acknowledge';
const LEVELS = 'GET /v1/productstocks/total';
const OPTIONS: IDataObject = { feedChannel: byId(DIRECT), overlapSeconds: 2 };
const byFeed: IDataObject = { events: ['stockLevelChanged'], options: OPTIONS };

describe.each(LINES)('Stock by the feed of a channel, n8n line %s', (line) => {
	const stage = useStage(line);
	const set = (sku: string, onHand: number): unknown =>
		stage.control.seed({ stock: [{ sku, warehouseId: 5102, onHand }] });
	/** Calls of the last poll. */
	const calls = (): Record<string, number> => stage.control.requests().byEndpoint;
	const polled = async (watch: Watch): Promise<IDataObject[]> => {
		stage.control.clearRequests();
		return await watch.items();
	};

	/** A trigger that reads the feed from now on: what was on its way when it began has shown. */
	async function started(): Promise<Watch> {
		set('MUG', 10);
		set('POT', 7);
		const watch = new Watch(stage, byFeed);
		await watch.items();
		stage.control.clock({ advanceMs: 10_000 });
		await watch.items();
		return watch;
	}

	it.each(['memory', 'dates'] as const)(
		'tells what has changed, reading the levels of these products alone: a feed that goes by %s',
		async (by) => {
			stage.control.stockFeed({ by });
			const watch = await started();
			set('MUG', 4);
			expect(await polled(watch)).toMatchObject([
				{
					event: 'stockLevelChanged',
					previous: { available: 10 },
					current: { available: 4 },
					stockLevel: { sku: 'MUG', onHand: 4 },
				},
			]);
			expect(calls()).toEqual({ [FEED]: 1, [LEVELS]: 1 });
			expect(await watch.items()).toEqual([]);
		},
	);

	it('makes nothing of quantities that the channel is allotted', async () => {
		stage.control.stockFeed({ share: 50 });
		const watch = await started();
		for (let polls = 0; polls < 3; polls++) expect(await watch.items()).toEqual([]);
		set('POT', 6);
		expect(await watch.items()).toMatchObject([{ previous: { available: 7 }, current: { available: 6 } }]);
	});

	it.each(['lostAnswer', 'truncated', '503'] as const)(
		'compares all levels when an answer is lost, and asks for none again: %s',
		async (kind) => {
			const watch = await started();
			set('MUG', 4);
			stage.control.faults([{ kind, path: '/v1.2/inventory/acknowledge', at: [1] }]);
			const items = await polled(watch);
			expect(items).toMatchObject([
				{
					current: { available: 4 },
					stockLevel: { sku: 'MUG' },
					notice: expect.stringContaining('The trigger compared all levels instead'),
				},
			]);
			expect(calls()[FEED]).toBe(1);
			expect(await watch.items()).toEqual([]);
		},
	);

	it('compares all levels after a poll that failed when the feed had been read', async () => {
		const watch = await started();
		set('MUG', 4);
		stage.control.faults([{ kind: '500', path: '/v1/productstocks/total' }]);
		const failed = await watch.poll({ options: { ...OPTIONS, maxTries: 1 } });
		expect(failed).toMatchObject({
			items: null,
			error: { httpCode: '500', message: expect.stringMatching(/The service failed \(HTTP 500\)/) },
		});
		stage.control.faults([]);
		expect(await polled(watch)).toMatchObject([{ current: { available: 4 } }]);
		expect(calls()[FEED]).toBeUndefined();
	});

	it('compares all levels after a restart, which a state of before shows', async () => {
		const watch = await started();
		const { state } = watch;
		set('MUG', 4);
		expect(await watch.items()).toHaveLength(1);
		watch.state = state;
		expect(await polled(watch)).toMatchObject([{ current: { available: 4 } }]);
		expect(calls()[FEED]).toBeUndefined();
	});

	it('compares all levels, and says so once, where another node reads the same feed', async () => {
		const watch = await started();
		set('MUG', 4);
		await stage.stock('getChanges', { salesChannel: byId(DIRECT) });
		expect(await polled(watch)).toMatchObject([
			{ current: { available: 4 }, notice: expect.stringMatching(/also read by “Node” .*compares all levels instead/) },
		]);
		expect(calls()[FEED]).toBeUndefined();
		set('MUG', 3);
		expect((await watch.items())[0]).not.toHaveProperty('notice');
	});

	it('does not touch the feed with a read-only credential, nor for a test event', async () => {
		stage.control.clearRequests();
		const { error } = await stage.engine.poll({
			node: 'extensivTrigger',
			credentials: tokenCredential(stage.url, { readOnly: true }),
			parameters: { authentication: 'extensivOrderManagerApi', ...byFeed },
		});
		expect(error).toMatchObject({
			message: expect.stringMatching(/^Feed of Sales Channel: the credential is read-only/),
		});
		expect(stage.control.requests().total).toBe(0);
		set('MUG', 10);
		expect((await new Watch(stage, byFeed).poll({}, 'manual')).items).not.toBeNull();
		expect(calls()[FEED]).toBeUndefined();
	});
});
