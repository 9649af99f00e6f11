// The code of "How far they are written" and "Rows of …": files of a folder that an ERP may still be writing.

const { fault } = require('../cut-csv');
const { rowsOf } = require('../shared/read-rows');
const { markOfSource } = require('../source-mark');

/** How often files are looked at before the run gives up. */
const MOST_LOOKS = 12;

/** What tells that files have changed: names, sizes and contents. */
const marksOf = (files) =>
	JSON.stringify(
		files
			.map(({ name, bytes }) => [name, bytes.length, markOfSource(bytes.toString('latin1'))])
			.sort(([one], [other]) => (one < other ? -1 : 1)),
	);

/** The last line with anything in it, whatever the encoding. */
const lastLine = (bytes) =>
	bytes
		.subarray(-2_000)
		.toString('latin1')
		.replaceAll('\0', '')
		.split(/[\r\n]/)
		.map((line) => line.replace(/^"|[";,|\t\s]+$/g, ''))
		.findLast((line) => line !== '') ?? '';

const isLastLine = (row, lastLineOfFiles) => {
	const [first, ...others] = Object.values(row.cells);
	return lastLineOfFiles !== '' && first === lastLineOfFiles && others.every((cell) => cell === '');
};

/** @throws Error that says which files were looked for, where, and what to do */
function noFiles(wanted, { folder }, problem) {
	if (/not allowed/i.test(problem ?? '')) {
		throw new Error(
			`n8n is not allowed to read the folder ${folder}. Use a folder inside .n8n-files, which is in n8n’s home folder. Or have ` +
				'whoever runs n8n add yours to the environment variable N8N_RESTRICT_FILE_ACCESS_TO and restart n8n.',
		);
	}
	const why = problem && !/^No file/i.test(problem) ? ` (${problem})` : '';
	throw new Error(
		`There is no file ${wanted} in ${folder} that n8n can read${why}. Check “folder” and the names of the files in ` +
			'Settings, and that the ERP has written the files there.',
	);
}

/**
 * The rows of all files, once nobody writes them any more.
 * @param layout columns, as for `rowsOf`
 * @param found `{wanted, files: [{name, bytes}], problem?, before, looks}`: `before` are the marks of the last look
 * @param settings `{folder, lastLine}`
 * @param headersOf the headers that mean each column
 * @returns rows `{file, line, cells, problem?}`, or only `{growing: true}` if the files have to be looked at again
 * @throws Error naming the file and what to do
 */
function rowsOfFiles(layout, { wanted, files, problem, before, looks }, settings, headersOf) {
	if (files.length === 0) {
		// They were there a moment ago: the ERP is replacing them.
		if (before !== marksOf([]) && looks < MOST_LOOKS) return [{ growing: true }];
		noFiles(wanted, settings, problem);
	}
	const twin = files.find(({ name }, at) => files.findIndex((one) => one.name === name) !== at);
	if (twin) throw fault(twin.name, undefined, undefined, 'Two files have this name.', 'Give them different names.');
	const mark = String(settings.lastLine ?? '').trim();
	const unfinished = mark === '' ? undefined : files.find(({ bytes }) => lastLine(bytes) !== mark);
	if (unfinished || before !== marksOf(files)) {
		if (looks < MOST_LOOKS) return [{ growing: true }];
		const what = unfinished
			? `The file does not end with the line “${mark}”.`
			: `The files ${wanted} changed at each of ${looks} looks.`;
		const { name } = unfinished ?? files[0];
		throw fault(name, undefined, undefined, what, 'Have the ERP write it to the end, and run again. Nothing was read.');
	}
	return [...files]
		.sort((one, other) => (one.name < other.name ? -1 : 1))
		.flatMap(({ name, bytes }) => rowsOf(layout, name, bytes, headersOf))
		.filter((row) => !isLastLine(row, mark));
}

module.exports = { marksOf, rowsOfFiles };
