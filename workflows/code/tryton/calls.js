// Calls of Tryton that belong together: a task, such as shipping a shipment, takes several in a row.

const { objectionOf } = require('./answers.js');

const failed = (item, problem) => ({ ...item, outcome: 'failed', problem });

/** A call with what Tryton said against it. */
function answered(call, response) {
	const objection = objectionOf(response);
	const isShort = call.method.endsWith('.assign_try') && response.result === false;
	const problem = isShort
		? `Tryton has not enough stock to assign ${call.about}. Correct the stock in Tryton, or set shipWithoutStock in Settings. The next run tries again.`
		: objection && `Tryton refuses ${call.about}: ${objection}`;
	return { ...call, ...(problem && { problem }) };
}

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

module.exports = { failed, answered, outcomes };
