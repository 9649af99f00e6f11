/** What a flow reports to *Extensiv failures*. */
export const reportOf = (flow: string, failed: readonly string[], ok: readonly string[] = []) => ({
	flow,
	workflowId: 'a workflow of the test',
	failures: failed.map((key) => ({
		key,
		reason: 'Country "Atlantis" is not known.',
		remedy: 'Correct the country of the order.',
		item: [{ orderNumber: key, name: 'Jane Roe', street1: '12 Orchard Lane' }],
	})),
	ok,
	others: 'kept',
});
