import { InputError } from '../../domain/inputError';
import { InputProblem } from '../../domain/inputProblem';
import { itemsText } from '../../domain/itemNumbers';
import { ApiError, type ApiErrorKind, isIndeterminate } from '../../http/errors/apiError';

/** The fate of an item in a run that ended with an error. */
export type Fate = 'done' | 'unknown' | 'refused' | 'notDone' | 'notSent';

const WORDS: Record<Fate, string> = {
	done: 'done',
	unknown: 'may or may not be done',
	refused: 'refused',
	notDone: 'not done',
	notSent: 'not sent',
};

/** Failures caused by the item's own content. */
const REFUSALS: readonly ApiErrorKind[] = ['refused', 'rowRefused', 'notFound', 'forbidden', 'unsupported'];

/**
 * The fate of an item from its error.
 * @param hasWritten whether the run changed something, or may have: an error that does not state its effect may hide a
 *   change
 */
export function fateOf(error: unknown, hasWritten: boolean): Fate {
	if (error instanceof InputError || error instanceof InputProblem) return 'refused';
	const open: Fate = hasWritten ? 'unknown' : 'notSent';
	if (!(error instanceof ApiError)) return open;
	const { kind, effect } = error.facts;
	if (isIndeterminate(error) || effect === 'unknown') return 'unknown';
	if (effect === 'notSent') return 'notSent';
	if (REFUSALS.includes(kind)) return 'refused';
	return effect === 'none' ? 'notDone' : open;
}

/** Accounts for every item, one line per fate: `Items 1–200: done.` Items are counted from 1. */
export function accountFor(fates: readonly Fate[]): string[] {
	const byFate = new Map<Fate, number[]>();
	fates.forEach((fate, item) => {
		const items = byFate.get(fate);
		if (items) items.push(item);
		else byFate.set(fate, [item]);
	});
	return [...byFate].map(([fate, items]) => `${itemsText(items)}: ${WORDS[fate]}.`);
}
