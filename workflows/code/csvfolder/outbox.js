// The code of the steps that write files for the ERP: each line once, over all runs. The data table has one row for each
// file: `{id, file, state, lines, problem}`, with the lines `{key, value, cells}` as JSON.
//
//   writing   noted, and being written. Left over, it may be missing, half or whole.
//   again     to be written (again)
//   written   whole, but not yet announced by its ready file
//   done      whole, and announced if that is wanted

/** Lines of one file at most. */
const MOST_LINES = 1000;

const byAge = (rows) => rows.filter(({ file }) => file !== undefined).sort((one, other) => one.id - other.id);
const linesOf = ({ lines }) => JSON.parse(lines);
const hasReadyFile = ({ readyFile }) => String(readyFile).trim().toLowerCase() === 'true';

/** What the table says last of each key: `{value, row}`. */
function lastLines(rows) {
	const last = new Map();
	for (const row of byAge(rows)) for (const { key, value } of linesOf(row)) last.set(key, { value, row });
	return last;
}

/** The files that an earlier run began and did not finish. */
const unfinishedFiles = (rows) => byAge(rows).filter(({ state }) => state === 'writing');

/** What is left to do with a file of an earlier run; undefined if nothing is, or if a person has to decide. */
function actionOf({ file, state, lines }, found, settings) {
	if (state === 'again') return 'write';
	if (state === 'written') return 'announce';
	if (state !== 'writing') return undefined;
	// Without its ready file, nobody has taken it.
	if (hasReadyFile(settings)) return 'write';
	const bytes = found.get(file);
	if (bytes === undefined) return undefined;
	return bytes.equals(contentOf(JSON.parse(lines), settings).bytes) ? 'note' : 'write';
}

/** The lines of a file that is to be written. Of a file that was done, the table has not kept the cells. */
function wholeLines({ file, lines }, given) {
	const known = new Map(given.map((line) => [line.key, line]));
	const whole = linesOf({ lines }).map((line) => (line.cells ? line : { key: line.key, ...known.get(line.key) }));
	const gone = whole.filter(({ cells, problem }) => cells === undefined || problem !== undefined);
	if (gone.length > 0)
		throw new Error(
			`${file} cannot be written again: the run does not read ${gone.length} of its ${whole.length} lines any more, ` +
				`such as ${gone[0].key}. In the data table “Extensiv CSV files”, set the state of its row to “done”, and enter ` +
				'the lines in the ERP by hand.',
		);
	return JSON.stringify(whole.map(({ key, value, cells }) => ({ key, value, cells })));
}

/**
 * What to do: `{file, action, lines}` for each file, with the action `write`, `note` (it is whole, and only the table does not
 * say so) or `announce`.
 * @param lines `{key, value, cells, problem?}`: a line is written if its value is not the last one of its key. Lines with a
 * problem are not
 * @param rows of the data table
 * @param found bytes of the unfinished files that are in the folder, by name
 * @param settings `{separator, encoding, readyFile}`
 * @param name of a new file, without number and ending
 */
function planFiles(lines, rows, found, settings, name) {
	const last = lastLines(rows);
	const left = byAge(rows)
		.map((row) => ({ file: row.file, action: actionOf(row, found, settings), lines: row.lines }))
		.filter(({ action }) => action !== undefined)
		.map((one) => (one.action === 'write' ? { ...one, lines: wholeLines(one, lines) } : one));
	const news = new Map();
	for (const line of lines) {
		const { key, value, cells, problem } = line;
		if (problem === undefined && last.get(key)?.value !== value) news.set(key, { key, value, cells });
	}
	const fresh = [...news.values()];
	const files = Array.from({ length: Math.ceil(fresh.length / MOST_LINES) }, (_, at) => ({
		file: `${name}${at === 0 ? '' : `-${at + 1}`}.csv`,
		action: 'write',
		lines: JSON.stringify(fresh.slice(at * MOST_LINES, (at + 1) * MOST_LINES)),
	}));
	return [...left, ...files];
}

/** What the table keeps of a file that is done. */
const keptOf = (lines) => JSON.stringify(JSON.parse(lines).map(({ key, value }) => ({ key, value })));

/**
 * What became of each line.
 * @param rows of the data table, at the end
 * @param planned those files that this run had to do with
 * @returns `{outcome, problem?}` for each line
 */
function outcomesOf(lines, rows, planned) {
	const last = lastLines(rows);
	const own = new Set(planned.map(({ file }) => file));
	return lines.map(({ key, problem }) => {
		if (problem !== undefined) return { outcome: 'failed', problem };
		const row = last.get(key)?.row;
		if (row === undefined) return { outcome: 'failed', problem: 'The line is in no file. The next run writes it.' };
		if (row.state === 'again')
			return {
				outcome: 'failed',
				problem:
					`${row.file} could not be written: ${row.problem || 'unknown reason'}. Check “outFolder” in Settings, that n8n may ` +
					'write there, and that the environment variable N8N_RESTRICT_FILE_ACCESS_TO allows it. The next run writes it again.',
			};
		if (row.state === 'writing')
			return {
				outcome: 'failed',
				problem:
					`n8n was interrupted while it wrote ${row.file}, and the file is not in the folder: perhaps the ERP has taken it. ` +
					'In the data table “Extensiv CSV files”, set the state of its row to “done” if the ERP has these lines, or to ' +
					'“again” if it does not.',
			};
		return { outcome: own.has(row.file) ? 'done' : 'alreadyDone' };
	});
}

