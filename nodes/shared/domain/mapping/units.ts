import { Big } from '../../vendor/big';
import { cleanText } from '../values/text';
import { type Directory, type Target, directoryOf } from './target';

/** What units measure. The account counts pieces, and measures weights in ounces and lengths in inches. */
export type UnitKind = 'pieces' | 'weight' | 'length';
export const OWN_UNITS: Record<UnitKind, string> = { pieces: 'pieces', weight: 'oz', length: 'in' };

interface Unit {
	/** Its usual sign. */
	unit: string;
	kind: UnitKind;
	/** How many grams, millimeters or pieces it is; exact by definition. */
	size: string;
	/** Words of ERPs, and the codes of UN/ECE Recommendation 20. */
	names: readonly string[];
}

/** How many grams or millimeters the account's own units are. */
const OWN_SIZE: Record<UnitKind, string> = { pieces: '1', weight: '28.349523125', length: '25.4' };

const rows = (kind: UnitKind, table: string): Unit[] =>
	table
		.trim()
		.split('\n')
		.map((line) => {
			const [unit = '', size = '', ...names] = line.trim().split(/\s+/);
			return { unit, kind, size, names };
		});

const UNITS: readonly Unit[] = [
	...rows(
		'pieces',
		`pieces 1 piece pc pcs pce ea each unit units un item items stk stck stück c62 h87
		pair 2 pairs pr
		dozen 12 dozens doz dz dzn
		gross 144 gro grs
		hundred 100 cen
		thousand 1000`,
	),
	...rows(
		'weight',
		`mg 0.001 milligram milligrams mgm
		g 1 gram grams grm gramm
		kg 1000 kilogram kilograms kilo kilos kgm
		t 1000000 tonne tonnes tne
		oz 28.349523125 ounce ounces onz
		lb 453.59237 lbs pound pounds lbr`,
	),
	...rows(
		'length',
		`mm 1 millimeter millimeters millimetre millimetres mmt
		cm 10 centimeter centimeters centimetre centimetres cmt
		m 1000 meter meters metre metres mtr
		in 25.4 inch inches inh
		ft 304.8 foot feet fot
		yd 914.4 yard yards yrd`,
	),
];

/** Decimal places of converted quantities: more are noise of the division. */
const PLACES = 6;

/**
 * Compares units without regard to case and a dot at the end. Marks and spaces inside count: `kg/m` and `kg m` are no
 * kilograms.
 */
export const foldUnit = (text: string): string => cleanText(text).normalize('NFKC').toLowerCase().replace(/\.$/, '');

/** The units that the package knows. Words with several meanings, such as `ton`, are not among them. */
export const unitDirectory = (): Directory =>
	directoryOf(
		UNITS.map(
			({ unit, kind, names }): Target => ({
				id: unit,
				value: OWN_UNITS[kind],
				keys: { unit: [unit], name: names },
				active: null,
				details: { unit: OWN_UNITS[kind], kind, erpUnit: unit },
			}),
		),
		{ fold: foldUnit },
	);

/** How many of the account's unit one of the ERP's unit is. @param unit the sign of the ERP's unit */
function sizeOf(unit: string): { size: Big; kind: UnitKind } {
	const found = UNITS.find((one) => one.unit === unit);
	return { size: new Big(found?.size ?? 1), kind: found?.kind ?? 'pieces' };
}

/** A quantity in the ERP's unit as a quantity in the account's unit of its kind. */
export function toOwnUnit(quantity: number, unit: string): number {
	const { size, kind } = sizeOf(unit);
	return rounded(new Big(quantity).times(size).div(OWN_SIZE[kind]));
}

/** The other way around. */
export function fromOwnUnit(quantity: number, unit: string): number {
	const { size, kind } = sizeOf(unit);
	return rounded(new Big(quantity).times(OWN_SIZE[kind]).div(size));
}

const rounded = (quantity: Big): number => Number(quantity.round(PLACES, Big.roundHalfUp).toString());
