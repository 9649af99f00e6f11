import type { SavedState } from '../../nodes/ExtensivTrigger/state/checkpoint';

/** Where a number is in a saved state. */
export type Path = readonly string[];

/** What may stand where a number was: a state is saved as JSON, edited by hand, or written by another version. `undefined`: the key is gone. */
export const DAMAGES: readonly unknown[] = [
	undefined,
	null,
	-1,
	0,
	1e12,
	1e15,
	1e300,
	1_772_700_000.5,
	'NaN',
	'',
	{},
	[],
];

/** Every number of a state, at any depth. */
export function numbersIn(value: unknown, path: Path = []): Path[] {
	if (typeof value === 'number') return [path];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, part]) => numbersIn(part, [...path, key]));
}

/** The state with something else in place of one of its numbers. */
export function damaged(state: SavedState, path: Path, value: unknown): SavedState {
	const copy = JSON.parse(JSON.stringify(state)) as SavedState;
	let place = copy as unknown as Record<string, unknown>;
	for (const key of path.slice(0, -1)) place = place[key] as Record<string, unknown>;
	place[path.at(-1) ?? ''] = value;
	return JSON.parse(JSON.stringify(copy)) as SavedState;
}
