// The code of "Extensiv alerts": what the tables of failures and of reconciliations say is wrong now.

const BRAKE = 'brake';

const isError = (row) => typeof row.error === 'string' && row.key === undefined && row.what === undefined;
const isMissing = (row) => isError(row) && /not found/i.test(row.error);

/** The rows of a table, or undefined if it cannot be read. A table that is missing has no rows. */
const rowsOrUnread = (items) =>
	items.some((item) => isError(item) && !isMissing(item)) ? undefined : items.filter((item) => !isError(item));

const groupedBy = (rows, keyOf) => {
	const groups = new Map();
	for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
	return groups;
};

/** Names, separated by semicolons; all if there are none. */
function selection(names) {
	const chosen = String(names ?? '')
		.split(';')
		.map((name) => name.trim().toLowerCase())
		.filter((name) => name !== '');
	return (name) => chosen.length === 0 || chosen.includes(String(name).trim().toLowerCase());
}

const seenIn = (rows) => ({
	firstSeen: rows.map(({ firstSeen }) => firstSeen).sort()[0],
	lastSeen: rows
		.map(({ lastSeen }) => lastSeen)
		.sort()
		.at(-1),
});

const ofBrake = (row) => ({
	key: `${BRAKE}: ${row.workflowId}`,
	class: BRAKE,
	reason: row.reason,
	remedy: row.remedy,
	workflow: row.flow,
	events: 1,
	...seenIn([row]),
});

function ofItems(workflowId, rows) {
	const { flow, key, reason, remedy } = rows.reduce((last, row) => (row.lastSeen > last.lastSeen ? row : last));
	return {
		key: `failedItems: ${workflowId}`,
		class: 'failedItems',
		reason: `${rows.length === 1 ? '1 item' : `${rows.length} items`} failed. The last one, ${key}: ${reason}`,
		remedy: [remedy, 'All of them are in the data table Extensiv failures.'].filter(Boolean).join(' '),
		workflow: flow,
		events: rows.length,
		...seenIn(rows),
	};
}

const isEqual = ({ accuracyPercent, notCompared }) => accuracyPercent === 100 && !notCompared;

const countsOf = ({ what, compared, equal, accuracyPercent, notCompared, examples }) =>
	`${what.charAt(0).toUpperCase()}${what.slice(1)}: ${equal} of ${compared} are equal${accuracyPercent === null ? '' : ` (${accuracyPercent} %)`}` +
	`${notCompared ? `, ${notCompared} could not be compared` : ''}${examples ? `: ${examples}` : ''}`;

const keyOfReconciliation = (workflowId) => `discrepancy: ${workflowId}`;

function ofReconciliation(workflowId, rows) {
	const wrong = rows.filter((row) => !isEqual(row));
	if (wrong.length === 0) return undefined;
	const times = wrong.map(({ at }) => at).sort();
	return {
		key: keyOfReconciliation(workflowId),
		class: 'discrepancy',
		reason: wrong.map(countsOf).join('. '),
		remedy: 'Run the reconciliation by hand to see all of it, and correct the side that is wrong.',
		workflow: wrong[0].workflow,
		events: wrong.reduce((sum, row) => sum + (row.compared - row.equal) + row.notCompared, 0),
		firstSeen: times[0],
		lastSeen: times.at(-1),
	};
}

/**
 * What is wrong now, one for each incident, and what is not known.
 * @param failures rows of *Extensiv failures* that are not closed, or an item with `error`
 * @param reconciliations rows of *Extensiv reconciliations*, or an item with `error`
 * @param onlyWorkflows names of the flows to look at, separated by semicolons; all if empty
 */
function standingOf(failures, reconciliations, onlyWorkflows) {
	const isChosen = selection(onlyWorkflows);
	const failed = rowsOrUnread(failures);
	const results = rowsOrUnread(reconciliations);
	const rows = (failed ?? []).filter(({ key, flow }) => key !== undefined && isChosen(flow));
	const byWorkflow = groupedBy(
		(results ?? []).filter(({ what, workflow }) => what !== undefined && isChosen(workflow)),
		({ workflowId }) => workflowId,
	);
	return {
		incidents: [
			...rows.filter(({ key }) => key === BRAKE).map(ofBrake),
			...[
				...groupedBy(
					rows.filter(({ key }) => key !== BRAKE),
					({ workflowId }) => workflowId,
				),
			].map(([workflowId, ofFlow]) => ofItems(workflowId, ofFlow)),
			...[...byWorkflow].map(([workflowId, ofOne]) => ofReconciliation(workflowId, ofOne)).filter(Boolean),
		],
		reconciled: [...byWorkflow.keys()].map(keyOfReconciliation),
		unread: [...(failed ? [] : ['failures']), ...(results ? [] : ['reconciliations'])],
	};
}

module.exports = { standingOf, selection };
