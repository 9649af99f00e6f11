import type { TriggerItem } from '../../nodes/shared/events/emission';
import { poll } from '../../nodes/ExtensivTrigger/poll';
import type { Settings } from '../../nodes/ExtensivTrigger/settings';
import type { SavedState } from '../../nodes/ExtensivTrigger/state/checkpoint';
import type { OrderManagerApi } from '../../nodes/shared/api/ports';
import { ApiError } from '../../nodes/shared/http/errors/apiError';
import { Random } from '../sandbox/store/random';
import { damaged, DAMAGES, numbersIn } from './damage';
import { SETTINGS } from './observer';
import { StockShop } from './stockShop';

const JUMPS = [-60, -30, -5, 5, 10, 30, 60];
const HOUR_MS = 3_600_000;

/** A state as n8n has it, with the level of each SKU that the workflow knows by then. */
interface Kept {
	state: SavedState | undefined;
	known: ReadonlyMap<string, number>;
	/** The process that sent the last items is still there. */
	acknowledged: boolean;
}

interface StockItem extends TriggerItem {
	previous: { available: number } | null;
	current: { available: number };
	stockLevel: { sku: string };
}

/** What can be learned from a history that went well. */
export interface StockTally {
	items: number;
	/** Polls that asked the feed alone, and those in which its answer was lost. */
	byFeed: number;
	lost: number;
	failedPolls: number;
}

/** One random history of stock and of a trigger that watches it by the feed; the seed makes it. */
export class StockHistory {
	private readonly random: Random;
	private readonly shop: StockShop;
	private readonly settings: Settings;
	private readonly skew: number;
	/** In a third of the histories each, n8n is never killed, and nobody else reads the feed: all hangs on the feed then. */
	private readonly isKilled: boolean;
	private readonly isShared: boolean;
	private jump = 0;
	private running: Kept;
	private database: Kept;
	/** The state of the last poll that came to its end in this process, and how often others had read the feed by then. */
	private ended: { state: SavedState; thefts: number } | undefined;
	/** A damaged state: what the trigger knew before is not known. */
	private isDamaged = false;
	private readonly tally: StockTally = { items: 0, byFeed: 0, lost: 0, failedPolls: 0 };

	constructor(private readonly seed: number) {
		const random = new Random(seed);
		this.random = random;
		this.isKilled = random.below(3) > 0;
		this.isShared = random.below(3) > 0;
		this.skew = (random.below(121) - 60) * 1000;
		const [settleDelay, lookbackWindow] = [random.pick([0, 30, 60]), random.pick([70, 120, 180])];
		this.settings = {
			...SETTINGS,
			contract: 'live',
			events: ['stockLevelChanged'],
			stock: { ...SETTINGS.stock, feedChannelId: '1207' },
			settleDelay,
			lookbackWindow,
			bound: 3 + random.below(20),
			repeatWithin: 86_400,
		};
		const habits = {
			by: random.pick(['memory', 'memory', 'dates'] as const),
			response: random.pick([2, 500]),
			keepsRest: random.below(2) === 0,
			latestMs: random.below((settleDelay + lookbackWindow) * 1000 - Math.max(0, this.skew) - 5_000),
			trouble: random.pick([0, 0, 0.1]),
			lost: random.pick([0, 0.3]),
			stolen: this.isShared ? random.pick([0, 0.1]) : 0,
			tellsTime: random.below(4) > 0,
		};
		this.shop = new StockShop(random, habits, 3 + random.below(10));
		this.running = this.database = { state: undefined, known: new Map(), acknowledged: false };
	}

