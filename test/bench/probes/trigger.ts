import { poll } from '../../../nodes/ExtensivTrigger/poll';
import { type Settings } from '../../../nodes/ExtensivTrigger/settings';
import { type EventName, EVENTS } from '../../../nodes/shared/events/names';
import type { SavedState } from '../../../nodes/ExtensivTrigger/state/checkpoint';
import { LIVE_DIALECT } from '../../../nodes/shared/api/live/dialect';
import { liveOrderManager } from '../../../nodes/shared/api/live';
import { ApiClient } from '../../../nodes/shared/http/client';
import { DEFAULT_RETRY } from '../../../nodes/shared/http/retry';
import type { Transport } from '../../../nodes/shared/http/transport';
import { type Sandbox, SECRETS, startSandbox } from '../../sandbox';
import { httpTransport } from '../../support/httpTransport';

/*
 * What the trigger costs: requests, its own time (all that is not spent waiting for answers) and memory, against the sandbox over HTTP. `npm run bench:trigger`; with
 * `node --expose-gc` the memory is that after a collection.
 */
const DAY = 86_400;
const REPEATS = 30;
const now = (): number => Math.floor(Date.now() / 1000);
const wire = (seconds: number): string => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
const collect = (globalThis as { gc?: () => void }).gc ?? ((): void => undefined);
const heapMb = (): number => {
	collect();
	return process.memoryUsage().heapUsed / 1024 / 1024;
};

const settings = (events: readonly EventName[], more: Partial<Settings> = {}): Settings => ({
	contract: 'live',
	events,
	start: { from: 'now' },
	filters: {},
	stock: { perWarehouse: false, quantity: 'either', threshold: 0, thresholds: {}, firstRun: 'nothing' },
	watchDays: 7,
	settleDelay: 60,
	lookbackWindow: 120,
	bound: 2_000,
	repeatWithin: 600,
	simplify: true,
	...more,
});

/** A trigger that is polled again and again, with a clock on the wire. */
class Bench {
	waited = 0;
	requests = 0;
	saved: SavedState | undefined;
	private readonly manager;

	constructor(
		sandbox: Sandbox,
		private readonly given: Settings,
	) {
		const http = httpTransport(SECRETS.privateToken);
		const transport: Transport = async (request) => {
			const begun = performance.now();
			this.requests += 1;
			try {
				return await http(request);
			} finally {
				this.waited += performance.now() - begun;
			}
		};
		const connection = { key: `bench ${Math.random()}`, baseUrl: sandbox.url, readOnly: false, dialect: LIVE_DIALECT };
		const client = new ApiClient(
			transport,
			connection,
			{ retry: DEFAULT_RETRY, requestsPerSecond: 1e9 },
			{ now: Date.now, sleep: async () => undefined },
		);
		this.manager = liveOrderManager(client);
	}

	/** @returns items, requests and the time that was not spent waiting, in milliseconds */
	async poll(): Promise<{ items: number; requests: number; own: number }> {
		[this.waited, this.requests] = [0, 0];
		const saved = JSON.stringify(this.saved);
		const begun = performance.now();
		const { items, state } = await poll({
			manager: this.manager,
			settings: this.given,
			saved: saved === undefined ? undefined : JSON.parse(saved),
			acknowledged: true,
			clock: Date.now,
			budgetMs: 60_000,
		});
		JSON.stringify(state);
		const own = performance.now() - begun - this.waited;
		this.saved = state;
		return { items: items.length, requests: this.requests, own };
	}
}

async function quiet(sandbox: Sandbox, events: readonly EventName[], title: string): Promise<void> {
	const bench = new Bench(sandbox, settings(events));
	await bench.poll();
	const polls = [];
	for (let at = 0; at < REPEATS; at++) polls.push(await bench.poll());
	const own = polls.map((one) => one.own).sort((one, other) => one - other);
	const requests = Math.max(...polls.map((one) => one.requests));
	console.log(
		`quiet poll, ${title}: ${requests} requests for ${events.length} events, own time ${own[REPEATS / 2]?.toFixed(1)} ms (slowest of ${REPEATS}: ${own.at(-1)?.toFixed(1)} ms), state ${(JSON.stringify(bench.saved).length / 1024).toFixed(0)} kB`,
	);
}

async function backlog(sandbox: Sandbox, event: EventName, count: number): Promise<void> {
	const bench = new Bench(sandbox, settings([event], { start: { from: 'date', at: now() - 90 * DAY } }));
	const heaps: number[] = [];
	let [items, requests, own, polls] = [0, 0, 0, 0];
	const begun = performance.now();
	for (let cursor = 0; cursor < now() - 180; polls++) {
		const one = await bench.poll();
		items += one.items;
		requests += one.requests;
		own += one.own;
		heaps.push(heapMb());
		cursor = (bench.saved?.parts[event] as { cursor: number }).cursor;
	}
	const [first = 0] = heaps;
	console.log(
		`backlog, ${event}: ${items} of ${count} in ${polls} polls, ${requests} requests, ${((performance.now() - begun) / 1000).toFixed(1)} s, own time ${((own / items) * 1000).toFixed(0)} µs an item; ` +
			`heap after the first poll ${first.toFixed(0)} MB, most ${Math.max(...heaps).toFixed(0)} MB, last ${heaps.at(-1)?.toFixed(0)} MB`,
	);
}

async function main(): Promise<void> {
	const sandbox = await startSandbox();
	const { control } = sandbox;
	const dated = EVENTS.filter((event) => !event.startsWith('stock') && event !== 'shipmentUpdated');
	await quiet(sandbox, ['orderCreated'], 'one event');
	await quiet(sandbox, dated, 'all dated events');
	control.seed({
		generateOrders: { count: 3_000, from: wire(now() - 400), to: wire(now() - 1), status: 'AWAITING_SHIPMENT' },
	});
	await quiet(sandbox, ['orderUpdated', 'orderStatusChanged'], 'after 3,000 changes in the overlap');
	control.reset();
	control.seed({
		generateOrders: {
			count: 50_000,
			from: wire(now() - 89 * DAY),
			to: wire(now() - 3_600),
			status: 'AWAITING_SHIPMENT',
		},
	});
	await backlog(sandbox, 'orderCreated', 50_000);
	control.reset();
	control.seed({
		generateOrders: { count: 20_000, from: wire(now() - 89 * DAY), to: wire(now() - 7_200), status: 'SHIPPED' },
	});
	await backlog(sandbox, 'shipmentCreated', 20_000);
	await sandbox.close();
}

void main();
