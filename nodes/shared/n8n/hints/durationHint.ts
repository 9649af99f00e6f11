/** Who waits longer than this wants to know how long it took. */
const LONG_MS = 10_000;

/** What a run that took long says at its end; undefined for a short one. */
export function durationHint(items: number, tookMs: number): string | undefined {
	if (tookMs < LONG_MS) return undefined;
	const count = `${items.toLocaleString('en-US')} ${items === 1 ? 'item' : 'items'}`;
	return (
		`${count} in ${Math.round(tookMs / 1000).toLocaleString('en-US')} s. To see progress while it runs, put Loop ` +
		'Over Items before this node.'
	);
}
