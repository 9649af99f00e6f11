import type { BarResult } from './result';
import type { Bar, Medians } from './row';

export const median = (values: readonly number[]): number => {
	const sorted = [...values].sort((one, other) => one - other);
	const half = sorted.length / 2;
	return ((sorted[Math.ceil(half) - 1] ?? NaN) + (sorted[Math.floor(half)] ?? NaN)) / 2;
};

/** Three digits that matter. */
export const figure = (value: number): string =>
	Number.isFinite(value) ? String(Number(value >= 100 ? value.toFixed(0) : value.toPrecision(3))) : '–';

/** Judges a bar. A figure that is missing does not keep it. */
export const judge = ({ text, value, least, most, unit = '' }: Bar, medians: Medians): BarResult => {
	const measured = value(medians);
	const met = measured >= (least ?? -Infinity) && measured <= (most ?? Infinity);
	const space = unit === '' ? '' : ' ';
	const limit = least === undefined ? `≤ ${most}` : most === undefined ? `≥ ${least}` : `${least} to ${most}`;
	return { text, limit: `${limit}${space}${unit}`, value: Number.isFinite(measured) ? measured : -1, met };
};
