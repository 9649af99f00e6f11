import { callsOf, runWrite, WRITES } from '../integration/operations/cases/writes';
import { REFUSALS } from '../support/refusals';
import { fresh, noRefusalCountsAsDone } from '../support/refusedWrites';
import { useStage } from '../support/stage';

describe(`a write under ${REFUSALS.length} answers with a status of success that do not confirm it`, () => {
	noRefusalCountsAsDone(useStage('2'), REFUSALS);
});

/** Writes whose effect no read shows: without an answer that confirms, nobody knows. */
const NOT_SHOWN = /^(stockLevel (add|remove)|stockRecord move|shipment void|order sendToFulfillment of all)/;
/** Here the first call is meant to be refused. */
const REFUSED_FIRST = /where there is no record/;

describe('a write that was done, answered by something else than the contract says', () => {
	const stage = useStage('2');

	it.each(WRITES.filter(({ what }) => !NOT_SHOWN.test(what) && !REFUSED_FIRST.test(what)))(
		'is done, because a look-up shows it: $what',
		async (write) => {
			for (const call of await callsOf(stage, write)) {
				fresh(stage);
				const { items, errorItems } = await runWrite(stage, write, call, {
					what: '',
					body: {},
					alsoDone: true,
				});
				expect(errorItems.map(({ json }) => json.error)).toEqual([]);
				expect(items).toHaveLength(write.items.length);
			}
		},
	);

	it.each(WRITES.filter(({ what }) => NOT_SHOWN.test(what)))(
		'is in doubt where nothing shows it: $what',
		async (write) => {
			for (const call of await callsOf(stage, write)) {
				fresh(stage);
				const { items, errorItems } = await runWrite(stage, write, call, {
					what: '',
					body: {},
					alsoDone: true,
				});
				expect(items).toEqual([]);
				expect(errorItems[0]?.json.error).toMatch(/does not confirm the change.*not known/);
			}
		},
	);
});
