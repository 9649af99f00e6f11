import { type PollInput, poll } from '../../nodes/ExtensivTrigger/poll';
import type { Settings } from '../../nodes/ExtensivTrigger/settings';
import type { EventName } from '../../nodes/shared/events/names';
import type { SavedState } from '../../nodes/ExtensivTrigger/state/checkpoint';
import { datedFeeds } from '../../nodes/shared/api/common/changeFeeds';
import { LIVE_DIALECT } from '../../nodes/shared/api/live/dialect';
import { liveOrderManager } from '../../nodes/shared/api/live';
import { LIVE } from '../../nodes/shared/api/live/catalogue';
import type { OrderManagerApi } from '../../nodes/shared/api/ports';
import type { ListOptions } from '../../nodes/shared/api/ports/types';
import type { ChangesPort } from '../../nodes/shared/api/ports/changes';
import type { Order } from '../../nodes/shared/domain/order/order';
import { ApiError } from '../../nodes/shared/http/errors/apiError';
import { ApiClient, type Call } from '../../nodes/shared/http/client';
import type { Endpoint } from '../../nodes/shared/http/endpoint';
import { ServiceClock } from '../../nodes/shared/http/serviceClock';
import { Random } from '../sandbox/store/random';
import { damaged, DAMAGES, numbersIn } from './damage';
import { Ledger } from './ledger';
import { type Habits, Shop } from './shop';

const CHOICES: EventName[][] = [
	['orderCreated', 'orderUpdated', 'orderStatusChanged'],
	['orderUpdated'],
	['orderCreated', 'orderUpdated'],
	['orderStatusChanged'],
	['orderCreated'],
];

/** Polls after which nothing is under way any more. */
const RESTING = 3;
/** By how many minutes this machine's clock is wrong in some polls. */
const JUMPS = [-60, -30, -5, 5, 10, 30, 60];

/** A state as n8n has it, and what the caller had got by then. */
interface Kept {
	json: string | undefined;
	ledger: Ledger;
	/** The process that sent the last items is still there. */
	acknowledged: boolean;
}

/** What can be learned from a history that went well. */
export interface Tally {
	items: number;
	failedPolls: number;
	calls: number;
}

/** One random history of a shop and a trigger that watches it; the seed makes it. */
export class History {
	private readonly random: Random;
	private readonly shop: Shop;
	private readonly settings: Settings;
	/** This machine's clock against the service's, in milliseconds. */
	private readonly skew: number;
	/** What comes to that in this poll, and from when on by the service's clock. */
	private jump = { milliseconds: 0, from: 0 };
	/** In the memory of n8n, and in its database. */
	private running: Kept;
	private database: Kept;
	private readonly tally: Tally = { items: 0, failedPolls: 0, calls: 0 };

	private readonly throughHttp: boolean;
	private isQuiet = false;

	constructor(private readonly seed: number) {
		this.random = new Random(seed);
		this.throughHttp = seed % 40 === 0;
		this.settings = this.someSettings();
		this.skew = (this.random.below(121) - 60) * 1000;
		this.shop = new Shop(this.random, this.someHabits());
		this.running = this.database = { json: undefined, ledger: Ledger.empty(), acknowledged: false };
	}

