/** Runs longer than this report how long they took. */
const LONG_MS = 10_000;

/** The closing hint of a long run; undefined for a short one. */
export function durationHint(items: number, tookMs: number): string | undefined {
	if (tookMs < LONG_MS) return undefined;
	const count = `${items.toLocaleString('en-US')} ${items === 1 ? 'item' : 'items'}`;
	return (
		`${count} in ${Math.round(tookMs / 1000).toLocaleString('en-US')} s. To see progress while it runs, put Loop ` +
		'Over Items before this node.'
	);
}
