import { Failure } from './context';
import { NodeOperationError } from 'n8n-workflow';
import { aboutItems } from '../../domain/itemNumbers';
import { shorten } from '../../domain/values/shorten';
import { isIndeterminate } from '../../http/errors/apiError';
import { abortsRun } from '../../http/errors/apiError';
import { describeError, toNodeError } from '../errors/errors';
import { accountFor, type Fate, fateOf } from './itemFates';
import type { Run } from './context';

/** How many failures a message lists; the rest is a number. */
const LISTED = 10;
/** Total length of the failures that a description lists, and the least for each of them. */
const ROOM = 900;
const LEAST = 60;
const GO_ON =
	"To let the other items continue, set “On Error” in the node's settings to “Continue (using error output)”.";

/**
 * One error for a run that stops: the first failure in full, the others as a list, and the fate of every item if the
 * run changes something.
 */
export function summary(run: Run, failures: Failure[], rest: string, isWrite: boolean): Error {
	const { context, connected } = run;
	const inDoubt = failures.filter(({ error }) => isIndeterminate(error));
	const [first] = [...inDoubt, ...failures];
	if (!first) return new NodeOperationError(context.getNode(), 'The run stopped.');
	const total = context.getInputData().length;
	const hasWritten = connected.hasWritten();
	const every = fatesOf(failures, total, hasWritten);
	const fates = isWrite && total > 1 ? accountFor(every) : [];
	const areRefused = !isWrite || failures.every(({ error }) => fateOf(error, hasWritten) === 'refused');
	if (abortsRun(first.error)) {
		// The failure concerns the whole run, so naming one item would mislead.
		const whole = describeError(first.error, '', connected.secrets);
		const doubtful = every.filter((fate) => fate === 'unknown').length;
		const undone = sumUp(every.filter((fate) => fate !== 'unknown' && fate !== 'done').length, total, 'were not done');
		const unknown = sumUp(doubtful, total, 'may or may not be done');
		return toNodeError(context.getNode(), first.error, {
			...whole,
			message: sentences(whole.message, ...(total > 1 ? [unknown, undone] : []), rest),
			remedy: lines(whole.remedy, ...fates),
		});
	}
	const report = describeError(first.error, first.subject, connected.secrets);
	if (failures.length === 1) {
		const single = {
			...report,
			message: sentences(aboutItems(first.items, report.message, total), rest),
			remedy: lines(report.remedy, ...fates),
		};
		return toNodeError(context.getNode(), first.error, single, first.items[0]);
	}
	const more = failures.length > LISTED ? [`… and ${failures.length - LISTED} more.`] : [];
	const other = [report.remedy, ...more, ...fates, GO_ON];
	const listed = failures
		.slice(0, LISTED)
		.map(({ error, subject, items }) =>
			aboutItems(items, describeError(error, subject, connected.secrets).message, total),
		);
	const many = {
		...report,
		message: sentences(
			`${itemCount(failures)} of ${total} items ${areRefused ? 'were refused' : 'failed'}.`,
			rest,
			`The first is ${lowerFirst(aboutItems(first.items, report.message, total))}`,
		),
		remedy: lines(report.remedy, ...fitted(listed, ROOM - other.join('\n').length), ...more, ...fates, GO_ON),
	};
	return toNodeError(context.getNode(), first.error, many, first.items[0]);
}

/** Cuts texts so that they fit together. */
const fitted = (texts: readonly string[], room: number): string[] =>
	texts.map((text) => shorten(text, Math.max(LEAST, Math.floor(room / texts.length))));

const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

/** The fate of each item: done, unless it failed. */
function fatesOf(failures: Failure[], total: number, hasWritten: boolean): Fate[] {
	const fates = new Array<Fate>(total).fill('done');
	for (const { items, error } of failures) for (const item of items) fates[item] = fateOf(error, hasWritten);
	return fates;
}

const sumUp = (count: number, total: number, what: string): string =>
	count > 0 ? `${count} of ${total} items ${what}.` : '';

const itemCount = (failures: Failure[]): number => failures.reduce((count, { items }) => count + items.length, 0);
const sentences = (...texts: string[]): string => texts.filter(Boolean).join(' ');
const lines = (...texts: string[]): string => texts.filter(Boolean).join('\n');
