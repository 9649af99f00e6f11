import { likeness, wordsOf } from '../../domain/values/likeness';
import type { Column } from './column';

/** Shorter words occur in too many names to help. */
const SHORTEST = 4;

/**
 * Suggests the label of the column that an unknown name may mean: the one that shares the most words with it or is
 * spelled almost the same.
 */
export function nearName(name: string, columns: ReadonlyArray<Pick<Column, 'id' | 'label'>>): string | undefined {
	const names = wordsOf(name);
	const scored = columns.map(({ label }) => ({ label, score: likeness(names, wordsOf(label), SHORTEST) }));
	const [best] = scored.filter(({ score }) => score >= 0.5).sort((one, other) => other.score - one.score);
	return best?.label;
}
