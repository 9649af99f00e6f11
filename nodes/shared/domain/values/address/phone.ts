/**
 * A phone number without the artifacts of spreadsheets and programs: an apostrophe, or the decimal of a number.
 * `555.0000` stays.
 */
export const phoneOf = (text: string | undefined): string | undefined =>
	text?.replace(/^['’](?=[\d+(])/, '').replace(/^(\d{10,})\.0$/, '$1');
