import { KINDS } from './sizes';
import type { Run } from './start';
import type { Summary } from './summary';

const whole = (value: number): string => Math.round(value).toLocaleString('en-US');
const tenths = (value: number): string => value.toFixed(1);
const NAMES = { orders: 'orders in', levels: 'stock updates', shipments: 'shipments out', reading: 'shipments read' };

/** Columns aligned to the right, but for the first. */
function table(rows: string[][]): string {
	const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
	return rows
		.map((row) => row.map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0))))
		.map((row) => `  ${row.join('   ')}`)
		.join('\n');
}

const kinds = ({ kinds: figures }: Summary): string =>
	table([
		[
			'',
			'rows',
			'rows/s',
			'executions',
			'repeated',
			'p50 s',
			'p95 s',
			'p99 s',
			'failed',
			'unknown',
			'of these done',
			'failed, yet done',
		],
		...KINDS.map((kind) => {
			const one = figures[kind];
			return [
				NAMES[kind],
				...[one.rows, one.rowsPerSecond, one.executions, one.repeated].map(whole),
				...[one.p50, one.p95, one.p99].map(tenths),
				...[one.failed, one.unknown, one.unknownDone, one.failedButDone].map(whole),
			];
		}),
	]);

const calls = ({ calls: byEndpoint, allCalls }: Summary): string =>
	table([
		['', 'calls', 'fewest', 'met trouble', 'p50 ms', 'p95 ms', 'p99 ms'],
		...[...Object.entries(byEndpoint), ['all', allCalls] as const].map(([name, one]) => [
			name,
			whole(one.calls),
			one.fewest === undefined ? '' : whole(one.fewest),
			...[one.struck, one.p50, one.p95, one.p99].map(whole),
		]),
	]);

const counts = (of: Record<string, number>): string =>
	Object.entries(of)
		.map(([name, count]) => `${name} ${whole(count)}`)
		.join(', ') || 'none';

/** The report for people. */
export const report = ({ summary, machine, memory }: Run): string =>
	[
		`${whole(summary.seconds)} s, ${whole(summary.rowsPerSecond)} rows a second; seed ${summary.settings.seed}; ` +
			`n8n-core ${machine.n8nCore}, Node.js ${machine.node}, ${machine.cores} cores`,
		'',
		kinds(summary),
		'',
		calls(summary),
		'',
		`  trouble: ${counts(summary.trouble)}`,
		`  write calls beyond the fewest: ${whole(summary.retriedWrites)}`,
		`  peak memory: n8n ${memory.n8nMb === null ? 'unknown' : `${whole(memory.n8nMb)} MB`}, ` +
			`sandbox and driver ${whole(memory.driverMb)} MB`,
		'',
		...(summary.differences.length === 0
			? ['The books are equal: every order once, every level as it was last sent, every shipment out once.']
			: ['THE BOOKS DIFFER:', ...summary.differences.map((one) => `  - ${one}`)]),
	].join('\n');
