// Makes text of bytes, and records of text.

/** Characters of Windows-1252 that differ from Latin 1, from 0x80 on; a blank where it has none. */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Marks within words, where Windows-1252 has none: in the encodings of DOS they are letters such as ä, é, ç and ö. */
const DOS = /(?<=\p{L})[„‚‡”](?=\p{L})/u;

/** A file that cannot be used, with the place and what to do. */
function fault(file, line, column, problem, remedy) {
	const place = [file.includes('.') ? file : `${file}.csv`, line && `line ${line}`, column && `column ${column}`]
		.filter(Boolean)
		.join(', ');
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
	const mixed = [...latin.matchAll(/[\xc3-\xf4][\x80-\xbf]+/g)].filter(
		([letter]) => !Buffer.from(letter, 'latin1').toString('utf8').includes('\ufffd'),
	);
	const odd = text.indexOf('\ufffd');
	const before = lineAt(text, odd);
	const remedy = 'Save the file as UTF-8 and run again.';
	if (mixed.length > 0) {
		throw fault(
			file,
			before.length,
			undefined,
			`The file is UTF-8 in one place and not in another (character ${before.at(-1).length + 1} of the line).`,
			remedy,
		);
	}
	const read = latin.replace(/[\x80-\x9f]/g, (letter, at) => {
		const known = WINDOWS_1252[letter.charCodeAt(0) - 0x80];
		if (known !== ' ') return known;
		const lines = lineAt(latin, at);
		throw fault(
			file,
			lines.length,
			undefined,
			`Character ${lines.at(-1).length + 1} of the line is in no encoding that is known here (UTF-8, UTF-16, Windows-1252).`,
			remedy,
		);
	});
	const dos = DOS.exec(read);
	if (dos) {
		const lines = lineAt(read, dos.index);
		const at = lines.at(-1).length + 1;
		const problem = `Character ${at} of the line is “${dos[0]}” within a word: the file seems to be in an encoding of DOS.`;
		throw fault(file, lines.length, undefined, problem, remedy);
	}
	return read;
}

const BLANK = /[\s\u200b-\u200d\u2060\ufeff]/;
const BLANKS_BEFORE = /^[\s\u200b-\u200d\u2060\ufeff]+/;

/** A cell without blanks of all kinds, and characters without a width, around it. */
function tidy(cell) {
	// A pattern for the end would try each blank within the cell.
	let end = cell.length;
	while (end > 0 && BLANK.test(cell[end - 1])) end -= 1;
	return cell.slice(0, end).replace(BLANKS_BEFORE, '');
}

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
	if (quotedFrom > 0)
		throw fault(
			file,
			quotedFrom,
			undefined,
			'The quote that opens here is not closed.',
			'Close it, or double it where it belongs to the text, and run again.',
		);
	if (cell !== '' || wasQuoted || record.cells.length > 0) {
		endCell();
		records.push(record);
	}
	return records.filter(({ cells }) => cells.some((one) => tidy(one) !== ''));
}

module.exports = { cut, decode, fault, tidy };
