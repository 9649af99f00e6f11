import type { Settings } from '../../nodes/ExtensivTrigger/settings';
import type { SavedState } from '../../nodes/ExtensivTrigger/state/checkpoint';
import type { Contract } from '../support/apiClient';
import type { Sandbox } from '../sandbox';
import { DIRECT } from '../support/parameters';
import { startSandbox } from '../support/sandbox';
import { DAMAGES, damaged, numbersIn, type Path } from './damage';
import { HAPPENINGS, type Happening } from './happenings';
import { Observer, SETTINGS } from './observer';

const NOON = '2026-03-05T12:00:00Z';
const ALL = Number(process.env['TRIGGER_HISTORIES'] ?? 0) >= 5_000;
/** Polls within which something that happens must be told. */
const SOON = 3;

interface Case {
	name: string;
	contract: Contract;
	happening: Happening;
	settings?: Partial<Settings>;
	/** Happens before the state is saved. */
	before: number;
	/** This machine's clock, in minutes. */
	skew?: number;
	/** A backlog takes more polls, and much more time: tried with the many histories only. */
	polls?: number;
}

const named = (event: string): Happening => HAPPENINGS.find((one) => one.event === event) as Happening;
const byFeed = { stock: { ...SETTINGS.stock, feedChannelId: DIRECT } };
const CASES: Case[] = [
	...HAPPENINGS.map(
		(happening): Case => ({
			name: happening.event,
			contract: 'live',
			happening,
			settings: { watchDays: 3 },
			before: 1,
		}),
	),
	{ name: 'shipmentCreated, entered late', contract: 'guide', happening: named('shipmentCreated'), before: 1 },
	{
		name: 'orderCreated, in a backlog',
		contract: 'live',
		happening: named('orderCreated'),
		settings: { bound: 4, lookbackWindow: 30 },
		before: 9,
		polls: 8,
	},
	{
		name: 'stockLevelChanged, by the feed',
		contract: 'live',
		happening: named('stockLevelChanged'),
		settings: byFeed,
		before: 1,
	},
	{ name: 'orderCreated, with a wrong clock', contract: 'live', happening: named('orderCreated'), before: 1, skew: 20 },
];

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());

/** A trigger that has told something, and the state that it has left. */
async function arranged({
	contract,
	happening,
	settings,
	before,
	skew = 0,
}: Case): Promise<{ observer: Observer; state: SavedState; at: string }> {
	sandbox.control.reset();
	sandbox.control.clock({ now: NOON, frozen: true });
	happening.arrange?.(sandbox, before + DAMAGES.length);
	const observer = await Observer.of(sandbox, contract, { events: [happening.event], ...settings });
	observer.skew = skew * 60_000;
	await observer.poll();
	for (let number = 0; number < before; number++) {
		observer.pass(10);
		await happening.happen(sandbox, number);
	}
	observer.pass(90);
	expect((await observer.poll({ isFeedWhole: true })).items).not.toEqual([]);
	observer.pass(60);
	return { observer, state: observer.saved as SavedState, at: new Date(observer.now).toISOString() };
}

/** What is told of one more, when the trigger goes on from a damaged state. */
async function goOn(
	{ happening, before, polls: most = SOON }: Case,
	{ observer, at }: Awaited<ReturnType<typeof arranged>>,
	state: SavedState,
	number: number,
): Promise<boolean> {
	sandbox.control.clock({ now: at, frozen: true });
	observer.saved = state;
	await happening.happen(sandbox, before + number);
	for (let polls = 0; polls < most; polls++) {
		observer.pass(100);
		const { items } = await observer.poll({ acknowledged: polls > 0 || number % 2 === 0, isFeedWhole: true });
		if (items.map(happening.nameOf).includes(happening.name(before + number))) return true;
	}
	return false;
}

const paths = (state: SavedState): string[] => numbersIn(state).map((path) => path.join('.'));

describe('Any number of the saved state, damaged', () => {
	it.each(CASES.filter(({ polls }) => polls === undefined || ALL))(
		'neither stops nor silences the trigger: $name',
		async (one) => {
			const { state } = await arranged(one);
			const all = numbersIn(state);
			const silent: Array<[Path, unknown]> = [];
			for (const path of all) {
				const world = await arranged(one);
				for (const [number, value] of DAMAGES.entries()) {
					const emitted = await goOn(one, world, damaged(world.state, path, value), number);
					if (!emitted) silent.push([path, value]);
				}
			}
			expect(silent).toEqual([]);
			expect(all.length).toBeGreaterThan(4);
		},
	);

	const [created] = CASES as [Case];

	it.each([[null], [{}], [{ v: 1, parts: {} }], ['x']])(
		'which is lost as a whole (%j): a day is read again',
		async (nothing) => {
			expect(await goOn(created, await arranged(created), nothing as unknown as SavedState, 0)).toBe(true);
		},
	);

	it('is gone back behind where n8n may not have the items that came after the damage', async () => {
		const { observer } = await arranged(created);
		observer.saved = null as unknown as SavedState;
		const { items } = await observer.poll();
		const again = await observer.poll({ acknowledged: false });
		expect(items.length).toBeGreaterThan(0);
		expect(again.items.map(({ eventId }) => eventId)).toEqual(items.map(({ eventId }) => eventId));
		expect(again.items).toEqual(items.map(() => expect.objectContaining({ maybeRepeated: true })));
	});

	it.each(CASES.filter(({ name }) => name.startsWith('stock')))(
		'in what was told last: the notice says so, it is no first look: $name',
		async (one) => {
			const { observer, state } = await arranged(one);
			observer.saved = { ...state, told: { stock: null } };
			expect((await observer.poll({ acknowledged: false })).notices.join()).toContain('cannot be read');
		},
	);

	it('covers every kind of number that is kept', async () => {
		const kinds = new Set<string>();
		for (const one of CASES)
			for (const path of paths((await arranged(one)).state)) kinds.add(path.split('.').at(-1) ?? '');
		for (const kind of [
			'v',
			'savedAt',
			'skew',
			'since',
			'cursor',
			'width',
			'deepAt',
			'reached',
			'at',
			'round',
			'turn',
			'comparedAt',
		])
			expect(kinds).toContain(kind);
	});
});
