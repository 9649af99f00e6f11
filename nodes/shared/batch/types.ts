/** An input with its place in the caller's list. */
export interface BatchItem<T> {
	index: number;
	value: T;
}

/** The result for one input; `index` is its place in the caller's list. */
export type ItemResult<T> = { index: number; ok: true; value: T } | { index: number; ok: false; error: Error };
