// The code of "Extensiv dashboard": what its list of failures shows.

const DAY = 24 * 60 * 60 * 1000;
/** Reconciliations run every night; an older result says nothing about today. */
const FRESH_DAYS = 2;

/** Incidents that the table of failures has as well. */
const OF_FAILURES = ['failedItems', 'brake'];

/** Incidents that concern one workflow, and not the account. */
const OF_ONE_WORKFLOW = ['discrepancy', 'other'];

const sentences = (...texts) =>
	texts
		.map((text) => String(text ?? '').trim())
		.filter((text) => text !== '')
		.map((text) => (/[.!?…]$/.test(text) ? text : `${text}.`))
		.join(' ');

const ofItem = ({ flow, key, reason, remedy, lastSeen }) => ({
	time: lastSeen,
	subject: `${flow}: ${key}`,
	reason: sentences(reason, remedy),
});

const ofIncident = ({ class: kind, reason, remedy, workflow, lastSeen }) => ({
	time: lastSeen,
	subject: OF_ONE_WORKFLOW.includes(kind) ? workflow : 'Extensiv',
	reason: sentences(reason, remedy),
});

const notKept = (error, now) => ({
	time: now.toISOString(),
	subject: 'Failures of your workflows',
	reason: sentences(
		`They are not shown: ${error}`,
		'Import and publish Extensiv failures (common/failures.json). If you do not use it, remove Failed items from the workflow of this page',
	),
});

/** In percent, of the last comparison of stock; empty if there is none. */
function accuracyOf(reconciliations, now) {
	const ofStock = reconciliations
		.filter(({ what, at }) => what === 'stock' && now.getTime() - Date.parse(at) < FRESH_DAYS * DAY)
		.sort((one, other) => one.at.localeCompare(other.at));
	return ofStock.at(-1)?.accuracyPercent ?? '';
}

/**
 * An item for each failure: what a person needs, and nothing of the failed item itself. At least one item, so that the
 * page is made.
 * @param failures open rows of *Extensiv failures*, or an item with `error`
 * @param incidents open rows of *Extensiv incidents*
 * @param reconciliations rows of *Extensiv reconciliations*
 * @param isChosen whether the page shows a workflow, by its name
 */
function lastFailures(failures, incidents, reconciliations, now, isChosen = () => true) {
	const error = failures.find((one) => one.error !== undefined && one.key === undefined)?.error;
	const list = [
		...(error === undefined ? [] : [notKept(error, now)]),
		...failures.filter(({ key, flow }) => key !== undefined && isChosen(flow)).map(ofItem),
		...incidents
			.filter(({ key, class: kind }) => key !== undefined && !OF_FAILURES.includes(kind))
			.filter(({ workflow }) => isChosen(workflow))
			.map(ofIncident),
	];
	const accuracy = accuracyOf(
		reconciliations.filter(({ workflow }) => isChosen(workflow)),
		now,
	);
	return (list.length > 0 ? list : [{ time: '', subject: '', reason: '' }]).map((one) => ({ ...one, accuracy }));
}

module.exports = { lastFailures };
