import fc from '../../support/fastCheck';
import { HEADER, readOrders as read } from '../../support/erpFiles';

const cells = (text: string | Buffer, headersOf?: Record<string, string>): Array<Record<string, string>> =>
	read(text, headersOf).map((row) => row.cells);
describe('reading the files of an ERP', () => {
	const row = {
		orderID: '1',
		shipName: 'Zoë',
		shipAddress: 'Rue 1',
		shipCity: 'Köln',
		shipRegion: '',
		shipPostalCode: '01234',
		shipCountry: 'France',
	};
	const line = '1,Zoë,Rue 1,Köln,,01234,France';
	const text = `${HEADER}\n${line}\n`;
	const latin1 = (content: string): Buffer => Buffer.from(content, 'latin1');

	it.each<[string, string | Buffer]>([
		['UTF-8', text],
		['UTF-8 with a byte order mark', `\ufeff${text}`],
		['UTF-16LE with a byte order mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
		['UTF-16BE with a byte order mark', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
		['UTF-16LE', Buffer.from(text, 'utf16le')],
		['UTF-16BE', Buffer.from(text, 'utf16le').swap16()],
		['Windows-1252', latin1(text)],
		['CRLF', text.replaceAll('\n', '\r\n')],
		['line ends of old Macs', text.replaceAll('\n', '\r')],
		['no line end at the end', text.trimEnd()],
		['empty lines', `\n\n${text.replaceAll('\n', '\n\n')}\n , ,\n`],
		['semicolons', text.replaceAll(',', ';')],
		['tabs', text.replaceAll(',', '\t')],
		['bars', text.replaceAll(',', '|')],
		['sep=;', `sep=;\n${text.replaceAll(',', ';')}`],
		['quotes', text.replaceAll(/[^,\n]+/g, '"$&"')],
		['blanks', text.replaceAll(/[^,\n]+/g, '  $&\u00a0 ')],
		['blanks outside of quotes', text.replaceAll(/[^,\n]+/g, ' "$&" ')],
		['blanks inside of quotes', text.replaceAll(/[^,\n]+/g, '" $& "')],
		['characters without a width', text.replaceAll(/[^,\n]+/g, '\u200b$&\ufeff')],
		['separators at the end of rows', text.replaceAll('\n', ',,\n')],
		['headers in lower case', text.replace(HEADER, HEADER.toLowerCase())],
		[
			'headers with blanks and underscores',
			text.replace(HEADER, 'Order_ID,Ship Name,SHIP ADDRESS,Ship-City,ship region,Ship Postal Code,Ship Country'),
		],
	])('%s', (_, content) => expect(cells(content)).toEqual([row]));

	it('takes the headers that are said to mean a column', () => {
		const headersOf = { orderID: 'Order No, Auftragsnummer', shipName: 'Empfänger' };
		expect(cells(text.replace('orderID', 'auftrags-Nummer').replace('shipName', 'EMPFÄNGER'), headersOf)).toEqual([
			row,
		]);
	});

	it('leaves cells as they are: numbers, dates and quotes are not its business', () => {
		const content = `orderID,shipName,shipAddress,shipCity,shipCountry,freight,orderDate\n007,"O""Neill",24" TV Street,X,US,"1.234,50",03/02/2026\n`;
		expect(cells(content)).toMatchObject([
			{
				orderID: '007',
				shipName: 'O"Neill',
				shipAddress: '24" TV Street',
				freight: '1.234,50',
				orderDate: '03/02/2026',
			},
		]);
	});

	it('keeps columns that it does not know, under their own names', () => {
		expect(
			cells('orderID,shipName,shipAddress,shipCity,shipCountry,Gift Note,__proto__\n1,A,B,C,US,Hi,x\n')[0],
		).toMatchObject({ 'Gift Note': 'Hi' });
	});

	it('reads what a correct writer has written, whatever is in the cells', () => {
		const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', ' ', '|', '\t', "'", '7') });
		fc.assert(
			fc.property(
				fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 }),
				fc.constantFrom(',', ';', '\t', '|'),
				(rows, separator) => {
					const quoted = (one: string): string => `"${one.replaceAll('"', '""')}"`;
					const content = [
						HEADER.split(','),
						...rows.map(([name, street, city], at) => [`N${at}`, name, street, city, '', '', 'US']),
					]
						.map((one) => one.map(quoted).join(separator))
						.join('\r\n');
					expect(cells(content)).toEqual(
						rows.map(([name, street, city], at) => ({
							...row,
							orderID: `N${at}`,
							shipName: name.trim(),
							shipAddress: street.trim(),
							shipCity: city.trim(),
							shipPostalCode: '',
							shipCountry: 'US',
						})),
					);
				},
			),
		);
	});
});
