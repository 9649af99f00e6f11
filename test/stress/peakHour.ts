import { setTimeout } from 'node:timers/promises';
import type { IDataObject } from 'n8n-workflow';
import type { CredentialChoice, Engine, EngineItem, RunResult } from '../engine';
import type { SandboxControl } from '../sandbox';
import { Books } from './books';
import { CallLog } from './callLog';
import { Workflows } from './executions';
import { faultPlan } from './faults';
import { type Kind, type Settings, SIDE_BY_SIDE, type Size } from './sizes';
import { Shop, type ShopShipment } from './shop';
import { type Execution, countFailures } from './tally';

/** Where the hour is played. */
export interface Place {
	engine: Engine;
	control: SandboxControl;
	credentials: CredentialChoice;
}

export interface PeakHour {
	executions: Execution[];
	/** Rows that were done, or read. */
	rows: Progress;
	calls: CallLog;
	/** What the books of the service and the shop's disagree about; nothing when all is well. */
	differences: string[];
}

/** After so many starts a row counts as never done. */
const MOST_ROUNDS = 10;
/** An execution reads the shipments of so many milliseconds. */
const READ_EVERY_MS = 5_000;
const SECOND = 1_000;

/** Rows of a kind that are done. */
export type Progress = Record<Kind, number>;

/** Plays a shop's peak hour: executions of all kinds side by side, until every row is done. */
export async function playPeakHour(
	{ engine, control, credentials }: Place,
	size: Size,
	settings: Settings,
	onProgress: (progress: Progress) => void = () => undefined,
): Promise<PeakHour> {
	const shop = new Shop(size, settings.seed);
	control.seed(shop.data());
	const orders = shop.orders();
	const levels = shop.levels();
	const books = new Books(control, shop, orders);
	const calls = new CallLog(control, size);
	control.latency({ ms: settings.latencyMs });
	control.faults(faultPlan(settings, calls.fewest));
	const workflows = new Workflows(engine, credentials, settings);
	const executions: Execution[] = [];
	const progress: Progress = { orders: 0, levels: 0, shipments: 0, reading: 0 };

	/** Starts executions until every item is done, with those that failed. @returns the items of all outputs */
	const finish = async <Item extends IDataObject>(kind: Kind, all: Item[]): Promise<EngineItem[]> => {
		const made: EngineItem[] = [];
		let open = all;
		/** What an earlier start has done, whatever the node said of it. */
		const before = new Set<Item>();
		for (let round = 0; open.length > 0 && round < MOST_ROUNDS; round++) {
			const begun = performance.now();
			const result = await workflows.run(kind, open);
			const ended = performance.now();
			const failed = failedRows(kind, result, open);
			const isDone = failed.size > 0 ? books.effectOf(kind) : () => false;
			const failures = [...failed].map(([item, error]) => ({ error, isDone: !before.has(item) && isDone(item) }));
			executions.push({ kind, round, rows: open.length, begun, ended, ...countFailures(failures) });
			made.push(...result.items);
			progress[kind] += kind === 'reading' ? result.items.length : open.length - failed.size;
			calls.collect();
			onProgress(progress);
			open = [...failed.keys()];
			for (const item of open) if (isDone(item)) before.add(item);
		}
		if (open.length > 0) books.note(`${open.length} rows of ${kind} failed ${MOST_ROUNDS} times.`);
		return made;
	};

	const toShip: ShopShipment[][] = [];
	let [openOrders, openShipments] = [orders.length, orders.length];

	const creating = async (): Promise<void> => {
		for (let batch = orders.shift(); batch; batch = orders.shift()) {
			await finish('orders', batch);
			toShip.push(shop.shipments(batch));
			openOrders -= 1;
		}
	};
	const counting = async (): Promise<void> => {
		for (let rounds = levels.shift(); rounds; rounds = levels.shift())
			for (const batch of rounds) await finish('levels', batch);
	};
	const shipping = async (): Promise<void> => {
		while (openOrders > 0 || toShip.length > 0) {
			const batch = toShip.shift();
			if (!batch) await setTimeout(50);
			else {
				await finish('shipments', batch);
				openShipments -= 1;
			}
		}
	};
	const reading = async (): Promise<void> => {
		let from = Math.floor(Date.now() / SECOND);
		for (let isLast = false; !isLast; ) {
			const due = Date.now() + READ_EVERY_MS;
			while (Date.now() < due && openShipments > 0) await setTimeout(50);
			isLast = openShipments === 0;
			// A window ends with the last whole second: no more shipments come into it.
			if (isLast) await setTimeout(SECOND);
			const to = Math.floor(Date.now() / SECOND) - 1;
			const window = { from: new Date(from * SECOND).toISOString(), to: new Date(to * SECOND).toISOString() };
			books.takeRead(await finish('reading', [window]));
			from = to + 1;
		}
	};
	const work: Record<Kind, () => Promise<void>> = {
		orders: creating,
		levels: counting,
		shipments: shipping,
		reading,
	};
	await Promise.all(
		(Object.keys(work) as Kind[]).flatMap((kind) => Array.from({ length: SIDE_BY_SIDE[kind] }, work[kind])),
	);
	calls.collect();
	return { executions, rows: progress, calls, differences: books.differences(executions) };
}

/** The items that failed, with their errors: all after an error of the node, and those of a write on no output. */
function failedRows<Item>(
	kind: Kind,
	{ items, errorItems, error, status }: RunResult,
	all: readonly Item[],
): Map<Item, string> {
	if (status !== 'success') return new Map(all.map((item) => [item, `${status}: ${error?.message ?? ''}`]));
	const done = new Set(items.map(indexOf));
	const errors = new Map(errorItems.map((item) => [indexOf(item), String(item.json.error)]));
	const open = all.map((item, at) => [item, errors.get(at) ?? LEFT_OUT, errors.has(at) || !done.has(at)] as const);
	return new Map(
		open.flatMap(([item, said, isOpen]) => (isOpen && (kind !== 'reading' || said !== LEFT_OUT) ? [[item, said]] : [])),
	);
}

const LEFT_OUT = 'The node left this item out.';

const indexOf = ({ pairedItem }: EngineItem): number =>
	typeof pairedItem === 'object' && !Array.isArray(pairedItem) ? pairedItem.item : NaN;
