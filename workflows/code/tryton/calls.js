// What Tryton says to a call of a task.

const { failed, outcomes } = require('../shared/calls.js');
const { objectionOf } = require('./answers.js');

/** A call with what Tryton said against it. */
function answered(call, response) {
	const objection = objectionOf(response);
	const isShort = call.method.endsWith('.assign_try') && response.result === false;
	const problem = isShort
		? `Tryton has not enough stock to assign ${call.about}. Correct the stock in Tryton, or set shipWithoutStock in Settings. The next run tries again.`
		: objection && `Tryton refuses ${call.about}: ${objection}`;
	return { ...call, ...(problem && { problem }) };
}

module.exports = { failed, answered, outcomes };
