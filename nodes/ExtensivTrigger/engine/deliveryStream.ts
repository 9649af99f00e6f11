import { labelOf } from '../../shared/events/names';
import type { Changed, ChangeFeed } from '../../shared/api/ports/changes';
import type { UnreadableRecord } from '../../shared/api/ports/unreadable';
import type { Shipment } from '../../shared/domain/shipping/shipment';
import * as z from '../../shared/vendor/zod';
import type { Emission } from '../../shared/events/emission';
import { passes } from '../events/dated';
import { fingerprintOf } from '../../shared/domain/fingerprint';
import { LastValues } from '../state/lastValues';
import { slackOf } from './pollClock';
import type { StreamResult, PollRun } from './stream';
import type { FilterName } from '../settings';
import { startPoint } from '../state/checkpoint';
import { DAY, HOUR, type Seconds, secondsOf } from '../../shared/events/time';
import { readSlices } from './readSlices';
import { noticesOf } from './unreadable';
import { ConsistentReader } from './consistentRead';

export const SHIPMENT_UPDATED = 'shipmentUpdated';
export const SHIPMENT_UPDATED_FILTERS: readonly FilterName[] = ['salesChannelId', 'warehouseId'];
const LABEL = labelOf('shipmentUpdated');

/** The statuses of a new shipment: for one that was not seen before, they are not news. */
const AT_FIRST = [null, 'UNKNOWN', 'IN_TRANSIT'];
/** How far this machine's clock may be ahead when the event begins at a service that reports no time. */
const UNCONFIRMED_BEGIN: Seconds = 2 * HOUR;
/** Shipments are remembered a little longer than they are watched. */
const MARGIN: Seconds = DAY;

const number = z.number().int().nonnegative();
const deliveryState = z.object({
	/** Shipments created later are news even if they were not seen before. */
	since: number,
	/** The position of the round; a round with a damaged position restarts. */
	at: number.catch(0),
	width: number.nullish().catch(undefined),
	/**
	 * Counts the polls that emitted something, so that a poll repeated from the same state has the same number. Undefined
	 * if damaged.
	 */
	round: number.optional().catch(undefined),
	known: z.string(),
});
type DeliveryState = z.Infer<typeof deliveryState> & { round: number };

const deliveriesEmitted = z.object({ ids: z.array(z.string()), at: number.catch(0) });
/** The emitted shipments, and the round's position before them. */
type DeliveriesEmitted = z.Infer<typeof deliveriesEmitted>;

/** Replaces a status that the workflow may or may not have received: it differs from all others. */
const UNSURE = '?';

/** The state as if the emitted statuses had never been seen. */
export function forgetDeliveries(part: unknown, lastEmitted: unknown): unknown {
	const [now, last] = [deliveryState.safeParse(part), deliveriesEmitted.safeParse(lastEmitted)];
	if (!now.success || !last.success) return part;
	const known = new LastValues(now.data.known);
	for (const id of last.data.ids) known.doubt(id, UNSURE);
	return { ...now.data, at: last.data.at, width: undefined, known: known.save() } satisfies z.Infer<
		typeof deliveryState
	>;
}

/**
 * Polls the delivery status of shipments. The service neither dates these changes nor filters by them, so the trigger
 * rereads the shipments of the last days in rounds, up to a week per poll, and compares each with its last status.
 */
