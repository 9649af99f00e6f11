// The code of the step "Read the rows": makes rows of the ERP's files, whatever their encoding, separator and spelling of the headers.
// Cells are trimmed and otherwise go on as they are: numbers and dates are read by the Extensiv node.

/** Columns of each file: those that are needed, and those that are used where they are there. The headers that mean a column stand in "Your columns". */
const FILES = {
	orders: {
		needed: ['orderID', 'shipName', 'shipAddress', 'shipCity', 'shipCountry'],
		used: ['orderDate', 'requiredDate', 'shipVia', 'freight', 'shipRegion', 'shipPostalCode'],
		// Many ERPs write addresses with the separator in them and without quotes: what is too much belongs to this column.
		swallows: 'shipAddress',
	},
	'order-details': { needed: ['orderID', 'productID', 'quantity', 'unitPrice'], used: ['discount'] },
	products: { needed: ['productID'], used: ['productName', 'unitsInStock'] },
	shippers: { needed: ['shipperID', 'companyName'], used: [] },
};

const SEPARATORS = [',', ';', '\t', '|'];
const SEPARATOR_NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };

/** Characters of Windows-1252 that differ from Latin 1, from 0x80 on; a blank where it has none. */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** A file that cannot be used, with the place and what to do. */
function fault(file, line, column, problem, remedy) {
	const place = [`${file}.csv`, line && `line ${line}`, column && `column ${column}`].filter(Boolean).join(', ');
	return new Error(`${place}: ${problem} ${remedy}`);
}

const lineAt = (text, end) => text.slice(0, end).split(/\r\n|\n|\r/);

/** Decodes UTF-8, UTF-16 (each with or without a byte order mark) and Windows-1252. */
function decode(file, bytes) {
	const swapped = () => Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2))).swap16();
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le');
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return swapped().toString('utf16le');
	const start = bytes.subarray(0, 400);
	const zeros = [0, 1].map((odd) => start.filter((byte, at) => byte === 0 && at % 2 === odd).length);
	if (zeros[1] > start.length / 4) return bytes.toString('utf16le');
	if (zeros[0] > start.length / 4) return swapped().toString('utf16le');
	const text = bytes.toString('utf8');
	if (Buffer.from(text, 'utf8').equals(bytes)) return text;
	const latin = bytes.toString('latin1');
	// Letters of UTF-8 and others beside them: read one way or the other, some would be wrong.
	const mixed = [...latin.matchAll(/[\xc3-\xf4][\x80-\xbf]+/g)].filter(([letter]) => !Buffer.from(letter, 'latin1').toString('utf8').includes('\ufffd'));
	const odd = text.indexOf('\ufffd');
	const before = lineAt(text, odd);
	const remedy = 'Save the file as UTF-8 and run again.';
	if (mixed.length > 0) {
		throw fault(file, before.length, undefined, `The file is UTF-8 in one place and not in another (character ${before.at(-1).length + 1} of the line).`, remedy);
	}
	return latin.replace(/[\x80-\x9f]/g, (letter, at) => {
		const known = WINDOWS_1252[letter.charCodeAt(0) - 0x80];
		if (known !== ' ') return known;
		const lines = lineAt(latin, at);
		throw fault(file, lines.length, undefined, `Character ${lines.at(-1).length + 1} of the line is in no encoding that is known here (UTF-8, UTF-16, Windows-1252).`, remedy);
	});
}

/** Blanks of all kinds around a cell, and characters without a width. */
const tidy = (cell) => cell.replace(/[\u200b-\u200d\u2060\ufeff]/g, '').trim();

/**
 * Cuts text into records of cells, quotes as in RFC 4180. A quote that does not begin a cell is a letter, such as the inches of 24" TV.
 * @returns {Array<{line: number, cells: string[], odd?: string}>} `odd`: what is wrong with the record
 */
function cut(file, text, separator) {
	const records = [];
	let record = { line: 1, cells: [] };
	let cell = '';
	let line = 1;
	let quotedFrom = 0;
	let wasQuoted = false;
	const endCell = () => {
		record.cells.push(wasQuoted ? cell : tidy(cell));
		cell = '';
		wasQuoted = false;
	};
	for (let at = 0; at < text.length; at++) {
		const letter = text[at];
		const isBreak = letter === '\n' || letter === '\r';
		if (isBreak && letter === '\r' && text[at + 1] === '\n') at += 1;
		if (isBreak) line += 1;
		if (quotedFrom > 0) {
			if (letter !== '"') cell += isBreak ? '\n' : letter;
			else if (text[at + 1] === '"') {
				cell += '"';
				at += 1;
			} else quotedFrom = 0;
		} else if (letter === '"' && !wasQuoted && tidy(cell) === '') {
			quotedFrom = line;
			wasQuoted = true;
			cell = '';
		} else if (letter === separator) endCell();
		else if (isBreak) {
			endCell();
			records.push(record);
			record = { line, cells: [] };
		} else if (wasQuoted) {
			if (tidy(letter) !== '') record.odd ??= `cell ${record.cells.length + 1} goes on after its closing quote`;
		} else cell += letter;
	}
	if (quotedFrom > 0) throw fault(file, quotedFrom, undefined, 'The quote that opens here is not closed.', 'Close it, or double it where it belongs to the text, and run again.');
	if (cell !== '' || wasQuoted || record.cells.length > 0) {
		endCell();
		records.push(record);
	}
	return records.filter(({ cells }) => cells.some((one) => tidy(one) !== ''));
}

