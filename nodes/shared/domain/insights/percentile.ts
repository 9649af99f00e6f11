/**
 * A percentile by the nearest-rank method: the smallest value that at least so many percent of all values do not
 * exceed. It is always one of the values.
 * @param sorted in ascending order
 * @param percent above 0, at most 100
 * @returns null if there are no values
 */
export function percentile(sorted: readonly number[], percent: number): number | null {
	return sorted[Math.ceil((percent * sorted.length) / 100) - 1] ?? null;
}
