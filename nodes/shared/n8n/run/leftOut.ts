import type { UnreadableRecord } from '../../api/ports/unreadable';
import { shorten } from '../../domain/values/shorten';
import { describeError } from '../errors/errors';
import { showHint } from '../hints/hint';
import type { Run } from './context';

/** Records that a hint names; the rest is a number. */
const NAMED = 3;
/** Characters per name. */
const EACH = 250;

/** Reports once per run which records are missing. */
export function hintAtLeftOut(
	{ context, connected }: Run,
	records: readonly UnreadableRecord[],
	remedy = AS_FAILED_ITEMS,
): void {
	if (records.length === 0) return;
	const named = records
		.slice(0, NAMED)
		.map((record) => shorten(describeError(record, '', connected.secrets).message, EACH));
	const more = records.length > NAMED ? [`${records.length - NAMED} more cannot be read either.`] : [];
	const left =
		records.length === 1
			? 'One record cannot be read and was left out.'
			: `${records.length} records cannot be read and were left out.`;
	showHint(context, [left, ...named, ...more, remedy].join(' '));
}

const AS_FAILED_ITEMS =
	"To get them as failed items, set “On Error” in the node's settings to “Continue (using error output)”.";