export async function runDelivery(run: PollRun, feed: ChangeFeed<Shipment>): Promise<StreamResult> {
	const { settings, started, clock } = run;
	const oldest = started - settings.watchDays * DAY;
	const to = started - settings.settleDelay;
	const { part, notices, begins, isFirst } = resumed(run, started, oldest);
	const known = new LastValues(part.known);
	const emissions: Emission[] = [];
	const from = Math.max(part.at <= to ? part.at : 0, oldest);
	const limits = {
		bound: settings.bound,
		enough: settings.bound,
		before: from,
		spent: begins ? run.spent : () => true,
	};
	const read = await readSlices(
		feed,
		new ConsistentReader(feed, {
			narrowing: settings.filters,
			clock,
			late: settings.settleDelay + settings.lookbackWindow,
		}),
		{ from, to },
		part.width ?? undefined,
		limits,
	);
	const since = isFirst && settings.start.from === 'now' ? beginning(run) : part.since;
	const unreadable: UnreadableRecord[] = [];
	for (const row of read.rows) {
		if (row.unreadable) {
			if (isNew(row, known, started)) unreadable.push(row.unreadable);
			continue;
		}
		const emission = classify(row, { ...part, since }, known);
		if (emission && passes(settings.filters.warehouseId, row.value.warehouseId)) emissions.push(emission);
	}
	known.forgetBefore(oldest - MARGIN);
	const done = read.reached >= to;
	const round = part.round + (emissions.length > 0 ? 1 : 0);
	const next: DeliveryState = {
		...part,
		since,
		round,
		at: done ? oldest : Math.max(oldest, read.reached - 1),
		width: read.step,
		known: known.save(),
	};
	const lastEmitted: DeliveriesEmitted = { ids: emissions.map(({ id }) => id), at: part.at };
	return {
		state: next,
		...(emissions.length > 0 && { lastEmitted }),
		emissions,
		notices: [...notices, ...noticesOf(LABEL, unreadable)],
	};
}

/**
 * Whether an unreadable shipment is new in this form. It is remembered by its content: once corrected, it is compared
 * with its last status.
 */
function isNew({ raw, createdAt }: Changed<Shipment>, known: LastValues, started: Seconds): boolean {
	const key = `?${fingerprintOf(raw)}`;
	const before = known.get(key);
	known.put(key, secondsOf(createdAt) ?? started, '');
	return before === undefined;
}

function classify(
	{ id, value, raw, createdAt }: Changed<Shipment>,
	{ since, round }: DeliveryState,
	known: LastValues,
): Emission | undefined {
	const current = value.deliveryStatus;
	const previous = known.get(id);
	const created = secondsOf(createdAt) ?? 0;
	known.put(id, created, current ?? '');
	if (previous === undefined ? created <= since || AT_FIRST.includes(current) : previous === (current ?? ''))
		return undefined;
	const change = {
		previous: previous === undefined || previous === UNSURE ? null : { deliveryStatus: previous || null },
		current: { deliveryStatus: current },
	};
	return {
		event: SHIPMENT_UPDATED,
		record: 'shipment',
		id,
		fingerprint: `${round}:${current ?? ''}`,
		value,
		raw,
		change,
	};
}

/** The present, by the service's clock as the first responses show it. */
const beginning = ({ clock: { time } }: PollRun): Seconds => time.started - (time.confirmed ? 0 : UNCONFIRMED_BEGIN);

function resumed(
	{ found, settings, time }: PollRun,
	started: Seconds,
	oldest: Seconds,
): { part: DeliveryState; notices: string[]; begins: boolean; isFirst?: true } {
	const start = startPoint(settings.start, started);
	const fresh: DeliveryState = { since: start === 'now' ? started : start, at: oldest, round: 0, known: '' };
	const raw = found.streams[SHIPMENT_UPDATED];
	if (raw === undefined && !found.damaged) return { part: fresh, notices: [], begins: true, isFirst: true };
	const read = deliveryState.safeParse(raw);
	const latest = Math.max(time.latest + slackOf(time), fresh.since);
	if (!read.success || read.data.since > latest) {
		const notice =
			`${LABEL}: the saved shipment statuses cannot be read. Every shipment of the last ${settings.watchDays} ` +
			'days that is no longer in transit counts as updated.';
		// Earlier emissions had lower numbers.
		return { part: { ...fresh, since: oldest, round: started }, notices: [notice], begins: true };
	}
	return { part: { ...read.data, round: read.data.round ?? started }, notices: [], begins: false };
}
