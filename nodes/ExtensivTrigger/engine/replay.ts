import { SHIPMENT_UPDATED, forgetDeliveries } from './deliveryStream';
import { forgetDated } from './forgetDated';
import { type PollTime, slackOf } from './pollClock';
import type { Settings } from '../settings';
import type { FoundState } from '../state/checkpoint';
import { STOCK_STREAM, forgetStock } from '../state/stockState';
import { iso } from '../../shared/events/time';

/** A state from before the last items, and the notice about it. */
export interface Earlier {
	found: FoundState;
	notice: string;
	/** Whether it is recent enough depends on a clock that the service has not confirmed. */
	isDoubtful: boolean;
}

/**
 * Forgets that the last items were sent if n8n restarted soon afterwards and may not have received them. Their records
 * are emitted again in their present form, changed or not, because it is not known what the workflow received.
 * @returns undefined if there is nothing to replay
 */
export function replayAfterRestart(found: FoundState, settings: Settings, time: PollTime): Earlier | undefined {
	const { repeatWithin } = settings;
	const { lastEmitted, savedAt, streams } = found;
	if (!lastEmitted || repeatWithin === 0) return undefined;
	// A damaged time may have been a moment ago.
	const since = savedAt === undefined ? 0 : time.started - savedAt;
	if (since > repeatWithin + (time.confirmed ? 0 : slackOf(time))) return undefined;
	const begins = settings.stock.firstRun === 'everything';
	const earlier = Object.entries(lastEmitted).map(([name, last]) => [
		name,
		forgotten(name, streams[name], last, begins),
	]);
	const at = savedAt === undefined ? '' : ` at ${iso(savedAt)}`;
	const notice =
		`n8n restarted after items were sent${at}. ` + 'They are sent again, in case n8n stopped before it received them.';
	return {
		found: { ...found, streams: { ...streams, ...Object.fromEntries(earlier) }, lastEmitted: undefined },
		notice,
		isDoubtful: since > repeatWithin,
	};
}

/** @param emitsAtFirst whether a first look at the levels emits them */
function forgotten(name: string, part: unknown, last: unknown, emitsAtFirst: boolean): unknown {
	// Without an earlier state, the levels get a first look again; otherwise the earlier state is damaged.
	if (name === STOCK_STREAM) return last !== null ? forgetStock(part, last) : emitsAtFirst ? undefined : null;
	return name === SHIPMENT_UPDATED ? forgetDeliveries(part, last) : forgetDated(part, last);
}
