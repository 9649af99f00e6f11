import type { Endpoint } from '../../nodes/shared/http/endpoint';
import { ApiError } from '../../nodes/shared/http/errors/apiError';
import type { ApiClient, Call } from '../../nodes/shared/http/client';
import { type HttpResponse, type Transport, TransportError } from '../../nodes/shared/http/transport';
import type { Random } from '../sandbox/store/random';

/** A version of an order: what it was from one change to the next. */
export interface Version {
	/** 0 as created, then counted up. */
	number: number;
	/** When it was made by the service's clock, in whole seconds, as the service tells it. */
	modified: number;
	/** When lists begin to show it, in milliseconds. */
	visible: number;
	status: string;
}

export interface ShopOrder {
	id: number;
	versions: Version[];
}

/** What may differ from service to service and is not established (live-api section 10). */
export interface Habits {
	order: 'idAsc' | 'idDesc' | 'modifiedAsc' | 'modifiedDesc';
	includesFrom: boolean;
	includesTo: boolean;
	/** How long a change may take until lists show it, in milliseconds. */
	latestMs: number;
	/** Share of the calls before which somebody changes an order. */
	activity: number;
	/** Share of the calls that fail. */
	trouble: number;
	/** Answers tell the service's time. */
	tellsTime: boolean;
}

interface Row {
	id: number;
	created: number;
	version: Version;
}

const SORTS: Record<Habits['order'], (one: Row, other: Row) => number> = {
	idAsc: (one, other) => one.id - other.id,
	idDesc: (one, other) => other.id - one.id,
	modifiedAsc: (one, other) => one.version.modified - other.version.modified || one.id - other.id,
	modifiedDesc: (one, other) => other.version.modified - one.version.modified || other.id - one.id,
};

/** So long a shop is busy while it is read: histories are to be many, not long. */
const BUSY_CALLS = 120;
const STATUSES = ['AWAITING_PAYMENT', 'AWAITING_SHIPMENT', 'SHIPPED', 'CANCELLED', 'ON_HOLD'];
const wire = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000', '');
const second = (milliseconds: number): number => Math.floor(milliseconds / 1000);

/** The list of orders of the live API over a shop in which things happen at any time: a small, quick double with the sandbox's rules. */
export class Shop {
	readonly orders: ShopOrder[] = [];
	calls = 0;
	/** The service's clock, in milliseconds. */
	now = Date.UTC(2026, 2, 5, 9);

	constructor(
		private readonly random: Random,
		public habits: Habits,
	) {}

	create(count: number): void {
		const modified = second(this.now);
		for (let made = 0; made < count; made++) {
			const visible = this.now + this.delay();
			this.orders.push({
				id: 1000 + this.orders.length,
				versions: [{ number: 0, modified, visible, status: this.random.pick(STATUSES) }],
			});
		}
	}

	change(count: number): void {
		for (let made = 0; made < count && this.orders.length > 0; made++) {
			const { versions } = this.random.pick(this.orders);
			const before = versions.at(-1);
			if (!before) continue;
			const status = this.random.below(2) === 0 ? before.status : this.random.pick(STATUSES);
			versions.push({
				number: before.number + 1,
				modified: second(this.now),
				visible: Math.max(before.visible, this.now + this.delay()),
				status,
			});
		}
	}

	/** The version that lists show at a time. */
	shown({ versions }: ShopOrder, at = this.now): Version | undefined {
		let last = versions.length - 1;
		while (last >= 0 && (versions[last]?.visible ?? 0) > at) last -= 1;
		return versions[last];
	}

	/** The service behind HTTP. */
	readonly transport: Transport = async ({ url }): Promise<HttpResponse> => {
		const rows = this.serve(new URL(url).searchParams);
		switch (this.trouble()) {
			case 'lost':
				throw new TransportError('lost', 'connection reset');
			case 'quota':
				return { status: 429, headers: { 'x-skubana-quota-retryafter': '700' }, body: {} };
			case 'fault':
				return { status: 500, headers: {}, body: {} };
			case 'cut':
				return { status: 200, headers: this.headers, body: JSON.stringify(rows).slice(0, 20) };
			default:
				return { status: 200, headers: this.headers, body: rows.map(toWire) };
		}
	};

	/** Headers of an answer of now. */
	get headers(): Record<string, string> {
		return this.habits.tellsTime ? { date: new Date(this.now).toUTCString() } : {};
	}

	/** The service as feeds see it, without HTTP: for many histories. */
	readonly client = {
		call: async (_endpoint: Endpoint, { query = {} }: Call = {}): Promise<unknown> => {
			const given = Object.entries(query).filter(([, value]) => value !== undefined);
			const rows = this.serve(
				new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)])),
			);
			if (this.trouble()) throw new ApiError({ kind: 'unavailable', message: 'The service failed.', status: 500 });
			return rows.map(toOrder);
		},
	} as unknown as ApiClient;

	/** Somebody may change something before a call is answered. */
	private serve(query: URLSearchParams): Row[] {
		this.calls += 1;
		this.now += this.random.below(1500);
		if (this.calls <= BUSY_CALLS && this.random.next() < this.habits.activity) {
			if (this.random.below(4) === 0) this.create(1 + this.random.below(2));
			else this.change(1 + this.random.below(3));
		}
		return this.page(query);
	}

	private trouble(): 'lost' | 'quota' | 'fault' | 'cut' | undefined {
		return this.random.next() < this.habits.trouble
			? this.random.pick(['lost', 'quota', 'fault', 'cut'] as const)
			: undefined;
	}

	private page(query: URLSearchParams): Row[] {
		const isCreated = this.filter(query, 'createdDate');
		const isModified = this.filter(query, 'modifiedDate');
		const rows: Row[] = [];
		for (const order of this.orders) {
			const created = order.versions[0]?.modified ?? 0;
			if (!isCreated(created)) continue;
			const version = this.shown(order);
			if (version && isModified(version.modified)) rows.push({ id: order.id, created, version });
		}
		rows.sort(SORTS[this.habits.order]);
		const limit = Number(query.get('limit'));
		const start = (Number(query.get('page')) - 1) * limit;
		return rows.slice(start, start + limit);
	}

	private filter(query: URLSearchParams, name: string): (time: number) => boolean {
		const [from = -Infinity, to = Infinity] = [query.get(`${name}From`), query.get(`${name}To`)].map((text) =>
			text === null ? undefined : Date.parse(text) / 1000,
		);
		const { includesFrom, includesTo } = this.habits;
		return (time) => (time > from || (includesFrom && time === from)) && (time < to || (includesTo && time === to));
	}

	private delay(): number {
		return this.random.below(3) === 0 ? this.random.below(this.habits.latestMs + 1) : 0;
	}
}

const toWire = ({ id, created, version }: Row): unknown => ({
	orderId: id,
	orderNumber: `N-${id}`,
	orderStatus: version.status,
	createdDate: wire(created),
	modifiedDate: wire(version.modified),
	internalNotes: String(version.number),
});

/** As the adapter reads it, as far as the trigger looks at it. */
const toOrder = ({ id, created, version }: Row): unknown => ({
	orderId: String(id),
	status: version.status,
	createdAt: wire(created),
	updatedAt: wire(version.modified),
	salesChannel: null,
	warehouse: null,
	internalNotes: String(version.number),
	lines: [],
});
