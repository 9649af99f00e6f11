// Calls of an ERP that belong together: a task, such as shipping a shipment, takes several in a row.

const failed = (item, problem) => ({ ...item, outcome: 'failed', problem });

/** What became of each item: done, unless a call of its task had a problem. */
function outcomes(calls) {
	const problems = new Map();
	for (const { task, problem } of calls) if (problem && !problems.has(task)) problems.set(task, problem);
	return calls.flatMap(({ task, items = [], settled = [] }) => [
		...settled,
		...items.map((item) =>
			problems.has(task) ? failed(item, problems.get(task)) : { ...item, outcome: item.outcome ?? 'done' },
		),
	]);
}

module.exports = { failed, outcomes };
