/** The middle of some values, or the mean of the two in the middle; null if there are none. */
export function median(values: readonly number[]): number | null {
	const sorted = [...values].sort((one, other) => one - other);
	const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
	return low === undefined || high === undefined ? null : (low + high) / 2;
}