	/** @throws Error that names the seed */
	async run(): Promise<StockTally> {
		try {
			while (!this.running.state) await this.pollOnce();
			const steps = 10 + this.random.below(20);
			for (let step = 0; step < steps; step++) await this.step();
			await this.comeToRest();
			return this.tally;
		} catch (error) {
			throw new Error(
				`stock history ${this.seed}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
			);
		}
	}

	private async step(): Promise<void> {
		const { random, shop } = this;
		shop.now += random.below(random.below(6) === 0 ? 400_000 : 40_000);
		switch (random.below(12)) {
			case 0:
			case 1:
			case 2:
				return shop.change(1 + random.below(4));
			case 3:
				return this.isKilled ? this.kill() : await this.pollOnce();
			case 4:
				// A reader that this process knows of.
				return this.isShared ? shop.steal() : await this.pollOnce();
			case 5:
				return random.below(4) === 0 ? this.damage() : await this.pollOnce();
			default:
				return await this.pollOnce();
		}
	}

	private async pollOnce(): Promise<void> {
		const { running, shop, ended, random } = this;
		this.jump = random.below(5) === 0 ? random.pick(JUMPS) * 60_000 : 0;
		const local = (): number => shop.now + this.skew + this.jump;
		const known = running.known.size > 0 ? running.known : new Map(shop.skus.map((sku) => [sku, shop.shown(sku)]));
		// What an unknown reader took during a poll is not known to it.
		const isFeedWhole = ended !== undefined && ended.state === running.state && ended.thefts === shop.thefts;
		this.ended = undefined;
		const manager = { changes: () => shop.port(local) } as unknown as OrderManagerApi;
		let outcome: Awaited<ReturnType<typeof poll>>;
		try {
			outcome = await poll({
				manager,
				settings: this.settings,
				saved: plain(running.state),
				acknowledged: running.acknowledged,
				isFeedWhole,
				clock: local,
				budgetMs: 1e9,
			});
		} catch (error) {
			if (!(error instanceof ApiError)) throw error;
			this.tally.failedPolls += 1;
			return;
		}
		if (outcome.notices.some((notice) => notice.includes('The trigger compared all levels'))) this.tally.lost += 1;
		this.tally.byFeed += isFeedWhole ? 1 : 0;
		const state = plain(outcome.state);
		const next: Kept = { state, known: this.takeIn(known, outcome.items as StockItem[]), acknowledged: true };
		this.ended = { state: state as SavedState, thefts: shop.thefts };
		this.keep(next, outcome.items.length > 0);
	}

	/** @throws Error for an item that tells no news */
	private takeIn(before: ReadonlyMap<string, number>, items: readonly StockItem[]): Map<string, number> {
		const known = new Map(before);
		for (const { previous, current, stockLevel, maybeRepeated } of items) {
			const { sku } = stockLevel;
			this.tally.items += 1;
			const isSure = !maybeRepeated && !this.isDamaged;
			if (isSure && previous?.available !== known.get(sku))
				throw new Error(`${sku} was said to have been ${previous?.available}, and ${known.get(sku)} was told`);
			if (previous?.available === current.available) throw new Error(`${sku} is said to have changed and has not`);
			known.set(sku, current.available);
		}
		return known;
	}

	/** n8n saves the state when a poll emits something; it may be killed before it has, and before it has the items. */
	private keep(next: Kept, emitted: boolean): void {
		const { known } = this.running;
		const isFirst = this.running.state === undefined;
		this.running = next;
		if (!isFirst && (!emitted || this.random.below(6) === 0)) return;
		this.database = next;
		if (!emitted || isFirst || !this.isKilled || this.random.below(6) > 0) return;
		this.database = { ...next, known };
		this.kill();
	}

	private kill(): void {
		this.running = { ...this.database, acknowledged: false };
		this.ended = undefined;
	}

	private damage(): void {
		const { state } = this.running;
		if (!state) return;
		this.isDamaged = true;
		this.running = this.database = {
			...this.running,
			state: damaged(state, this.random.pick(numbersIn(state)), this.random.pick(DAMAGES)),
		};
		// The damage is done to what the process has in its hands.
		if (this.ended) this.ended.state = this.running.state as SavedState;
	}

	/** Nothing happens any more: everything must be told soon; what others took unseen, within the hour. */
	private async comeToRest(): Promise<void> {
		const { shop } = this;
		shop.habits = { ...shop.habits, trouble: 0, lost: 0, stolen: 0 };
		await this.pollOnce();
		shop.now += shop.habits.latestMs + (this.isDamaged || shop.hiddenThefts > 0 ? HOUR_MS : 0);
		for (let polls = 0; polls < 25; polls++) {
			await this.pollOnce();
			this.jump = 0;
			shop.now += 120_000;
		}
		for (const sku of shop.skus) {
			const known = this.running.known.get(sku);
			if (known !== shop.shown(sku)) throw new Error(`${sku} has ${shop.shown(sku)} pieces, and ${known} was told`);
		}
	}
}

const plain = (state: SavedState | undefined): SavedState | undefined =>
	state === undefined ? undefined : (JSON.parse(JSON.stringify(state)) as SavedState);