/** Letters of Windows-1252 that differ from Latin 1, by their byte. */
const OWN_OF_1252 = new Map([...'€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'].map((letter, at) => [letter, bytesOf1252()[at]]));

function bytesOf1252() {
	const none = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
	return Array.from({ length: 0x20 }, (_, at) => 0x80 + at).filter((byte) => !none.has(byte));
}

const is1252 = (encoding) => /^(?:(?:windows|cp)-?)?1252$|^ansi$/i.test(String(encoding).trim());

/** The letters that a file in this encoding cannot have. */
const missingIn = (text, encoding) =>
	is1252(encoding)
		? [...text].filter((letter) => {
				const code = letter.codePointAt(0);
				return !OWN_OF_1252.has(letter) && (code > 0xff || (code >= 0x80 && code < 0xa0));
			})
		: [];

const encoded = (text, encoding) =>
	is1252(encoding)
		? Buffer.from([...text].map((letter) => OWN_OF_1252.get(letter) ?? letter.codePointAt(0)))
		: Buffer.from(`\ufeff${text}`, 'utf8');

/** A cell as Excel shows it: never a formula, and in one line. */
function cellOf(value, separator) {
	const text = String(value ?? '').replace(/[\r\n\t]+/g, ' ');
	const safe = /^[=+\-@]/.test(text.trimStart()) ? `'${text}` : text;
	return safe.includes(separator) || safe.includes('"') ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const SEPARATORS_BY_NAME = { tab: '\t', '\\t': '\t', comma: ',', semicolon: ';', '': ';' };

/** @throws Error if Settings has a word that is none */
function separatorOf({ separator }) {
	const text = String(separator ?? '');
	const name = text.trim().toLowerCase();
	const known = text === '\t' ? text : (SEPARATORS_BY_NAME[name] ?? name);
	if (known.length === 1 && !/[\p{L}\p{N}"]/u.test(known)) return known;
	throw new Error(
		`“separator” in Settings is “${text}”. Enter a character such as ; or one of: semicolon, comma, tab.`,
	);
}

/** @throws Error if Settings has an encoding that files are not written in: the ERP would read other letters */
function requireEncoding({ encoding }) {
	if (!is1252(encoding) && !/^utf-?8\b/i.test(String(encoding).trim()))
		throw new Error(`“encoding” in Settings is “${encoding}”. Enter Windows-1252 or UTF-8.`);
}

/** @throws Error if a form of dates would not give day, month and year: `mm` are minutes, and `DD` is another form */
function requireDateFormat({ outDateFormat }) {
	const letters = String(outDateFormat ?? '').replace(/'[^']*'/g, '');
	if (/d/.test(letters) && /[ML]/.test(letters) && /y/.test(letters) && !/[DYm]/.test(letters)) return;
	throw new Error(
		`“outDateFormat” in Settings is “${outDateFormat}”. Write day, month and year as dd, MM and yyyy, for example dd.MM.yyyy.`,
	);
}

/** A file: `{bytes}`. Its columns are those of its first line. */
function contentOf(lines, settings) {
	requireEncoding(settings);
	const separator = separatorOf(settings);
	const header = Object.keys(lines[0]?.cells ?? {});
	const records = [header, ...lines.map(({ cells }) => header.map((column) => cells[column]))];
	const text = records.map((cells) => `${cells.map((cell) => cellOf(cell, separator)).join(separator)}\r\n`).join('');
	return { bytes: encoded(text, settings.encoding) };
}

/** A line with what keeps it from being written, if anything does. */
function checked(line, { encoding }) {
	// JSON would leave out a column without a value, and so would the header of the file.
	const cells = Object.fromEntries(Object.entries(line.cells).map(([column, value]) => [column, value ?? null]));
	const [letter] = missingIn(Object.values(cells).join(''), encoding);
	if (letter === undefined) return { ...line, cells };
	const problem = `Windows-1252 has no letter “${letter}”. Set “encoding” in Settings to UTF-8.`;
	return { ...line, cells, problem };
}

/**
 * The lines of parcels. A parcel whose tracking number changes is a new line.
 * @param dateOf writes a date in the ERP's form
 */
function parcelLines(parcels, settings, dateOf) {
	requireDateFormat(settings);
	return parcels.map(({ shipmentId, orderNumber, carrier, service, trackingNumber, shipDate }) =>
		checked(
			{
				key: String(shipmentId),
				value: String(trackingNumber ?? ''),
				cells: {
					orderNumber,
					carrier,
					service,
					trackingNumber,
					shipDate: shipDate ? dateOf(shipDate) : '',
					shipmentId,
				},
			},
			settings,
		),
	);
}

/** The lines of statuses: one whenever the status of an order is another one than the last that was written. */
const statusLines = (orders, settings) =>
	orders.map(({ orderId, orderNumber, status, lifecycle }) =>
		checked(
			{ key: String(orderId), value: String(status), cells: { orderNumber, status, lifecycle, orderId } },
			settings,
		),
	);

module.exports = { contentOf, keptOf, outcomesOf, parcelLines, planFiles, statusLines, unfinishedFiles };
