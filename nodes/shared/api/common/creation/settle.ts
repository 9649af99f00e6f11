/** How long to look for an order by default. */
export const DEFAULT_SETTLE_MS = 30_000;
const FIRST_WAIT_MS = 1_000;
/** The share of a short settle time used by the first of five waits, each twice as long as the one before. */
const FIRST_SHARE = 30;

/**
 * The waits between the look-ups of a settle time: short ones first, because most orders appear soon. Together they
 * last as long as the settle time.
 */
export function settleWaits(settleMs: number): number[] {
	const waits: number[] = [];
	let next = Math.max(1, Math.min(FIRST_WAIT_MS, settleMs / FIRST_SHARE));
	for (let left = settleMs; left > 0; next *= 2) {
		const wait = Math.min(next, left);
		waits.push(wait);
		left -= wait;
	}
	return waits;
}
