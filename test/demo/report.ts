import { countRequests, type OrderRun } from './orderRun';

/** The line for programs. */
export const jsonLine = (number: number, contract: string, orders: number, run: OrderRun): string =>
	JSON.stringify({
		run: number,
		contract,
		orders,
		created: run.created.length,
		existing: run.existing.length,
		failed: run.refused.length,
		requests: countRequests(run),
		seconds: Number(run.seconds.toFixed(3)),
	});

const row = (label: string, value: string | number): string => `  ${label.padEnd(25)} ${value}`;

/** Refusals that are listed; the rest is a number. */
const LISTED = 25;

const notes = ({ notes: all }: OrderRun): string[] => {
	const [first] = all;
	return first ? [row('rows put together', `${all.size} (${first[0]}: ${first[1]})`)] : [];
};

/** The table for people. */
export const table = (number: number, contract: string, orders: number, run: OrderRun): string =>
	[
		`Run ${number}, ${contract} contract`,
		row('orders in the files', orders),
		row('orders created', run.created.length),
		...(run.unresolved.length > 0
			? [row('  of these to look at', `${run.unresolved.length} (${run.unresolved.slice(0, 5).join(', ')})`)]
			: []),
		row('orders existing', run.existing.length),
		row('orders refused', run.refused.length),
		...run.refused
			.slice(0, LISTED)
			.map(({ orderNumber, reason }) => row(`  ${orderNumber}`, reason.replace(/\s+/g, ' '))),
		...(run.refused.length > LISTED
			? [row('  …', `and ${run.refused.length - LISTED} more, all named in the step “One row per order”`)]
			: []),
		...notes(run),
		row('stock levels read back', run.stockRows),
		row('requests to Extensiv', countRequests(run)),
		row('seconds', `${run.seconds.toFixed(1)} (creating orders ${run.createSeconds.toFixed(1)})`),
	].join('\n');

/** The warning nobody can miss. */
export const alarm = (differences: string[]): string =>
	[
		'',
		'!'.repeat(78),
		'n8n and the books of the sandbox DIFFER:',
		...differences.map((one) => `  - ${one}`),
		'!'.repeat(78),
		'',
	].join('\n');
