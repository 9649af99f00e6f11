/**
 * Removes the artifacts of spreadsheets around digits: the apostrophe that keeps them text, and the decimals of a
 * number.
 */
export const withoutSheetMarks = (text: string): string =>
	text.replace(/^['’](?=\d)/, '').replace(/^(\d+)[.,]0+$/, '$1');
