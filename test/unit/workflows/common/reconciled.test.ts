import { resultsOf } from '../../../../workflows/code/common/reconciled';

const RUN = { workflow: 'Nightly', workflowId: 'w9' };
const NOW = new Date('2026-03-10T02:00:00.000Z');

const differences = (count: number) =>
	Array.from({ length: count }, (_, at) => ({ orderNumber: `${10_250 + at}`, outcome: 'neverArrived' }));

describe('the result of a reconciliation', () => {
	it('is a row for each comparison, with counts and the first differences', () => {
		const counts = { compared: 14, equal: 2, accuracyPercent: 14.3 };
		const [row] = resultsOf(RUN, [{ what: 'orders', differences: differences(12), counts, notCompared: [] }], NOW);
		expect(row).toMatchObject({
			...RUN,
			what: 'orders',
			...counts,
			notCompared: 0,
			at: NOW.toISOString(),
		});
		expect(row?.examples).toMatch(/^10250: never arrived; .*; 10259: never arrived; …$/);
	});

	it('names what could not be compared, also if nothing else was', () => {
		const notCompared = [{ sku: 'ODD', error: "'On Hand' is not a number" }];
		expect(resultsOf(RUN, [{ what: 'stock', differences: [], notCompared }], NOW)).toMatchObject([
			{ compared: 0, equal: 0, accuracyPercent: null, notCompared: 1, examples: "ODD: 'On Hand' is not a number" },
		]);
	});

	it('says nothing of a comparison that got no items', () => {
		expect(resultsOf(RUN, [{ what: 'stock', differences: [], notCompared: [] }], NOW)).toEqual([]);
	});
});
