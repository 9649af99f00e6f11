import { setTimeout } from 'node:timers/promises';
import type { CredentialChoice, Engine } from '../engine';
import type { SandboxControl } from '../sandbox';
import { Books } from './books';
import { CallLog } from './callLog';
import { Workflows } from './executions';
import { faultPlan } from './faults';
import { type Kind, type Settings, SIDE_BY_SIDE, type Size } from './sizes';
import { Shop, type ShopShipment } from './shop';
import { type Progress, Starts } from './starts';
import type { Execution } from './tally';

/** Where the hour is played. */
export interface Place {
	engine: Engine;
	control: SandboxControl;
	credentials: CredentialChoice;
}

export interface PeakHour {
	executions: Execution[];
	rows: Progress;
	calls: CallLog;
	/** What the books of the service and the shop's disagree about; nothing when all is well. */
	differences: string[];
}

/** An execution reads the shipments of so many milliseconds. */
const READ_EVERY_MS = 5_000;
const SECOND = 1_000;

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
	const starts = new Starts(workflows, books, calls, settings.outage, onProgress);

	const toShip: ShopShipment[][] = [];
	let [openOrders, openShipments] = [orders.length, orders.length];

	const creating = async (): Promise<void> => {
		for (let batch = orders.shift(); batch; batch = orders.shift()) {
			await starts.finish('orders', batch);
			toShip.push(shop.shipments(batch));
			openOrders -= 1;
		}
	};
	const counting = async (): Promise<void> => {
		for (let rounds = levels.shift(); rounds; rounds = levels.shift())
			for (const batch of rounds) await starts.finish('levels', batch);
	};
	const shipping = async (): Promise<void> => {
		while (openOrders > 0 || toShip.length > 0) {
			const batch = toShip.shift();
			if (!batch) await setTimeout(50);
			else {
				await starts.finish('shipments', batch);
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
			books.takeRead(await starts.finish('reading', [window]));
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
	const { executions, progress } = starts;
	return { executions, rows: progress, calls, differences: books.differences(executions) };
}
