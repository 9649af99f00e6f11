import { FAULT_KINDS, type FaultRule } from '../http/faults';
import type { OddValues } from '../http/oddValues';
import type { QuotaRule } from '../http/quotas';
import type { RequestReport } from '../http/requestLog';
import { availableOf } from '../model/product';
import {
	type Envelope,
	ENVELOPES,
	type Numbering,
	NUMBERINGS,
	type PageLimit,
	type Service,
	UNKNOWN_SKU_CODES,
	type UnknownSku,
	type Visibility,
} from '../service';
import type { ClockChange } from '../store/clock';
import type { OrderOrdering } from '../store/orderBook';
import { orderView } from '../store/orderView';
import { FEED_MEMORIES, type FeedRule } from '../store/stockFeed';
import { push, type Push, type Pushed } from './push';
import { seedStore } from './seeding';
import type { SandboxData, SeedData, SeedResult } from './types';

const ORDERINGS: readonly OrderOrdering[] = ['idAsc', 'idDesc', 'modifiedDesc'];

/**
 * The control verbs of a sandbox, in process. Each takes what the HTTP verb of the same name takes as JSON body (or query) and
 * gives what that one answers. Wrong input throws RangeError (400 over HTTP).
 */
export class SandboxControl {
	constructor(private readonly service: Service) {}

	/** Back to the seeded start: data, faults, quotas, drift, latency, gate, ordering, page limits, page cycle, clock, request log. */
	reset({ seed }: { seed?: number } = {}): { seed: number | null } {
		this.service.reset(seed);
		return { seed: seed ?? null };
	}

	/** Adds data. */
	seed(data: SeedData): SeedResult {
		return seedStore(this.service.store, data);
	}

	latency({ ms }: { ms: number }): { ms: number } {
		if (!(ms >= 0)) throw new RangeError('latency: ms must be 0 or more');
		this.service.latencyMs = ms;
		return { ms };
	}

	/** Calls wait from now on, each after it was logged, until `shut` is false again. */
	gate({ shut }: { shut: boolean }): { shut: boolean } {
		if (typeof shut !== 'boolean') throw new RangeError('gate: shut must be true or false');
		this.service.gate.set(shut);
		return { shut };
	}

	/** Replaces the fault plan and starts its counters anew. */
	faults(rules: FaultRule[]): { rules: number } {
		for (const { kind } of rules)
			if (!FAULT_KINDS.includes(kind))
				throw new RangeError(`faults: unknown kind ${String(kind)}; known: ${FAULT_KINDS.join(', ')}`);
		this.service.faults.replace(rules);
		return { rules: rules.length };
	}

	/** Replaces the quotas; full buckets at first. */
	quotas(rules: QuotaRule[]): { rules: number } {
		for (const { method, path, burst, perSecond } of rules) {
			if (!method || !path || !(burst > 0) || !(perSecond >= 0))
				throw new RangeError('quotas: method, path, burst > 0 and perSecond >= 0 are needed');
		}
		this.service.quotas.replace(rules);
		return { rules: rules.length };
	}

	drift({ touchPerPage }: { touchPerPage: number }): { touchPerPage: number } {
		this.service.touchPerPage = touchPerPage;
		return { touchPerPage };
	}

	/** Lists never end: after so many pages they begin again. */
	pageCycle({ pages }: { pages: number }): { pages: number } {
		if (!(pages >= 0)) throw new RangeError('pageCycle: pages must be 0 or more');
		this.service.pageCycle = pages;
		return { pages };
	}

	ordering({ orders }: { orders: OrderOrdering }): { orders: OrderOrdering } {
		if (!ORDERINGS.includes(orders)) throw new RangeError(`ordering: one of ${ORDERINGS.join(', ')}`);
		this.service.ordering = orders;
		return { orders };
	}

	/** Replaces the page limits (also those of the start). */
	pageLimits(limits: PageLimit[]): { limits: number } {
		this.service.pageLimits = [...limits];
		return { limits: limits.length };
	}

	/** Form of the guide's lists: `none` (bare array, the start), or the key they come under. */
	envelope({ guide }: { guide: Envelope }): { guide: Envelope } {
		if (!ENVELOPES.includes(guide)) throw new RangeError(`envelope: one of ${ENVELOPES.join(', ')}`);
		this.service.envelope = guide;
		return { guide };
	}

