import { Big } from '../../vendor/big';

/** Decimal places of percentages. */
const PLACES = 1;

/**
 * A part in percent of the whole, to one decimal; null if there is no whole. Only everything is 100, and only nothing
 * is 0: 9,999 of 10,000 are 99.9 percent.
 */
export function percentOf(part: number, whole: number): number | null {
	if (whole === 0) return null;
	const percent = new Big(part).times(100).div(whole);
	const rounded = Number(percent.round(PLACES, Big.roundHalfUp).toString());
	const step = 10 ** -PLACES;
	if (rounded === 100 && part !== whole) return 100 - step;
	return rounded === 0 && part > 0 ? step : rounded;
}
