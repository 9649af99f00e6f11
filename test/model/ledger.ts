import type { TriggerItem } from '../../nodes/shared/events/emission';
import type { SavedState } from '../../nodes/ExtensivTrigger/state/checkpoint';
import type { Shop, ShopOrder, Version } from './shop';

interface Item extends TriggerItem {
	order: { orderId: string; internalNotes: string; status: string };
	previous?: { status: string } | null;
	current?: { status: string };
}

/** Where an event stands, as far as the checks look at it. */
interface Position {
	since: number;
	cursor: number;
}

/** What a caller has got along with a saved state: it goes back when the state goes back. */
export class Ledger {
	private constructor(
		/** Version in which an order was told as created. */
		private readonly created: Map<number, number>,
		/** Versions told as updates, the latest last. */
		private readonly updated: Map<number, number[]>,
		/** Status told last. */
		private readonly status: Map<number, string>,
		/** Up to when what lists showed belongs to the start of the trigger, in milliseconds. */
		private start: number | undefined,
		/** Orders of which it is not known which status was told last. */
		private readonly doubtful: Set<number>,
		/** The saved state was damaged: what was told may be told again, and nothing may be left out. */
		private isForgiving = false,
	) {}

	static empty(): Ledger {
		return new Ledger(new Map(), new Map(), new Map(), undefined, new Set());
	}

	/** From here on repeats do not count. */
	forgive(): void {
		this.isForgiving = true;
	}

	copy(): Ledger {
		return new Ledger(
			new Map(this.created),
			new Map([...this.updated].map(([id, numbers]) => [id, [...numbers]])),
			new Map(this.status),
			this.start,
			new Set(this.doubtful),
			this.isForgiving,
		);
	}

	get started(): boolean {
		return this.start !== undefined;
	}

	/** The first poll has come to its end: what lists showed by then is no news. */
	begin(now: number): void {
		this.start ??= now;
	}

	/** The process that sent items is gone: the trigger cannot know whether they were got. */
	doubt({ told }: SavedState): void {
		const last = told?.orderStatusChanged as { ids: string[] } | null | undefined;
		for (const id of last?.ids ?? []) this.doubtful.add(Number(id));
	}

	/** Takes what a poll emitted. @throws Error when something comes twice or out of order */
	take(items: readonly TriggerItem[], shop: Shop, state: SavedState): void {
		const creations = state.parts.orderCreated as Position | undefined;
		for (const item of items as Item[]) {
			const id = Number(item.order.orderId);
			const number = Number(item.order.internalNotes);
			if (item.event === 'orderCreated') {
				if (this.created.has(id) && (item.maybeRepeated || this.isForgiving)) continue;
				if (this.created.has(id)) throw new Error(`order ${id} was told as created twice`);
				this.created.set(id, number);
			} else if (item.event === 'orderUpdated') {
				const before = this.updated.get(id) ?? [];
				// n8n may have it, and its database does not tell.
				if ((item.maybeRepeated || this.isForgiving) && before.at(-1) === number) continue;
				if (before.some((one) => one >= number))
					throw new Error(`order ${id}: version ${number} was told after ${before.join()}`);
				const order = shop.orders.find((one) => one.id === id);
				if (
					!this.isForgiving &&
					creations &&
					order &&
					!this.isOld(order.versions[0]) &&
					(order.versions[0]?.modified ?? 0) >= creations.since &&
					!this.created.has(id)
				) {
					throw new Error(`order ${id} was told as updated before it was told as created`);
				}
				this.updated.set(id, [...before, number]);
			} else {
				const known = this.status.get(id);
				const isUnsure = item.previous === null && this.doubtful.delete(id);
				if (!isUnsure && !this.isForgiving && known !== undefined && item.previous?.status !== known)
					throw new Error(
						`order ${id}: status ${known} was told last, now it is said to have been ${item.previous?.status}`,
					);
				if (item.previous?.status === item.current?.status) throw new Error(`order ${id}: status has not changed`);
				this.status.set(id, item.order.status);
			}
		}
	}

	/**
	 * What was shown and stayed the same for all of a poll, and lies before the position that the poll came to, must have been told by now.
	 * @throws Error for what is missing
	 */
	check(shop: Shop, state: SavedState, begun: number): void {
		for (const order of shop.orders) {
			const [first] = order.versions;
			const version = shop.shown(order, begun);
			if (!first || !version) continue;
			this.checkCreated(order, first, state.parts.orderCreated as Position | undefined);
			if (shop.shown(order) !== version) continue;
			this.checkUpdated(order, first, version, state);
			this.checkStatus(order, first, version, state.parts.orderStatusChanged as Position | undefined);
		}
	}

	private checkCreated({ id }: ShopOrder, first: Version, position: Position | undefined): void {
		if (!position || this.isOld(first) || !lies(first, position) || this.created.has(id)) return;
		throw new Error(`order ${id} was created and never told`);
	}

	private checkUpdated({ id }: ShopOrder, first: Version, version: Version, state: SavedState): void {
		const position = state.parts.orderUpdated as Position | undefined;
		if (!position || version.number === 0 || this.isOld(version) || !lies(version, position)) return;
		if (this.updated.get(id)?.includes(version.number)) return;
		// Within the second of its creation a change cannot be told from the creation: it may have been told with it, or, where creations are not asked for, not at all.
		const born = version.modified === first.modified;
		if (born && (state.parts.orderCreated === undefined || (this.created.get(id) ?? -1) >= version.number)) return;
		throw new Error(`order ${id}: version ${version.number} was never told`);
	}

	private checkStatus(
		{ id, versions }: ShopOrder,
		first: Version,
		version: Version,
		position: Position | undefined,
	): void {
		if (!position || !lies(version, position)) return;
		const emitted = this.status.get(id);
		const silent = versions
			.filter((one) => this.isOld(one) || one.modified === first.modified)
			.map(({ status }) => status);
		if (emitted === undefined ? silent.includes(version.status) : emitted === version.status) return;
		throw new Error(`order ${id}: status ${version.status} was never told, ${emitted ?? 'nothing'} was`);
	}

	private isOld(version: Version | undefined): boolean {
		return version !== undefined && this.start !== undefined && version.visible <= this.start;
	}
}

/** The second of the cursor itself may not have been read: a service may leave the end of a span out. The next poll reads it again. */
const lies = ({ modified }: Version, { since, cursor }: Position): boolean => modified >= since && modified < cursor;
