/**
 * What to ask the order list for, to find one number. The service takes the beginning of a number, cuts values at
 * commas and reads quotation marks around a value (live-api section 4), so a number with such characters must not be
 * sent as it is. A shorter beginning finds it too; what else is found is left out by the caller.
 *
 * A number that begins with such a character has no plain beginning. Which form the service takes is not established:
 * every one that can find it is sent.
 */
export function orderNumberTerms(orderNumber: string): string[] {
	const [plain = ''] = orderNumber.split('"');
	const beginning = plain === orderNumber ? plain : plain.replace(/,+$/, '');
	if (beginning !== '' && !beginning.startsWith(',')) return [beginning];
	const [first = ''] = orderNumber.split(',');
	const forms = [
		orderNumber,
		// A quotation mark that is never closed is part of the value.
		first.startsWith('"') ? first.replace(/(?<=.)"+$/, '') : '',
		plain === '' ? '' : `"${plain}"`,
		`"${orderNumber.replaceAll('"', '""')}"`,
	];
	return [...new Set(forms)].filter((form) => form !== '');
}
