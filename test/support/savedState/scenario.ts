import type { IDataObject } from 'n8n-workflow';
import type { Contract } from '../credentials';
import type { Stage } from '../stage';

/** A moment in the history of a trigger. */
export interface Moment {
	/** Minutes after the moment before. */
	after: number;
	happens?: (stage: Stage) => unknown;
}

/** A moment at which the trigger polls. */
export interface PolledMoment extends Moment {
	/** The poll does not come to its end. */
	fails?: true;
	/** How long n8n lets the poll take. */
	budgetMs?: number;
}

/** A history of a trigger up to the state that it saves, and what must be emitted after it. */
export interface Scenario {
	/** Name of the fixture, without the contract. */
	name: string;
	contract: Contract;
	parameters: IDataObject;
	/** Minutes by which this machine's clock is ahead of the service's. */
	clockAhead?: number;
	moments: PolledMoment[];
	/** What happens after the state was saved. */
	next: Moment;
	/** Names of the items that come then, in any order. */
	emitted: string[];
	/** Part of the notice that comes with the first of them. */
	notice?: string;
}

/** The service's clock at the beginning of each scenario. */
export const BEGINNING = '2026-03-05T12:00:00Z';

/** Goes on to a moment by the service's clock, which then stays. */
export async function goTo(stage: Stage, { after, happens }: Moment): Promise<void> {
	stage.control.clock({ advanceMs: after * 60_000 });
	await happens?.(stage);
}

const KEYS = ['orderNumber', 'sku', 'trackingNumber', 'number'];
const VALUES = ['lifecycle', 'deliveryStatus', 'onHand', 'available'];

/** What an item is about, for example `orderStatusChanged N-1: pending → cancelled`. */
export function nameOf(item: IDataObject): string {
	const kind =
		['order', 'product', 'shipment', 'stockLevel', 'rma', 'purchaseOrder'].find((name) => name in item) ?? '';
	const record = item[kind] as IDataObject;
	const key = kind === 'shipment' ? 'trackingNumber' : (KEYS.find((name) => record[name] !== undefined) ?? '');
	const place = record.warehouseId && kind === 'stockLevel' ? `@${String(record.warehouseId)}` : '';
	const change = 'current' in item ? `: ${valueOf(item.previous)} → ${valueOf(item.current)}` : '';
	const id = String(key ? record[key] : String(item.eventId).split(':')[1]);
	return `${String(item.event)} ${id}${place}${change}`;
}

function valueOf(value: unknown): string {
	const known = (value ?? {}) as IDataObject;
	return String(known[VALUES.find((name) => name in known) ?? ''] ?? null);
}
