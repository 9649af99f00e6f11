// The code of "Extensiv call log": which lines are kept, and the page on which they are searched.

const DAY = 24 * 60 * 60 * 1000;
const DEFAULT_DAYS = 7;
const SHOWN = 200;

/** What is kept of a call. Whatever else an item has is left out. */
const TEXTS = ['workflow', 'execution', 'orders', 'node', 'operation', 'method', 'path', 'requestId', 'failure'];
const NUMBERS = ['status', 'tries', 'milliseconds', 'rowsSent', 'rowsReceived'];

const textOf = (value) => String(value ?? '').trim();
const numberOf = (value) => (typeof value === 'number' && Number.isFinite(value) ? value : null);

/**
 * The rows to keep. Throws if an item is not a call.
 * @param items those of the output *Calls*, with `workflow`, `execution` and `orders` of the run
 */
function linesToKeep(items) {
	return items.map((item, at) => {
		if (textOf(item.method) === '' || textOf(item.path) === '' || Number.isNaN(Date.parse(item.time)))
			throw new Error(
				`Item ${at + 1} is not a call. Connect the output Calls of a step of Extensiv (option Call Log) to the step before.`,
			);
		return {
			time: new Date(item.time).toISOString(),
			...Object.fromEntries(TEXTS.map((name) => [name, textOf(item[name])])),
			path: textOf(item.path).split('?')[0],
			...Object.fromEntries(NUMBERS.map((name) => [name, numberOf(item[name])])),
		};
	});
}

/** A day as the page's form gives it; undefined if it gives none or something else. */
function dayOf(text) {
	const day = new Date(/^\d{4}-\d\d-\d\d$/.test(text) ? text : '');
	// 2026-02-31 would be read as a day of March.
	return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? day.getTime() : undefined;
}

/**
 * What to look for.
 * @param query of the address: `order`, `request`, `text`, `failed`, `from`, `to` (days in UTC, both included)
 */
function searchOf(query, now) {
	const [fromText, toText] = [textOf(query.from), textOf(query.to)];
	const [fromDay, toDay] = [dayOf(fromText), dayOf(toText)];
	const wrong = [
		[fromText, fromDay],
		[toText, toDay],
	].find(([text, day]) => text !== '' && day === undefined);
	const isReversed = fromDay !== undefined && toDay !== undefined && fromDay > toDay;
	const from = fromDay ?? (toDay ?? now.getTime()) - DEFAULT_DAYS * DAY;
	return {
		problem: wrong
			? `“${wrong[0]}” is not a day. Write it as 2026-03-31.`
			: isReversed
				? 'The first day is after the last one. Exchange them.'
				: '',
		order: textOf(query.order),
		request: textOf(query.request),
		text: textOf(query.text),
		failed: textOf(query.failed) !== '',
		from: new Date(from).toISOString(),
		to: new Date(toDay === undefined ? now.getTime() : toDay + DAY - 1).toISOString(),
	};
}

/** Whether a call failed: no response, or one with status 400 or higher. */
const isFailed = ({ status, failure }) => status === null || status >= 400 || textOf(failure) !== '';

const includes = (text, part) => textOf(text).toLowerCase().includes(part.toLowerCase());

