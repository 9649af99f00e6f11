import { CARRIER_CODES } from './carrierCodes';
import { InputError } from '../inputError';
import { ownValue } from '../ownValue';
import { excerpt } from '../values/text';

/** The lists about carriers. */
export const CARRIER_KINDS = ['carrier', 'service', 'packageType', 'provider'] as const;
export type CarrierKind = (typeof CARRIER_KINDS)[number];

/** One row of such a list. */
export interface CarrierEntry {
	kind: CarrierKind;
	id: string;
	name: string;
	/** The service's code of the row, for example `GROUND`. */
	code: string | null;
	/** Code of its carrier. */
	carrier: string | null;
	active: boolean | null;
	international: boolean | null;
}

/** Code words whose spelling is irregular. */
const SPELLINGS: Record<string, string> = {
	FEDEX: 'FedEx',
	USPS: 'USPS',
	AMZL: 'AMZL',
	AMZN: 'AMZN',
	ASDA: 'ASDA',
	MYHERMES: 'MyHermes',
};

/** A carrier's readable name: `CANADA_POST` → Canada Post, `DHL_EXPRESS` → DHL Express. */
export const carrierName = (code: string): string =>
	code
		.replace(/^FED_EX(?=_|$)/, 'FEDEX')
		.split('_')
		.filter((word) => word !== '')
		.map(
			(word) =>
				ownValue(SPELLINGS, word) ?? (word.length <= 3 ? word : `${word.charAt(0)}${word.slice(1).toLowerCase()}`),
		)
		.join(' ');

const plain = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');
const BY_TEXT = new Map(CARRIER_CODES.map((code) => [plain(code), code]));

/**
 * The code of a carrier in any spelling (`ups`, `FedEx`, `Canada Post`). An unknown one is passed on as given: the
 * service may know it by now.
 */
export const carrierCode = (text: string): string => BY_TEXT.get(plain(text)) ?? text.trim();

/** Whether the service's published list has this code. */
export const isCarrierCode = (code: string): boolean => CARRIER_CODES.includes(code);

/** In how many letters two texts differ, up to a limit. */
function differences(one: string, other: string): number {
	let row = Array.from({ length: other.length + 1 }, (_, place) => place);
	for (const [at, letter] of [...one].entries()) {
		const next = [at + 1];
		for (const [place, second] of [...other].entries()) {
			next.push(
				Math.min((next[place] ?? 0) + 1, (row[place + 1] ?? 0) + 1, (row[place] ?? 0) + (letter === second ? 0 : 1)),
			);
		}
		row = next;
	}
	return row[other.length] ?? 0;
}

/**
 * The carrier that is probably meant: the longest name that the text begins with, otherwise one that differs by a
 * letter or two.
 */
export function similarCarrier(text: string): string | undefined {
	const given = plain(text);
	const names = text
		.toUpperCase()
		.split(/[^A-Z0-9]+/)
		.filter((word) => word !== '');
	const beginnings = names.map((_, at) => names.slice(0, at + 1).join('')).reverse();
	const named = beginnings.map((beginning) => BY_TEXT.get(beginning)).find((code) => code !== undefined);
	if (named !== undefined || given.length < 4) return named;
	const near = [...BY_TEXT]
		.filter(([name]) => name.length >= 4 && Math.abs(name.length - given.length) <= 2)
		.map(([name, code]) => ({ code, far: differences(given, name) }));
	const [best] = near.sort((one, other) => one.far - other.far);
	return best && best.far <= (given.length < 7 ? 1 : 2) ? best.code : undefined;
}

/**
 * The code of a carrier in any spelling. An unknown text that looks like a code passes: the service may know it by now.
 * @throws InputError for an unknown name, with the carrier that is probably meant
 */
export function parseCarrier(text: string, field = 'Carrier'): string {
	const code = carrierCode(text);
	const similar = similarCarrier(text);
	if (isCarrierCode(code) || (/^[A-Z0-9]+(_[A-Z0-9]+)*$/.test(code) && similar === undefined)) return code;
	const remedy =
		'Select the carrier from the list, or enter its code; the name of the service, such as Ground, goes in a ' +
		'separate field.';
	const hint = similar ? ` Did you mean ${carrierName(similar)} (${similar})?` : '';
	throw new InputError(field, `Order Manager does not know the carrier “${excerpt(text)}”.${hint}`, remedy);
}