	/** @throws Error that names the seed */
	async run(): Promise<Tally> {
		try {
			this.shop.create(this.random.below(8));
			this.shop.now += this.random.below(300_000);
			const steps = 5 + this.random.below(14);
			for (let step = 0; step < steps; step++) await this.step();
			await this.comeToRest();
			return { ...this.tally, calls: this.shop.calls };
		} catch (error) {
			throw new Error(
				`history ${this.seed}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
			);
		}
	}

	private async step(): Promise<void> {
		this.shop.now += this.random.below(this.random.below(5) === 0 ? 400_000 : 40_000);
		switch (this.random.below(11)) {
			case 0:
				return this.shop.create(1 + this.random.below(3));
			case 1:
				return this.shop.create(3 + this.random.below(8));
			case 2:
			case 3:
				return this.shop.change(1 + this.random.below(4));
			case 4:
				return this.shop.change(5 + this.random.below(8));
			case 5:
				return this.kill();
			case 6:
				return await this.pollTwice();
			case 7:
				return this.random.below(3) === 0 ? this.damage() : await this.pollOnce();
			default:
				return await this.pollOnce();
		}
	}

	private async pollOnce(): Promise<void> {
		const next = await this.pollFrom(this.running);
		if (next) this.keep(next);
	}

	/** Two polls begin at the same state; that of either is kept. */
	private async pollTwice(): Promise<void> {
		const from = this.running;
		const both = [await this.pollFrom(from), await this.pollFrom(from)].filter((one) => one !== undefined);
		if (both.length > 0) this.keep(this.random.pick(both));
	}

	/** n8n is killed: what was not in its database is gone. */
	private kill(): void {
		const ledger = this.database.ledger.copy();
		if (this.database.json !== undefined) ledger.doubt(JSON.parse(this.database.json) as SavedState);
		this.running = { ...this.database, ledger, acknowledged: false };
	}

	/** Somebody edits what n8n keeps, or it was written by something else. */
	private damage(): void {
		if (this.running.json === undefined) return;
		const state = JSON.parse(this.running.json) as SavedState;
		const json = JSON.stringify(damaged(state, this.random.pick(numbersIn(state)), this.random.pick(DAMAGES)));
		const ledger = this.running.ledger.copy();
		ledger.forgive();
		this.running = this.database = { json, ledger, acknowledged: this.running.acknowledged };
	}

	private keep({ emitted, ...kept }: Kept & { emitted: boolean }): void {
		const first = this.running.json === undefined;
		const { ledger } = this.running;
		this.running = kept;
		// n8n saves what a poll leaves when it emits something, and when a workflow is activated; it may be killed before it has.
		if (!first && (!emitted || this.random.below(6) === 0)) return;
		this.database = kept;
		// Or after that, and before it has the items.
		if (emitted && !first && this.random.below(6) === 0) {
			this.database = { ...kept, ledger };
			this.kill();
		}
	}

	private async pollFrom(from: Kept): Promise<(Kept & { emitted: boolean }) | undefined> {
		const begun = this.shop.now;
		this.jump = this.someJump();
		let outcome: Awaited<ReturnType<typeof poll>>;
		try {
			outcome = await poll(this.input(from));
		} catch (error) {
			if (!(error instanceof ApiError)) throw error;
			this.tally.failedPolls += 1;
			return undefined;
		}
		const { items, state } = JSON.parse(JSON.stringify(outcome)) as { items: typeof outcome.items; state: SavedState };
		const ledger = from.ledger.copy();
		if (!ledger.started && items.length > 0) throw new Error('the first poll emitted something');
		ledger.begin(this.shop.now);
		ledger.take(items, this.shop, state);
		ledger.check(this.shop, state, begun);
		this.tally.items += items.length;
		return { json: JSON.stringify(state), ledger, acknowledged: true, emitted: items.length > 0 };
	}

	private someJump(): { milliseconds: number; from: number } {
		const { random, shop } = this;
		if (this.isQuiet || random.below(4) > 0) return { milliseconds: 0, from: 0 };
		return {
			milliseconds: random.pick(JUMPS) * 60_000,
			from: random.below(3) === 0 ? shop.now + random.below(5_000) : 0,
		};
	}

	/** Nothing happens any more and nothing fails: everything must be told in the end. */
	private async comeToRest(): Promise<void> {
		this.isQuiet = true;
		this.shop.habits = { ...this.shop.habits, activity: 0, trouble: 0 };
		const last = Math.floor(this.shop.now / 1000);
		this.shop.now += this.shop.habits.latestMs;
		for (let polls = 0; polls < 80; polls++) {
			this.shop.now += 120_000;
			const before = this.tally.items;
			await this.pollOnce();
			if (polls >= RESTING && this.tally.items === before && this.hasCaughtUp(last)) return;
		}
		throw new Error('the trigger does not catch up');
	}

	/** Where the service tells no time, the position stays at its newest record: then what was told decides. */
	private hasCaughtUp(last: number): boolean {
		const state = JSON.parse(this.running.json ?? '{}') as SavedState;
		const parts = Object.entries(state.parts) as Array<[string, { cursor: number }]>;
		if (this.shop.habits.tellsTime) return parts.every(([, { cursor }]) => cursor >= last);
		const isReading = parts.some(([, part]) => 'width' in part);
		if (isReading) return false;
		const asIfThere = {
			...state,
			parts: Object.fromEntries(parts.map(([name, part]) => [name, { ...part, cursor: last }])),
		};
		this.running.ledger.check(this.shop, asIfThere, this.shop.now);
		return true;
	}

	/** This machine's clock, in milliseconds. */
	private readonly local = (): number =>
		this.shop.now + this.skew + (this.shop.now >= this.jump.from ? this.jump.milliseconds : 0);

	private input({ json, acknowledged }: Kept): PollInput {
		const clock = {
			now: this.local,
			sleep: async (milliseconds: number): Promise<void> => void (this.shop.now += milliseconds),
		};
		const connection = { key: 'shop', baseUrl: 'http://127.0.0.1', readOnly: false, dialect: LIVE_DIALECT };
		const client = new ApiClient(
			this.shop.transport,
			connection,
			{ retry: { maxTries: 2, maxWaitMs: 10_000 }, requestsPerSecond: 1e9 },
			clock,
			() => this.random.next(),
		);
		return {
			manager: this.throughHttp ? liveOrderManager(client) : this.shortcut(),
			settings: this.settings,
			saved: json === undefined ? undefined : (JSON.parse(json) as unknown),
			acknowledged,
			clock: clock.now,
			budgetMs: this.random.pick([2_000, 20_000, 1e9]),
		};
	}

	/** The feeds over the same list without client and adapter: most of the time goes into those, and they have tests of their own. */
	private shortcut(): OrderManagerApi {
		const clock = new ServiceClock();
		const call = async (endpoint: Endpoint, given?: Call): Promise<unknown> => {
			const sentAt = this.local();
			const rows = await this.shop.client.call(endpoint, given);
			clock.note(this.shop.headers, sentAt, this.local());
			return rows;
		};
		const list = {
			client: { call } as unknown as ApiClient,
			endpoint: LIVE.listOrders,
			read: (order: unknown) => ({ value: order as Order, raw: order }),
		};
		const changes = (options: ListOptions): Partial<ChangesPort> => {
			const { created, modified } = datedFeeds<Order>(
				{ ...list, wire: { id: 'orderId', createdAt: 'createdDate', modifiedAt: 'modifiedDate' }, options },
				({ orderId }) => orderId,
				[],
				(dates) => ({
					createdDateFrom: dates.createdFrom,
					createdDateTo: dates.createdTo,
					modifiedDateFrom: dates.modifiedFrom,
					modifiedDateTo: dates.modifiedTo,
				}),
			);
			return { ordersCreated: created, ordersModified: modified, clock };
		};
		return { changes } as unknown as OrderManagerApi;
	}

	private someSettings(): Settings {
		const { random } = this;
		return {
			contract: 'live',
			events: random.pick(CHOICES),
			start: { from: 'now' },
			filters: {},
			stock: { perWarehouse: false, quantity: 'either', threshold: 0, thresholds: {}, firstRun: 'nothing' },
			watchDays: 7,
			settleDelay: random.pick([0, 30, 60]),
			lookbackWindow: random.pick([70, 120, 180]),
			bound: 5 + random.below(20),
			pageSize: 3 + random.below(5),
			repeatWithin: 86_400,
			simplify: true,
		};
	}

	private someHabits(): Habits {
		const { random, settings } = this;
		// The promise holds as long as lateness and the difference of the clocks are within settle time and overlap.
		const leeway = (settings.settleDelay + settings.lookbackWindow) * 1000 - Math.max(0, this.skew) - 5_000;
		return {
			order: random.pick(['idAsc', 'idDesc', 'modifiedAsc', 'modifiedDesc'] as const),
			includesFrom: random.below(2) === 0,
			includesTo: random.below(2) === 0,
			latestMs: random.below(Math.max(1, leeway)),
			activity: random.pick([0, 0.05, 0.2]),
			trouble: random.pick([0, 0, 0.05, 0.2]),
			tellsTime: random.below(4) > 0,
		};
	}
}