/** The kept lines that a search finds, newest first. An order number and a request ID are compared as a whole. */
function linesFound(rows, { order, request, text, failed }) {
	return rows
		.filter(
			(row) =>
				(order === '' || textOf(row.orders).split(', ').includes(order)) &&
				(request === '' || row.requestId === request) &&
				(text === '' || [row.workflow, row.operation, row.path].some((one) => includes(one, text))) &&
				(!failed || isFailed(row)),
		)
		.sort((one, other) => other.time.localeCompare(one.time));
}

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const html = (value) => textOf(value).replace(/[&<>"']/g, (character) => ENTITIES[character]);

const STYLE = `
:root { color-scheme: light dark; --page: #f4f6f7; --card: #fff; --edge: #dde3e6; --text: #17242b; --soft: #55656e;
	--main: #0b7a75; --on-main: #fff; --bad: #c0362c }
@media (prefers-color-scheme: dark) { :root { --page: #10171b; --card: #182227; --edge: #2a373e; --text: #e8eef1;
	--soft: #9db0ba; --main: #3fbfb5; --on-main: #10171b; --bad: #ff7b6f } }
* { box-sizing: border-box }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.45 system-ui, -apple-system, "Segoe UI", Roboto,
	Helvetica, Arial, sans-serif }
main { max-width: 1240px; margin: 0 auto; padding: 28px 20px 40px }
h1 { font-size: 26px; line-height: 1.2; margin: 0 0 16px }
.card { background: var(--card); border: 1px solid var(--edge); border-radius: 10px; padding: 16px 18px; margin-bottom: 16px;
	overflow-x: auto }
form { display: flex; flex-wrap: wrap; gap: 12px 16px; align-items: end }
label { display: grid; gap: 4px; font-size: 13px; color: var(--soft) }
label.line { display: flex; align-items: center; gap: 6px; padding-bottom: 9px }
input, button { font: inherit; color: var(--text); background: var(--page); border: 1px solid var(--edge); border-radius: 6px;
	padding: 7px 10px; width: 165px }
input[type=checkbox] { width: auto }
button { background: var(--main); color: var(--on-main); border-color: var(--main); width: auto; padding: 7px 20px; cursor: pointer }
table { width: 100%; border-collapse: collapse; font-size: 14px }
th { text-align: left; font-weight: 600; color: var(--soft); font-size: 13px }
th, td { padding: 8px 12px 8px 0; border-bottom: 1px solid var(--edge); vertical-align: top }
tr:last-child td { border-bottom: 0 }
td.path { overflow-wrap: anywhere; min-width: 200px } .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
td.time { white-space: nowrap; color: var(--soft) }
p { margin: 0 0 12px } table + p { margin: 12px 0 0 }
.soft { color: var(--soft) } .bad { color: var(--bad) }`;

const input = (label, name, value, type = 'text') =>
	`<label>${label}<input type="${type}" name="${name}" value="${html(value)}"></label>`;

const formOf = ({ order, request, text, failed, from, to }) => `<form method="get">
${input('Order number', 'order', order)}${input('Request ID', 'request', request)}
${input('Workflow, operation or path', 'text', text)}
${input('From (UTC)', 'from', from.slice(0, 10), 'date')}${input('Until (UTC)', 'to', to.slice(0, 10), 'date')}
<label class="line"><input type="checkbox" name="failed" value="1"${failed ? ' checked' : ''}>Failed only</label>
<button>Search</button>
</form>`;

const rowOf = (row) => `<tr>
<td class="time">${html(row.time.slice(0, 19).replace('T', ' '))}</td>
<td>${html(row.workflow)}<div class="soft">${html(row.execution && `execution ${row.execution}`)}</div></td>
<td>${html(row.operation)}</td>
<td class="path">${html(row.method)} ${html(row.path)}</td>
<td${isFailed(row) ? ' class="bad"' : ''}>${html(row.status ?? 'no response')}<div>${html(row.failure)}</div></td>
<td class="number">${html(row.tries)}</td>
<td class="number">${html(row.milliseconds)}</td>
<td class="number">${html(row.rowsSent)} / ${html(row.rowsReceived)}</td>
<td class="path">${html(row.requestId)}</td>
</tr>`;

const HEADINGS = ['Time (UTC)', 'Workflow', 'Operation', 'Call', 'Status'];
const NUMBER_HEADINGS = ['Tries', 'ms', 'Sent / received'];
const heading = (name) => `<th>${name}</th>`;
const numberHeading = (name) => `<th class="number">${name}</th>`;

function listOf(lines) {
	if (lines.length === 0) return '<p class="soft">No such call was kept.</p>';
	const more = lines.length - SHOWN;
	return `<p class="soft">${lines.length === 1 ? '1 call' : `${lines.length} calls`}, newest first.</p>
<table><thead><tr>${[...HEADINGS.map(heading), ...NUMBER_HEADINGS.map(numberHeading), heading('Request ID')].join('')}</tr></thead>
<tbody>${lines.slice(0, SHOWN).map(rowOf).join('\n')}</tbody></table>
${more > 0 ? `<p class="soft">… and ${more} more. Search for a shorter time to see them.</p>` : ''}`;
}

/** The page with the form and what it found. It loads nothing and needs no script. */
const pageOf = (search, rows) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Extensiv call log</title><style>${STYLE}</style></head>
<body><main><h1>Extensiv call log</h1>
<section class="card">${formOf(search)}</section>
<section class="card">${search.problem ? `<p class="bad">${html(search.problem)}</p>` : listOf(linesFound(rows, search))}</section>
</main></body></html>`;

module.exports = { linesToKeep, searchOf, linesFound, pageOf };
