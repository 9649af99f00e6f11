// The code of the step "Read the rows": makes rows of the ERP's files, whatever their encoding, separator and spelling of the headers.
// Cells are trimmed and otherwise go on as they are: numbers and dates are read by the Extensiv node.

const { cut, decode, fault, tidy } = require('./cut-csv');

/** Columns of each file: those that are needed, and those that are used where they are there. */
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

/** Headers are the same whatever their case, blanks and punctuation. */
const plain = (header) => header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The columns that headers mean, by their place; undefined for a header that means none. */
function columnsOf(file, { line, cells }, headersOf) {
	const { needed, used } = FILES[file];
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
	return columns;
}

/** The separator with which the header has the most columns that are known. */
function separatorOf(file, text, headersOf) {
	const header = text.split(/\r\n|\n|\r/).find((line) => tidy(line) !== '') ?? '';
	const known = (separator) => {
		const [record] = cut(file, header, separator);
		return record ? columnsOf(file, record, headersOf).filter(Boolean).length : 0;
	};
	return SEPARATORS.map((separator) => ({ separator, count: known(separator) })).sort(
		(one, other) => other.count - one.count,
	)[0].separator;
}

/** The rows of one file. */
function rowsOf(file, bytes, headersOf) {
	const text = decode(file, bytes).replace(/^\ufeff/, '');
	// Excel writes and understands such a line.
	const announced = /^sep=(.)(\r\n|\n|\r)/i.exec(text);
	const body = announced ? text.slice(announced[0].length) : text;
	const separator = announced ? announced[1] : separatorOf(file, body, headersOf);
	const records = cut(file, body, separator).map((record) => ({
		...record,
		line: record.line + (announced ? 1 : 0),
	}));
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
		const joined = fitting
			.slice(at, at + surplus + 1)
			.map(tidy)
			.join(separator === ',' ? ', ' : separator);
		fitting = [...fitting.slice(0, at), joined, ...fitting.slice(at + surplus + 1)];
		row.note = `the street is put together from ${surplus + 1} cells`;
	}
	const named = header.cells.map((name, at) => [columns[at] ?? name, tidy(fitting[at] ?? '')]);
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

/**
 * The rows of all files: `{file, line, cells}`. A row that cannot be used has a `problem`, one that was put together has a `note`.
 * @param {Array<{name: string, bytes: Buffer}>} given the files that were found
 * @param {Record<string, string>} headersOf the headers that mean each column, with commas between
 * @throws Error naming file, line, column and what to do
 */
function readFiles(given, headersOf) {
	const byName = new Map(given.map(({ name, bytes }) => [name.toLowerCase().replace(/\.csv$/, ''), bytes]));
	for (const name of Object.keys(FILES)) {
		if (!byName.has(name))
			throw fault(
				name,
				undefined,
				undefined,
				'The file is not there.',
				'Check the folder in “Settings”, and that n8n may read it.',
			);
	}
	return Object.keys(FILES).flatMap((name) => rowsOf(name, byName.get(name), headersOf));
}

module.exports = { readFiles };
