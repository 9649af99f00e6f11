/** How many separate ranges of item numbers a text lists. */
const LISTED = 100;

/** `Item 7`, `Items 1–200`, `Items 1–4, 8 and 10`; the given numbers count from 0, those in the text from 1. */
export function itemsText(items: readonly number[], most = LISTED): string {
	const runs: Array<{ first: number; last: number }> = [];
	for (const item of items) {
		const run = runs.at(-1);
		if (run && item === run.last + 1) run.last = item;
		else runs.push({ first: item, last: item });
	}
	const shown = runs.slice(0, most);
	const texts = shown.map(({ first, last }) => (first === last ? `${first + 1}` : `${first + 1}–${last + 1}`));
	const listed = shown.reduce((count, { first, last }) => count + last - first + 1, 0);
	if (listed < items.length) texts.push(`${items.length - listed} more`);
	const end = texts.pop() ?? '';
	return `Item${items.length === 1 ? '' : 's'} ${texts.length > 0 ? `${texts.join(', ')} and ${end}` : end}`;
}

/** A message about some items of a run, with their numbers unless the run has only one item. */
export const aboutItems = (items: readonly number[], message: string, total: number): string =>
	total > 1 ? `${itemsText(items, NAMED)}: ${message}` : message;

/** How many separate ranges of item numbers a message begins with. */
const NAMED = 3;
