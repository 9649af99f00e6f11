// Makes rows of one of the ERP's files, whatever its encoding, separator and spelling of the headers.

const { cut, decode, fault, tidy } = require('../cut-csv');

const SEPARATORS = [',', ';', '\t', '|'];
const SEPARATOR_NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };

/** Headers are the same whatever their case, blanks and punctuation. */
const plain = (header) => header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The columns that headers mean, by their place; undefined for a header that means none. */
function columnsOf({ needed, used }, file, { line, cells }, headersOf) {
	const known = new Map(
		[...needed, ...used].flatMap((column) =>
			[column, ...String(headersOf[column] ?? '').split(',')].map((header) => [plain(header), column]),
		),
	);
	known.delete('');
	const columns = cells.map((header) => known.get(plain(header)));
	for (const [at, column] of columns.entries()) {
		const first = columns.indexOf(column);
		if (column === undefined || first === at) continue;
		throw fault(
			file,
			line,
			undefined,
			`Two columns mean ${column}: “${cells[first]}” and “${cells[at]}”.`,
			'Remove one of them, or take its name out of “Your columns”.',
		);
	}
	const at = cells.findIndex((header, place) => header.includes('%') && columns[place] !== undefined);
	if (at >= 0)
		throw fault(
			file,
			line,
			columns[at],
			`“${cells[at]}” is a percentage, and the column is for an amount.`,
			'Have the ERP write amounts. If the column is not meant, rename it in the ERP.',
		);
	return columns;
}

/** The first line with anything in it. A header that is wrapped in Excel has line breaks within quotes. */
function headerOf(text) {
	for (const [line] of text.matchAll(/(?:[^"\r\n]+|"[^"]*")+/g)) if (tidy(line) !== '') return line;
	return '';
}

/** The separator with which the header has the most columns that are known. */
function separatorOf(layout, file, text, headersOf) {
	const header = headerOf(text);
	const known = (separator) => {
		const [record] = cut(file, header, separator);
		return record ? columnsOf(layout, file, record, headersOf).filter(Boolean).length : 0;
	};
	return SEPARATORS.map((separator) => ({ separator, count: known(separator) })).sort(
		(one, other) => other.count - one.count,
	)[0].separator;
}

/** The rows of one file. @param layout `{needed, used, swallows?}` */
function rowsOf(layout, file, bytes, headersOf) {
	const text = decode(file, bytes).replace(/^\ufeff/, '');
	// Excel writes and understands such a line.
	const announced = /^sep=(.)(\r\n|\n|\r)/i.exec(text);
	const body = announced ? text.slice(announced[0].length) : text;
	const separator = announced ? announced[1] : separatorOf(layout, file, body, headersOf);
	const records = cut(file, body, separator).map((record) => ({
		...record,
		line: record.line + (announced ? 1 : 0),
	}));
	const [header, ...others] = records;
	if (!header) throw fault(file, undefined, undefined, 'The file is empty.', 'Have the ERP write it again.');
	const columns = columnsOf(layout, file, header, headersOf);
	const missing = layout.needed.find((column) => !columns.includes(column));
	if (missing) {
		const headers = header.cells.map((cell) => `“${cell.slice(0, 40)}”`).join(', ');
		// A single column is rather a separator that is none.
		const hint =
			header.cells.length > 1 ? '' : ` (Separators that are recognized: ${Object.values(SEPARATOR_NAMES).join(', ')}.)`;
		throw fault(
			file,
			header.line,
			missing,
			`There is no such column. The columns are ${headers.slice(0, 400)}.`,
			`Rename the column, or add its name under ${missing} in “Your columns”.${hint}`,
		);
	}
	return others
		.filter((record) => !isSame(record, header))
		.map((record) => rowOf(file, { header, columns, separator, swallows: layout.swallows }, record));
}

/** Exports that were put together have the header several times. */
const isSame = (record, header) =>
	record.cells.length === header.cells.length &&
	record.cells.every((cell, at) => tidy(cell) === tidy(header.cells[at]));

/** A cell without the formula in which ERPs wrap codes so that Excel keeps their zeros: `="00123"`. */
const unwrapped = (cell) => /^="(.*)"$/s.exec(cell)?.[1].replaceAll('""', '"') ?? cell;

function rowOf(file, { header, columns, separator, swallows }, { line, cells, odd }) {
	const width = header.cells.length;
	const row = { file, line };
	let fitting = cells;
	while (fitting.length > width && tidy(fitting.at(-1)) === '') fitting = fitting.slice(0, -1);
	const surplus = fitting.length - width;
	if (surplus > 0 && swallows) {
		const at = columns.indexOf(swallows);
		const joined = fitting
			.slice(at, at + surplus + 1)
			.map(tidy)
			.join(separator === ',' ? ', ' : separator);
		fitting = [...fitting.slice(0, at), joined, ...fitting.slice(at + surplus + 1)];
		row.note = `the street is put together from ${surplus + 1} cells`;
	}
	const named = header.cells.map((name, at) => [columns[at] ?? name, unwrapped(tidy(fitting[at] ?? ''))]);
	row.cells = Object.fromEntries(named.filter(([name]) => name !== ''));
	const lost = named.find(([, cell]) => cell.includes('\ufffd'));
	if (odd) row.problem = `${odd}. Put text with quotes in it into quotes, and double those inside.`;
	else if (fitting.length !== width) {
		const remedy =
			fitting.length < width
				? 'Have the ERP write the whole row, or remove it.'
				: `Put a cell with a ${SEPARATOR_NAMES[separator] ?? 'separator'} in it into quotes.`;
		row.problem = `there are ${cells.length} cells and ${width} columns. ${remedy}`;
	} else if (lost)
		row.problem = `letters were lost in the column ${lost[0]} (“${lost[1].slice(0, 40)}”). Have the ERP write the file as UTF-8.`;
	return row;
}

module.exports = { rowsOf };
