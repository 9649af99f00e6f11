// The code of "Extensiv failures": what becomes of the rows of the table when a flow reports, and which rows are due.

const { isMark, isSameSource, markOfSource } = require('./source-mark.js');

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Tries come later and later, and at least once a day. */
const waitAfter = (tries, retryMinutes) => Math.min(DAY, retryMinutes * MINUTE * 2 ** Math.min(tries - 1, 20));

const textOf = (value) => (typeof value === 'string' ? value : JSON.stringify(value ?? null));

/** State and next try of a row after a try that changed nothing. */
function afterTry(tries, firstSeen, now, { retryMinutes, retryDays }) {
	const isTooOld = now.getTime() - Date.parse(firstSeen) > retryDays * DAY;
	return {
		state: isTooOld ? 'given up' : 'open',
		tries,
		lastSeen: now.toISOString(),
		nextTry: isTooOld ? null : new Date(now.getTime() + waitAfter(tries, retryMinutes)).toISOString(),
	};
}

/** The row of an item that failed, for the first time or again. */
function failed(report, failure, known, now, settings) {
	const item = textOf(failure.item);
	const source = failure.source == null ? undefined : textOf(failure.source);
	const isChanged = source !== undefined && known !== undefined && !isSameSource(known.source, source);
	// What the ERP has changed fails for the first time, however long its row has been there.
	const again = known !== undefined && known.state !== 'closed' && !isChanged;
	const tries = again ? Number(known.tries) + 1 : 1;
	const firstSeen = again ? known.firstSeen : now.toISOString();
	return {
		id: known?.id,
		flow: report.flow,
		key: failure.key,
		reason: failure.reason,
		remedy: failure.remedy,
		item,
		// A replay does not know what the ERP gave. Flows that only ever read again have what it gave.
		source: source ?? ((failure.source === null && known?.source) || item),
		firstSeen,
		workflowId: report.workflowId,
		...afterTry(tries, firstSeen, now, settings),
	};
}

/** A reason quotes what the ERP gave. */
const withoutQuotes = (reason) => String(reason ?? '').replace(/“[^”]*”|"[^"]*"/g, '“…”');

/**
 * A closed row, without names and addresses. Of an item that was mended in the table it keeps a mark of what the ERP
 * gave: the ERP still has it wrong, and must not send it again.
 */
const closed = ({ id, flow, key, reason, remedy, item, source, tries, firstSeen, workflowId }, lastSeen) => ({
	id,
	flow,
	key,
	state: 'closed',
	reason: withoutQuotes(reason),
	remedy,
	item: '',
	source: !source || item === source ? '' : isMark(source) ? source : markOfSource(source),
	tries,
	firstSeen,
	lastSeen,
	nextTry: null,
	workflowId,
});

/**
 * The rows to write after a run of a flow. A failure that is known updates its row; what succeeded closes its row.
 * @param report `{flow, workflowId, failures: [{key, reason, remedy, item, source?}], ok: [key], others: 'closed' or 'kept'}`;
 * `source` is what the ERP gave: the item unless stated, null if that is not known.
 * With `others: 'closed'` the run covered everything: what it does not name as failed is well.
 * @param rows those of the flow that the table has
 * @param settings `{retryMinutes, retryDays}`
 */
function rowsAfter(report, rows, now, settings) {
	const known = new Map(rows.map((row) => [row.key, row]));
	const failures = new Map(report.failures.map((failure) => [failure.key, failure]));
	const ok = new Set(report.ok);
	const isWell = ({ key }) => !failures.has(key) && (ok.has(key) || report.others === 'closed');
	/** A row that a person closed in the table still has everything. */
	const isFull = ({ key, state, item, source }) =>
		state === 'closed' && !failures.has(key) && (Boolean(item) || (Boolean(source) && !isMark(source)));
	const written = [
		...[...failures.values()].map((failure) => failed(report, failure, known.get(failure.key), now, settings)),
		...rows.filter((row) => row.state !== 'closed' && isWell(row)).map((row) => closed(row, now.toISOString())),
		...rows.filter(isFull).map((row) => closed(row, row.lastSeen)),
	];
	const keys = new Set(written.map(({ key }) => key));
	const renamed = rows.filter(({ key, flow }) => flow !== report.flow && !keys.has(key));
	return [...written, ...renamed].map((row) => ({ ...row, flow: report.flow }));
}