	/** What the feed of changed stock goes by, and which share of what is available it shows. */
	stockFeed(change: Partial<FeedRule>): FeedRule {
		const rule = { ...this.service.stockFeed, ...change };
		if (!FEED_MEMORIES.includes(rule.by)) throw new RangeError(`stockFeed: by is one of ${FEED_MEMORIES.join(', ')}`);
		if (!(rule.share >= 0)) throw new RangeError('stockFeed: share must be 0 or more');
		this.service.stockFeed = rule;
		return rule;
	}

	/** Orders that come in from now on stay out of lists, and cannot be read by their id, for so many milliseconds of the service's clock. */
	visibility({ lists = 0, byId = 0 }: Partial<Visibility>): Visibility {
		if (!(lists >= 0) || !(byId >= 0)) throw new RangeError('visibility: lists and byId must be 0 or more');
		this.service.visibility = { lists, byId };
		return { lists, byId };
	}

	/** What becomes of the numbers of orders that come in. */
	numbering({ orders }: { orders: Numbering }): { orders: Numbering } {
		if (!NUMBERINGS.includes(orders)) throw new RangeError(`numbering: one of ${NUMBERINGS.join(', ')}`);
		this.service.numbering = orders;
		return { orders };
	}

	/** Replaces the odd values that answers have. */
	oddValues(rules: OddValues[]): { rules: number } {
		for (const { where, set } of rules) if (!where || !set) throw new RangeError('oddValues: where and set are needed');
		this.service.oddValues = rules;
		return { rules: rules.length };
	}

	/** The code with which stock writes refuse a SKU that does not exist. */
	unknownSku({ code }: { code: UnknownSku }): { code: UnknownSku } {
		if (!UNKNOWN_SKU_CODES.includes(code)) throw new RangeError(`unknownSku: one of ${UNKNOWN_SKU_CODES.join(', ')}`);
		this.service.unknownSku = code;
		return { code };
	}

	books(): SandboxData {
		const { book, catalog, stockroom, warehouses, salesChannels } = this.service.store;
		const ordersByNumber: Record<string, number> = {};
		const doubled: string[] = [];
		for (const [number, orders] of book.countsByNumber()) {
			ordersByNumber[number] = orders.length;
			if (new Set(orders.map((order) => order.salesChannelId)).size < orders.length) doubled.push(number);
		}
		const stock = stockroom.stocks.rows.map((row) => ({
			sku: catalog.products.get(row.productId)?.masterSku ?? '',
			warehouseId: row.warehouseId,
			location: row.location,
			onHand: row.quantity,
			available: availableOf(row),
			allocated: row.allocated,
			locked: row.locked,
		}));
		const counts = {
			orders: book.orders.size,
			shipments: book.shipments.size,
			products: catalog.products.size,
			listings: catalog.listings.size,
			stock: stock.length,
			warehouses: warehouses.size,
			salesChannels: salesChannels.size,
		};
		return { orders: book.orders.size, ordersByNumber, doubled, stock, counts };
	}

	/** Orders with exactly this number, in full (live read shape). */
	orders({ number }: { number: string }): Array<Record<string, unknown>> {
		const { store } = this.service;
		return store.book.numbered(number).map((order) => orderView(order, store));
	}

	requests(): RequestReport {
		return this.service.requests.report();
	}

	clearRequests(): void {
		this.service.requests.clear();
	}

	/** Calls that offended against their contract, which are then forgotten. */
	takeBreaches(): string[] {
		return this.service.requests.takeBreaches();
	}

	/** Makes every token invalid, `sandbox-token` too; a reset makes that one good again. */
	revokeTokens(): { revoked: number } {
		return { revoked: this.service.tokens.revokeAll() };
	}

	/** Sends signed events to a webhook on this machine, once; also such as must be refused. */
	async push(delivery: Push): Promise<Pushed> {
		return await push(delivery);
	}

	/** Changes the virtual clock that stamps created and modified dates and the `Date` header; an empty change just reads it. */
	clock(change: ClockChange): { now: string } {
		return this.service.clock.change(change);
	}
}
