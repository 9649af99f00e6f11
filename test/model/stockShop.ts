import type { StockLevel } from '../../nodes/shared/domain/stock/stock';
import type { WithRaw } from '../../nodes/shared/api/ports/types';
import type { ChangedSkus, ChangesPort, LevelsFilter } from '../../nodes/shared/api/ports/changes';
import { ApiError } from '../../nodes/shared/http/errors/apiError';
import { ServiceClock } from '../../nodes/shared/http/serviceClock';
import type { Random } from '../sandbox/store/random';

/** What may differ from service to service and is not established. */
export interface StockHabits {
	/** What the feed goes by. */
	by: 'memory' | 'dates';
	/** SKUs of one answer of the feed; whether the rest of a longer list is still there afterwards. */
	response: number;
	keepsRest: boolean;
	/** How long a change may take until levels show it, in milliseconds. The feed shows it at once. */
	latestMs: number;
	/** Share of the calls that fail, of the feed's answers that are lost, and of the calls before which somebody else takes from the feed. */
	trouble: number;
	lost: number;
	stolen: number;
	tellsTime: boolean;
}

interface Change {
	at: number;
	visible: number;
	available: number;
}

const failure = (kind: 'unavailable' | 'feedLost'): ApiError =>
	new ApiError({ kind, message: 'The service failed.', status: 503 });

/** Stock and its feed, as the trigger sees them through the port: the feed takes what it shows. */
export class StockShop {
	/** The service's clock, in milliseconds. */
	now = Date.UTC(2026, 2, 5, 9);
	calls = 0;
	/** How often others have taken from the feed, and how often unseen. */
	thefts = 0;
	hiddenThefts = 0;
	private readonly stock = new Map<string, Change[]>();
	/** SKUs that have changed since the feed was last asked. */
	private readonly unseen = new Set<string>();

	constructor(
		private readonly random: Random,
		public habits: StockHabits,
		count: number,
	) {
		for (let number = 0; number < count; number++)
			this.stock.set(`S-${number}`, [{ at: this.now, visible: 0, available: 100 + number }]);
	}

	get skus(): string[] {
		return [...this.stock.keys()];
	}

	change(count: number): void {
		for (let made = 0; made < count; made++) {
			const sku = this.random.pick(this.skus);
			const changes = this.stock.get(sku) ?? [];
			const visible = this.random.below(2) === 0 ? this.now : this.now + this.random.below(this.habits.latestMs + 1);
			changes.push({
				at: this.now,
				visible: Math.max(visible, changes.at(-1)?.visible ?? 0),
				available: this.random.below(50),
			});
			this.unseen.add(sku);
		}
	}

	/** What levels show of a SKU. */
	shown(sku: string, at = this.now): number {
		return (this.stock.get(sku) ?? []).reduce((last, change) => (change.visible <= at ? change.available : last), 0);
	}

	/** Another workflow, or another program, reads the feed. */
	steal(): void {
		this.thefts += 1;
		this.unseen.clear();
	}

	/** @param local this machine's clock */
	port(local: () => number): Partial<ChangesPort> {
		const clock = new ServiceClock();
		const responded = <T>(sentAt: number, value: T): T => {
			if (this.habits.tellsTime) clock.note({ date: new Date(this.now).toUTCString() }, sentAt, local());
			return value;
		};
		return {
			clock,
			levels: (filter) => this.levels(filter, local, responded),
			takeChangedSkus: async (_channel, since) => {
				const sentAt = local();
				return responded(sentAt, this.take(since));
			},
		};
	}

	private async *levels(
		{ skus }: LevelsFilter,
		local: () => number,
		responded: <T>(sentAt: number, value: T) => T,
	): AsyncGenerator<Array<WithRaw<StockLevel>>> {
		const sentAt = local();
		this.pass();
		if (this.random.next() < this.habits.trouble) throw failure('unavailable');
		const rows = (skus ?? this.skus).map((sku) => ({
			value: { sku, onHand: this.shown(sku), available: this.shown(sku), updatedAt: null } as StockLevel,
			raw: sku,
		}));
		yield responded(sentAt, rows);
	}

	private take(since: string): ChangedSkus {
		this.pass();
		if (this.random.next() < this.habits.stolen) {
			this.steal();
			this.hiddenThefts += 1;
		}
		if (this.random.next() < this.habits.trouble) throw failure('unavailable');
		const from = Date.parse(since);
		const changed = this.skus.filter(
			(sku) => (this.habits.by === 'dates' || this.unseen.has(sku)) && (this.stock.get(sku)?.at(-1)?.at ?? 0) >= from,
		);
		const skus = changed.slice(0, this.habits.response);
		for (const sku of this.habits.keepsRest ? skus : this.skus) this.unseen.delete(sku);
		if (this.random.next() < this.habits.lost) throw failure('feedLost');
		return { skus, more: skus.length < changed.length };
	}

	private pass(): void {
		this.calls += 1;
		this.now += this.random.below(1500);
	}
}
