export const median = (values: readonly number[]): number => {
	const sorted = [...values].sort((one, other) => one - other);
	const half = sorted.length / 2;
	return ((sorted[Math.ceil(half) - 1] ?? NaN) + (sorted[Math.floor(half)] ?? NaN)) / 2;
};

/** Three digits that matter. */
export const figure = (value: number): string =>
	Number.isFinite(value) ? String(Number(value >= 100 ? value.toFixed(0) : value.toPrecision(3))) : '–';
