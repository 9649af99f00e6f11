import { SHIPMENT_UPDATED, forgetDeliveries } from './deliveryStream';
import { forgetDated } from './forgetDated';
import { type PollTime, slackOf } from './pollClock';
import type { Settings } from '../settings';
import type { FoundState } from '../state/checkpoint';
import { STOCK_STREAM, forgetStock } from '../state/stockState';
import { iso } from '../../shared/events/time';

/** A state from before the last items, and the notice that says so. */
export interface Earlier {
	found: FoundState;
	notice: string;
	/** Whether it was so long ago hangs on a clock that the service has not confirmed. */
	isDoubtful: boolean;
}

/**
 * Forgets that the last items were sent, when it is not known whether n8n has them: it restarted since, and not long
 * after. Their records are emitted once more as they are by now, whatever it was: neither is known what the workflow
 * has got.
 * @returns undefined when there is nothing to go back for
 */
export function replayAfterRestart(found: FoundState, settings: Settings, time: PollTime): Earlier | undefined {
	const { repeatWithin } = settings;
	const { lastEmitted, savedAt, streams } = found;
	if (!lastEmitted || repeatWithin === 0) return undefined;
	// A time that is damaged may have been that of a moment ago.
	const since = savedAt === undefined ? 0 : time.started - savedAt;
	if (since > repeatWithin + (time.confirmed ? 0 : slackOf(time))) return undefined;
	const begins = settings.stock.firstRun === 'everything';
	const earlier = Object.entries(lastEmitted).map(([name, last]) => [
		name,
		forgotten(name, streams[name], last, begins),
	]);
	const at = savedAt === undefined ? '' : ` at ${iso(savedAt)}`;
	const notice =
		`n8n restarted after items were sent${at}. ` + 'They are sent once more, in case n8n stopped before it had them.';
	return {
		found: { ...found, streams: { ...streams, ...Object.fromEntries(earlier) }, lastEmitted: undefined },
		notice,
		isDoubtful: since > repeatWithin,
	};
}

/** @param emitsAtFirst a first look at the levels tells of them */
function forgotten(name: string, part: unknown, last: unknown, emitsAtFirst: boolean): unknown {
	// There was nothing before: the levels are looked at for the first time again. Else there was something, and it is
	// damaged.
	if (name === STOCK_STREAM) return last !== null ? forgetStock(part, last) : emitsAtFirst ? undefined : null;
	return name === SHIPMENT_UPDATED ? forgetDeliveries(part, last) : forgetDated(part, last);
}