/**
 * Only what changes of rows that the table has, and together those in which the same changes: n8n takes its time for each
 * item. So a person's edits of other columns stay, too.
 * @param size how many rows an item may have
 * @returns `{columns, ids}` with so many IDs, those left over 0
 */
function changesOfRows(rows, known, size) {
	const byId = new Map(known.map((row) => [row.id, row]));
	const groups = new Map();
	for (const { id, ...columns } of rows) {
		const old = byId.get(id);
		const changed = Object.entries(columns).filter(([name, value]) => value !== old[name]);
		const text = JSON.stringify(changed);
		if (changed.length === 0) continue;
		groups.set(text, [...(groups.get(text) ?? []), id]);
	}
	return [...groups].flatMap(([text, ids]) =>
		Array.from({ length: Math.ceil(ids.length / size) }, (_item, at) => ({
			columns: Object.fromEntries(JSON.parse(text)),
			ids: Array.from({ length: size }, (_slot, slot) => ids[at * size + slot] ?? 0),
		})),
	);
}

/**
 * What to replay: an item for each flow, `{flow, workflowId, rows: [{key, item}]}`.
 * @param byHand whether to replay all rows, also those that were given up, and not only those that are due
 */
function dueRows(rows, now, byHand) {
	const due = rows.filter(
		({ state, nextTry, workflowId }) =>
			Boolean(workflowId) &&
			state !== 'closed' &&
			// A person who opens a row again leaves its next try empty.
			(byHand || (state === 'open' && !(Date.parse(nextTry) > now.getTime()))),
	);
	const flows = new Map();
	for (const { flow, workflowId, key, item } of due) {
		const one = flows.get(workflowId) ?? { flow, workflowId, rows: [] };
		// Two reports at once may both have added a row: an order must not get its lines twice.
		if (!one.rows.some((row) => row.key === key)) one.rows.push({ key, item });
		flows.set(workflowId, one);
	}
	return [...flows.values()];
}

/**
 * The rows that were replayed and of which their flow has said nothing: it could not run, or no longer finds the item. They
 * count as tried; otherwise they would be tried with every look, and never given up.
 * @param replayed what `dueRows` gave
 * @param before all rows before the replay
 * @param after all rows after it
 * @returns the columns to write over those rows
 */
function rowsWithoutResult(replayed, before, after, now, settings) {
	const idOf = ({ workflowId, key }) => JSON.stringify([workflowId, key]);
	const tried = new Set(replayed.flatMap(({ workflowId, rows }) => rows.map(({ key }) => idOf({ workflowId, key }))));
	const seen = new Map(before.map((row) => [idOf(row), row.lastSeen]));
	return after
		.filter((row) => tried.has(idOf(row)) && row.state !== 'closed' && row.lastSeen === seen.get(idOf(row)))
		.map(({ workflowId, key, tries, firstSeen }) => ({
			workflowId,
			key,
			...afterTry(Number(tries) + 1, firstSeen, now, settings),
		}));
}

/**
 * What to say of flows that could not run again; undefined if all could.
 * @param runs `{flow, problem}` of each, `problem` empty if it ran
 */
function problemOf(runs) {
	const failed = runs.filter(({ problem }) => problem);
	if (failed.length === 0) return undefined;
	const named = failed.map(({ flow, problem }) => `“${flow}”: ${problem}`).join(' ');
	return `These workflows could not try again what failed. Publish those that are not published; of the others, look at the last execution. ${named}`;
}

module.exports = { rowsAfter, changesOfRows, dueRows, rowsWithoutResult, problemOf };
