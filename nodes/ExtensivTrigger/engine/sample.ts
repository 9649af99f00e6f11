import { append } from '../../shared/domain/append';
import { requireSupported } from '../../shared/api/ports/requireSupported';
import type { OrderManagerApi } from '../../shared/api/ports';
import type { Changed, ChangeFeed } from '../../shared/api/ports/changes';
import { leaveOut } from '../../shared/api/ports/unreadable';
import { type Emission, type RecordName, type TriggerItem, toItems } from '../../shared/events/emission';
import { DATED_EVENTS } from '../events/registry';
import { labelOf } from '../../shared/events/names';
import type { Settings } from '../settings';
import type { EventName } from '../../shared/events/names';
import { levelId } from '../stock/classifyStock';
import { DAY, HOUR, type Seconds, iso, secondsOf } from '../../shared/events/time';

/** Items per event. */
const SHOWN = 3;
/** How far back to look for records, one span after the other, until some are found. */
const LOOK_BACK: readonly Seconds[] = [HOUR, DAY, 7 * DAY, 30 * DAY, 90 * DAY];
/** Records to read per look. */
const READ = 20;

/**
 * Recent records in the form of events, for *Fetch Test Event*, whether or not anything happened to them. Nothing is
 * remembered.
 */
export async function sample(manager: OrderManagerApi, settings: Settings, now: Seconds): Promise<TriggerItem[]> {
	const emissions: Emission[] = [];
	for (const event of settings.events) append(emissions, await samplesOf(manager, settings, event, now));
	return emissions.flatMap((emission) => toItems(emission, settings));
}

async function samplesOf(
	manager: OrderManagerApi,
	settings: Settings,
	event: EventName,
	now: Seconds,
): Promise<Emission[]> {
	const changes = manager.changes({ pageSize: READ });
	const dated = DATED_EVENTS.find(({ name }) => name === event);
	if (dated) {
		const rows = await latest(requireSupported(dated.feed(changes), labelOf(dated.name)), settings, now, (value) =>
			dated.fits(value, settings.filters),
		);
		const { kind } = dated;
		return rows.map((row) =>
			emission(event, dated.record, row, kind.is === 'transition' ? kind.shown(kind.valueOf(row.value)) : undefined),
		);
	}
	if (event === 'shipmentUpdated') {
		const rows = await latest(
			requireSupported(changes.deliveries, labelOf('shipmentUpdated')),
			settings,
			now,
			() => true,
		);
		return rows.map((row) => emission(event, 'shipment', row, { deliveryStatus: row.value.deliveryStatus }));
	}
	for await (const page of changes.levels(
		{ skus: settings.filters.skus, warehouseId: settings.filters.warehouseId ?? null },
		{ unreadable: leaveOut },
	)) {
		return page.slice(0, SHOWN).map(({ value, raw }) => ({
			event,
			record: 'stockLevel',
			id: levelId(value.sku, value.warehouseId),
			fingerprint: '',
			value,
			raw,
			change: { previous: null, current: { onHand: value.onHand, available: value.available } },
		}));
	}
	return [];
}

const emission = (
	event: EventName,
	record: RecordName,
	{ id, at, createdAt, value, raw }: Changed<unknown>,
	current: unknown,
): Emission => ({
	event,
	record,
	id,
	at: secondsOf(at ?? createdAt),
	fingerprint: '',
	value,
	raw,
	...(current === undefined ? {} : { change: { previous: null, current } }),
});

/** Some of the latest matching records, newest first. */
async function latest<T>(
	feed: ChangeFeed<T>,
	{ filters }: Settings,
	now: Seconds,
	isWanted: (value: T) => boolean,
): Promise<Array<Changed<T>>> {
	for (const back of LOOK_BACK) {
		const longest = (feed.longestDays ?? Infinity) * DAY;
		const to = back > longest ? now - back + longest : now;
		const found: Array<Changed<T>> = [];
		for await (const page of feed.read({ from: iso(now - back), to: iso(to) }, filters)) {
			append(
				found,
				page.filter(({ value, unreadable }) => !unreadable && isWanted(value)),
			);
			break;
		}
		if (found.length > 0)
			return found.sort((one, other) => ((other.at ?? '') < (one.at ?? '') ? -1 : 1)).slice(0, SHOWN);
	}
	return [];
}