/** Headers are the same whatever their case, blanks and punctuation. */
const plain = (header) => header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The columns that headers mean, by their place; undefined for a header that means none. */
function columnsOf(file, { line, cells }, headersOf) {
	const { needed, used } = FILES[file];
	const known = new Map([...needed, ...used].flatMap((column) => [column, ...String(headersOf[column] ?? '').split(',')].map((header) => [plain(header), column])));
	known.delete('');
	const columns = cells.map((header) => known.get(plain(header)));
	for (const [at, column] of columns.entries()) {
		const first = columns.indexOf(column);
		if (column === undefined || first === at) continue;
		throw fault(file, line, undefined, `Two columns mean ${column}: “${cells[first]}” and “${cells[at]}”.`, 'Remove one of them, or take its name out of “Your columns”.');
	}
	return columns;
}

/** The separator with which the header has the most columns that are known. */
function separatorOf(file, text, headersOf) {
	const header = text.split(/\r\n|\n|\r/).find((line) => tidy(line) !== '') ?? '';
	const known = (separator) => {
		const [record] = cut(file, header, separator);
		return record ? columnsOf(file, record, headersOf).filter(Boolean).length : 0;
	};
	return SEPARATORS.map((separator) => ({ separator, count: known(separator) })).sort((one, other) => other.count - one.count)[0].separator;
}

/** The rows of one file. */
function rowsOf(file, bytes, headersOf) {
	const text = decode(file, bytes).replace(/^\ufeff/, '');
	// Excel writes and understands such a line.
	const announced = /^sep=(.)(\r\n|\n|\r)/i.exec(text);
	const body = announced ? text.slice(announced[0].length) : text;
	const separator = announced ? announced[1] : separatorOf(file, body, headersOf);
	const records = cut(file, body, separator).map((record) => ({ ...record, line: record.line + (announced ? 1 : 0) }));
	const [header, ...others] = records;
	if (!header) throw fault(file, undefined, undefined, 'The file is empty.', 'Have the ERP write it again.');
	const columns = columnsOf(file, header, headersOf);
	const missing = FILES[file].needed.find((column) => !columns.includes(column));
	if (missing) {
		const headers = header.cells.map((cell) => `“${cell.slice(0, 40)}”`).join(', ');
		const separators = Object.values(SEPARATOR_NAMES).join(', ');
		throw fault(
			file,
			header.line,
			missing,
			`There is no such column. The columns are ${headers.slice(0, 400)}.`,
			`Rename the column, or add its name in “Your columns”. (Separators that are recognized: ${separators}.)`,
		);
	}
	return others.map((record) => rowOf(file, { header, columns, separator }, record));
}

function rowOf(file, { header, columns, separator }, { line, cells, odd }) {
	const width = header.cells.length;
	const { swallows } = FILES[file];
	const row = { file, line };
	let fitting = cells;
	while (fitting.length > width && tidy(fitting.at(-1)) === '') fitting = fitting.slice(0, -1);
	const surplus = fitting.length - width;
	if (surplus > 0 && swallows) {
		const at = columns.indexOf(swallows);
		const joined = fitting.slice(at, at + surplus + 1).map(tidy).join(separator === ',' ? ', ' : separator);
		fitting = [...fitting.slice(0, at), joined, ...fitting.slice(at + surplus + 1)];
		row.note = `the street is put together from ${surplus + 1} cells`;
	}
	const named = header.cells.map((name, at) => [columns[at] ?? name, tidy(fitting[at] ?? '')]);
	row.cells = Object.fromEntries(named.filter(([name]) => name !== ''));
	const lost = named.find(([, cell]) => cell.includes('\ufffd'));
	if (odd) row.problem = `${odd}. Put text with quotes in it into quotes, and double those inside.`;
	else if (fitting.length !== width) {
		row.problem = `there are ${cells.length} cells and ${width} columns. Put a cell with a ${SEPARATOR_NAMES[separator] ?? 'separator'} in it into quotes.`;
	} else if (lost) row.problem = `letters were lost in the column ${lost[0]} (“${lost[1].slice(0, 40)}”). Have the ERP write the file as UTF-8.`;
	return row;
}

/**
 * The rows of all files: `{file, line, cells}`. A row that cannot be used has a `problem`, one that was put together has a `note`.
 * @param {Array<{name: string, bytes: Buffer}>} given the files that were found
 * @param {Record<string, string>} headersOf the headers that mean each column, with commas between
 * @throws Error naming file, line, column and what to do
 */
function readFiles(given, headersOf) {
	const byName = new Map(given.map(({ name, bytes }) => [name.toLowerCase().replace(/\.csv$/, ''), bytes]));
	for (const name of Object.keys(FILES)) {
		if (!byName.has(name)) throw fault(name, undefined, undefined, 'The file is not there.', 'Check the folder in “Settings”, and that n8n may read it.');
	}
	return Object.keys(FILES).flatMap((name) => rowsOf(name, byName.get(name), headersOf));
}

module.exports = { readFiles };
