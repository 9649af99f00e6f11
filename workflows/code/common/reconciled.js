// The code of the reconciliation: what it keeps of a run.

const EXAMPLES = 10;
const LONGEST = 500;

const nameOf = ({ orderNumber, sku }) => String(orderNumber ?? sku ?? '').trim();
/** `neverArrived` as a person writes it. */
const asWords = (outcome) => outcome.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
const textOf = (item) => [nameOf(item), item.outcome ? asWords(item.outcome) : item.error].filter(Boolean).join(': ');

/** The first items, as a text that a person reads. */
function examplesOf(items) {
	const texts = items.slice(0, EXAMPLES).map(textOf);
	const text = [...texts, ...(items.length > EXAMPLES ? ['…'] : [])].join('; ');
	return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/**
 * A row for each comparison that was made. One that got no items from the ERP says nothing.
 * @param run `{workflow, workflowId}`: name and ID of the workflow
 * @param comparisons `[{what, differences, counts, notCompared}]`: items of the outputs of *Reconcile*
 */
function resultsOf({ workflow, workflowId }, comparisons, now) {
	return comparisons
		.filter(({ counts, notCompared }) => counts !== undefined || notCompared.length > 0)
		.map(({ what, differences, counts = {}, notCompared }) => ({
			workflow,
			workflowId,
			what,
			compared: counts.compared ?? 0,
			equal: counts.equal ?? 0,
			accuracyPercent: counts.accuracyPercent ?? null,
			notCompared: notCompared.length,
			examples: examplesOf([...differences, ...notCompared]),
			at: now.toISOString(),
		}));
}

module.exports = { resultsOf };
