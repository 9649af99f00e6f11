import { type Directory, type Target, directoryOf, foldWords } from './target';

/** The states of the countries whose addresses need one, by code. */
const STATES: Readonly<Record<string, string>> = {
	US:
		'AL Alabama, AK Alaska, AZ Arizona, AR Arkansas, CA California, CO Colorado, CT Connecticut, DE Delaware, ' +
		'DC District of Columbia, FL Florida, GA Georgia, HI Hawaii, ID Idaho, IL Illinois, IN Indiana, IA Iowa, ' +
		'KS Kansas, KY Kentucky, LA Louisiana, ME Maine, MD Maryland, MA Massachusetts, MI Michigan, MN Minnesota, ' +
		'MS Mississippi, MO Missouri, MT Montana, NE Nebraska, NV Nevada, NH New Hampshire, NJ New Jersey, ' +
		'NM New Mexico, NY New York, NC North Carolina, ND North Dakota, OH Ohio, OK Oklahoma, OR Oregon, ' +
		'PA Pennsylvania, RI Rhode Island, SC South Carolina, SD South Dakota, TN Tennessee, TX Texas, UT Utah, ' +
		'VT Vermont, VA Virginia, WA Washington, WV West Virginia, WI Wisconsin, WY Wyoming, AS American Samoa, ' +
		'GU Guam, MP Northern Mariana Islands, PR Puerto Rico, VI Virgin Islands, AA Armed Forces Americas, ' +
		'AE Armed Forces Europe, AP Armed Forces Pacific',
	CA:
		'AB Alberta, BC British Columbia, MB Manitoba, NB New Brunswick, NL Newfoundland and Labrador, ' +
		'NS Nova Scotia, NT Northwest Territories, NU Nunavut, ON Ontario, PE Prince Edward Island, QC Quebec, ' +
		'SK Saskatchewan, YT Yukon',
	AU:
		'ACT Australian Capital Territory, NSW New South Wales, NT Northern Territory, QLD Queensland, ' +
		'SA South Australia, TAS Tasmania, VIC Victoria, WA Western Australia',
	MX:
		'AGU Aguascalientes, BCN Baja California, BCS Baja California Sur, CAM Campeche, CHP Chiapas, CHH Chihuahua, ' +
		'CMX Mexico City, COA Coahuila, COL Colima, DUR Durango, GUA Guanajuato, GRO Guerrero, HID Hidalgo, ' +
		'JAL Jalisco, MEX State of Mexico, MIC Michoacan, MOR Morelos, NAY Nayarit, NLE Nuevo Leon, OAX Oaxaca, ' +
		'PUE Puebla, QUE Queretaro, ROO Quintana Roo, SLP San Luis Potosi, SIN Sinaloa, SON Sonora, TAB Tabasco, ' +
		'TAM Tamaulipas, TLA Tlaxcala, VER Veracruz, YUC Yucatan, ZAC Zacatecas',
};

/** Compares names also without their accents: Québec is Quebec. */
const fold = (text: string): string => foldWords(text.normalize('NFD').replace(/\p{M}/gu, ''));

/** Whether the package knows the states of a country. @param country ISO 3166-1 alpha-2 */
export const hasStates = (country: string): boolean => Object.hasOwn(STATES, country);

/**
 * The states of a country by code (with and without the country, as in ISO 3166-2) and English name. Where the
 * package does not know them, any text is a state: there, tables alone decide.
 */
export function stateDirectory(country: string): Directory {
	const rows = hasStates(country) ? (STATES[country] ?? '').split(', ') : [];
	const targets = rows.map((row): Target => {
		const [code = ''] = row.split(' ');
		const name = row.slice(code.length + 1);
		return {
			id: code,
			value: code,
			keys: { code: [code, `${country}-${code}`], name: [name] },
			active: null,
			details: { state: code, name, country },
		};
	});
	const directory = directoryOf(targets, { fold });
	return hasStates(country)
		? directory
		: { ...directory, find: (text) => [{ target: anyState(text, country), by: 'name' }] };
}

const anyState = (text: string, country: string): Target => ({
	id: fold(text),
	value: text,
	keys: { name: [text] },
	active: null,
	details: { state: text, name: text, country },
});
