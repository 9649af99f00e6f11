import type { Mode } from './contract/mode';
import { loadLiveContract, type ContractSpec } from './contract/spec';
import { SchemaBook } from './contract/schema';
import { loadGuideContract } from './guide/contract';
import { FaultPlan } from './http/faults';
import { Gate } from './http/gate';
import type { OddValues } from './http/oddValues';
import { Quotas } from './http/quotas';
import { RequestLog } from './http/requestLog';
import { SingleFlight } from './http/singleFlight';
import type { Order } from './model/order';
import { Tokens } from './oauth/tokens';
import { seedBase } from './seed/base';
import { Clock } from './store/clock';
import type { OrderOrdering } from './store/orderBook';
import { DEFAULT_FEED, type FeedRule } from './store/stockFeed';
import { Store } from './store/store';

/** Largest page of an operation: above it the size is cut (`clamp`) or the call refused with 422 (`refuse`). */
export interface PageLimit {
	path: string;
	max: number;
	mode: 'clamp' | 'refuse';
}

/**
 * Page limits at the start. Only the 200 of stock totals has a source (a comment in a production client); the service's
 * behaviour above a maximum is not established, refusing is the harsher reading.
 */
export const DEFAULT_PAGE_LIMITS: readonly PageLimit[] = [
	{ path: '/v1/productstocks/total', max: 200, mode: 'refuse' },
	{ path: '/v1.1/productstocks/total', max: 200, mode: 'refuse' },
	{ path: '/', max: 1000, mode: 'refuse' },
];

/** How lists of the guide contract come: bare, or under a key (`resource` = the resource's own name). */
export const ENVELOPES = ['none', 'data', 'items', 'results', 'resource'] as const;
export type Envelope = (typeof ENVELOPES)[number];

/** How long orders that come in through an API stay unseen, in milliseconds of the service's clock. */
export interface Visibility {
	lists: number;
	byId: number;
}

/** What becomes of the numbers of orders that come in: kept, without signs and blanks, or in capitals. */
export const NUMBERINGS = ['kept', 'plain', 'capitals'] as const;
export type Numbering = (typeof NUMBERINGS)[number];

/** What stock writes answer for a SKU that does not exist; both are evidenced (live-api section 11). */
export const UNKNOWN_SKU_CODES = ['ERR053', 'ERR097'] as const;
export type UnknownSku = (typeof UNKNOWN_SKU_CODES)[number];

export interface ServiceOptions {
	seed: number;
	mode: Mode;
}

/** The service behind the HTTP face: contracts, data, and everything the control verbs can change. */
export class Service {
	readonly live: ContractSpec = loadLiveContract();
	readonly guide: ContractSpec = loadGuideContract();
	readonly schemas: { live: SchemaBook; guide: SchemaBook };
	readonly mode: Mode;
	readonly clock = new Clock();
	readonly requests = new RequestLog();
	readonly singleFlight = new SingleFlight();
	readonly gate = new Gate();
	readonly tokens: Tokens;
	readonly faults: FaultPlan;
	readonly quotas: Quotas;
	store: Store;
	latencyMs = 0;
	touchPerPage = 0;
	/** Lists begin again after so many pages; 0: they end. */
	pageCycle = 0;
	ordering: OrderOrdering = 'idAsc';
	envelope: Envelope = 'none';
	oddValues: readonly OddValues[] = [];
	unknownSku: UnknownSku = 'ERR053';
	pageLimits: PageLimit[] = [...DEFAULT_PAGE_LIMITS];
	stockFeed: FeedRule = { ...DEFAULT_FEED };
	visibility: Visibility = { lists: 0, byId: 0 };
	numbering: Numbering = 'kept';
	/** When orders came in that may not be seen yet, by id. */
	private readonly arrivals = new Map<number, number>();
	private seed: number;

	constructor({ seed, mode }: ServiceOptions) {
		this.seed = seed;
		this.mode = mode;
		this.schemas = { live: new SchemaBook(this.live, mode), guide: new SchemaBook(this.guide, mode) };
		const templates = new Set([...this.live.endpoints, ...this.guide.endpoints].map((endpoint) => endpoint.path));
		this.faults = new FaultPlan(templates);
		this.quotas = new Quotas(templates);
		this.tokens = new Tokens(seed);
		this.store = this.freshStore();
	}

	/** Back to the seeded start. Tokens that were issued stay good; a revoked private-app token is good again. */
	reset(seed = this.seed): void {
		this.seed = seed;
		this.clock.reset();
		this.store = this.freshStore();
		this.faults.replace([]);
		this.quotas.replace([]);
		this.requests.clear();
		this.requests.takeBreaches();
		this.tokens.restorePrivateToken();
		this.gate.set(false);
		this.latencyMs = 0;
		this.touchPerPage = 0;
		this.pageCycle = 0;
		this.ordering = 'idAsc';
		this.envelope = 'none';
		this.oddValues = [];
		this.unknownSku = 'ERR053';
		this.pageLimits = [...DEFAULT_PAGE_LIMITS];
		this.stockFeed = { ...DEFAULT_FEED };
		this.visibility = { lists: 0, byId: 0 };
		this.numbering = 'kept';
		this.arrivals.clear();
	}

	/** An order has come in through an API. */
	noteArrival({ orderId }: Order): void {
		if (this.visibility.lists > 0 || this.visibility.byId > 0) this.arrivals.set(orderId, this.clock.exact());
	}

	shows({ orderId }: Order, where: keyof Visibility): boolean {
		const arrivedAt = this.arrivals.get(orderId);
		return arrivedAt === undefined || this.clock.exact() >= arrivedAt + this.visibility[where];
	}

	storedNumber(orderNumber: string): string {
		if (this.numbering === 'capitals') return orderNumber.toUpperCase();
		return this.numbering === 'plain' ? orderNumber.replace(/[^\p{L}\p{N}]/gu, '') : orderNumber;
	}

	/** The page limit that holds for a path template: an exact rule before a prefix one. */
	pageLimitFor(path: string): PageLimit | undefined {
		return (
			this.pageLimits.find((limit) => limit.path === path) ??
			this.pageLimits.find((limit) => path.startsWith(limit.path))
		);
	}

	private freshStore(): Store {
		const store = new Store(this.seed, () => this.clock.now());
		seedBase(store);
		return store;
	}
}
