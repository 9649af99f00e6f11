import type { IDataObject } from 'n8n-workflow';
import type { EngineItem, RunResult } from '../engine';
import type { Books } from './books';
import type { CallLog } from './callLog';
import type { Workflows } from './executions';
import type { Kind } from './sizes';
import { type Execution, countFailures } from './tally';

/** After so many starts, and one for each call of an outage, a row counts as never done. */
const MOST_STARTS = 10;

/** Rows of a kind that are done, or were read. */
export type Progress = Record<Kind, number>;

/** Starts executions, and starts what failed again, as a user would. */
export class Starts {
	readonly executions: Execution[] = [];
	readonly progress: Progress = { orders: 0, levels: 0, shipments: 0, reading: 0 };

	constructor(
		private readonly workflows: Workflows,
		private readonly books: Books,
		private readonly calls: CallLog,
		/** Calls of the outage. */
		private readonly outage: number,
		private readonly onProgress: (progress: Progress) => void,
	) {}

	/** Starts executions until every item is done. @returns the items that came out of all of them */
	async finish<Item extends IDataObject>(kind: Kind, all: Item[]): Promise<EngineItem[]> {
		const made: EngineItem[] = [];
		// What an earlier start has done, whatever the node said of it.
		const before = new Set<Item>();
		const most = MOST_STARTS + this.outage;
		let open = all;
		for (let round = 0; open.length > 0 && round < most; round++) {
			const begun = performance.now();
			const result = await this.workflows.run(kind, open);
			const ended = performance.now();
			const failed = failedRows(kind, result, open);
			const isDone = failed.size > 0 ? this.books.effectOf(kind) : () => false;
			const failures = [...failed].map(([item, error]) => ({ error, isDone: !before.has(item) && isDone(item) }));
			this.executions.push({ kind, round, rows: open.length, begun, ended, ...countFailures(failures) });
			// A read that fails gives the rows before the failure; the next start reads them again.
			const whole = result.items.filter((item) => !failed.has(open[indexOf(item)] as Item));
			this.progress[kind] += kind === 'reading' ? whole.length : open.length - failed.size;
			this.calls.collect();
			this.onProgress(this.progress);
			made.push(...whole);
			open = [...failed.keys()];
			for (const item of open) if (isDone(item)) before.add(item);
		}
		const last = this.executions.at(-1)?.error;
		if (open.length > 0) this.books.note(`Rows of ${kind} that failed ${most} times: ${open.length} (${last})`);
		return made;
	}
}

/** The items that failed, with their errors: all after an error of the node, and those of a write on no output. */
function failedRows<Item>(
	kind: Kind,
	{ items, errorItems, error, status }: RunResult,
	all: readonly Item[],
): Map<Item, string> {
	if (status !== 'success') return new Map(all.map((item) => [item, `${status}: ${error?.message ?? ''}`]));
	const done = new Set(items.map(indexOf));
	const errors = new Map(errorItems.map((item) => [indexOf(item), String(item.json.error)]));
	const open = all.map((item, at) => [item, errors.get(at) ?? LEFT_OUT, errors.has(at) || !done.has(at)] as const);
	return new Map(
		open.flatMap(([item, said, isOpen]) => (isOpen && (kind !== 'reading' || said !== LEFT_OUT) ? [[item, said]] : [])),
	);
}

const LEFT_OUT = 'The node left this item out.';

const indexOf = ({ pairedItem }: EngineItem): number =>
	typeof pairedItem === 'object' && !Array.isArray(pairedItem) ? pairedItem.item : NaN;
