import { CARRIER_CODES } from './carrierCodes';

/** What can be looked up about carriers. */
export const CARRIER_KINDS = ['carrier', 'service', 'packageType', 'provider'] as const;
export type CarrierKind = (typeof CARRIER_KINDS)[number];

/** One row of such a list. */
export interface CarrierEntry {
	kind: CarrierKind;
	id: string;
	name: string;
	/** The service's code of the row, for example `GROUND`. */
	code: string | null;
	/** Code of the carrier that it belongs to. */
	carrier: string | null;
	active: boolean | null;
	international: boolean | null;
}

/** Words of codes that are not written like ordinary names. */
const SPELLINGS: Record<string, string> = { FEDEX: 'FedEx', USPS: 'USPS', AMZL: 'AMZL', AMZN: 'AMZN', ASDA: 'ASDA', MYHERMES: 'MyHermes' };

/** A carrier's code as a person would write it: `CANADA_POST` → Canada Post, `DHL_EXPRESS` → DHL Express. */
export const carrierName = (code: string): string =>
	code
		.replace(/^FED_EX(?=_|$)/, 'FEDEX')
		.split('_')
		.filter((word) => word !== '')
		.map((word) => SPELLINGS[word] ?? (word.length <= 3 ? word : `${word.charAt(0)}${word.slice(1).toLowerCase()}`))
		.join(' ');

const plain = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');
const BY_TEXT = new Map(CARRIER_CODES.map((code) => [plain(code), code]));

/** The code of a carrier however it is written (`ups`, `FedEx`, `Canada Post`). One that is not known is passed on as given: the service may have come to know it. */
export const carrierCode = (text: string): string => BY_TEXT.get(plain(text)) ?? text.trim();

/** Whether the service's published list has this code. */
export const isCarrierCode = (code: string): boolean => CARRIER_CODES.includes(code);
