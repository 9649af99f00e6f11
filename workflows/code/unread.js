// The code of "What failed" in templates that read Extensiv: records that could not be read.

/** The key of their row in the table of failures. */
const UNREAD = 'not read';
const NAMED = 5;

/**
 * Takes what could not be read out of the results of a run, as one failure; if all was read, its row is closed.
 * @param results items of all branches; those of the step "Not read" are `{unread, reason, remedy}`
 * @returns `{results, failures, ok}`: the other items, and a part of the report
 */
function takeUnread(results) {
	const unread = results.filter((one) => one.unread);
	const rest = results.filter((one) => !one.unread);
	const [first] = unread;
	if (first === undefined) return { results: rest, failures: [], ok: [UNREAD] };
	const named = unread.slice(0, NAMED).map(({ reason }) => reason);
	if (unread.length > NAMED) named.push(`And ${unread.length - NAMED} more.`);
	const remedy = first.remedy || 'Correct the record in Extensiv. The next run reads it again.';
	return {
		results: rest,
		failures: [{ key: UNREAD, reason: named.join(' '), remedy, item: { records: unread.length } }],
		ok: [],
	};
}

module.exports = { takeUnread };
