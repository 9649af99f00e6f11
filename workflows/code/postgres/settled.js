// What became of items that were written to the database one by one.

/**
 * @param items that were given to the step
 * @param results of the step: `{outcome, problem?}`, or `{error}` with the database's words
 */
function settled(items, results) {
	return results.map(({ json, pairedItem }, at) => {
		const item = items[pairedItem?.item ?? at]?.json;
		if (json.outcome !== undefined) return { ...item, ...json };
		// The step gives its input back if it has not even reached the database.
		if (json.error === undefined)
			throw new Error('The database did not answer. Check the credential of PostgreSQL in the step before.');
		const { message, description, messages = [] } = json.error;
		const words = [...new Set([message, description, ...messages].filter(Boolean))].join(' ');
		return {
			...item,
			outcome: 'failed',
			problem: `The database refuses it: ${words || String(json.error)}`,
			remedy: 'Correct the value in Extensiv, or change the statement or the table. The next run writes it again.',
		};
	});
}

module.exports = { settled };
