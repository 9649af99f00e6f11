import type { IDataObject } from 'n8n-workflow';
import { type EngineItem, NEWEST, type RunResult } from '../../engine';
import { failures } from '../../support/results';
import { type Settings, useStage } from '../../support/stage';
import { type Known, knownOf, NODES, runCase } from './cases/known';

const inputIndexes = ({ pairedItem = [] }: EngineItem): number[] =>
	[pairedItem].flat().map((pair) => (typeof pair === 'number' ? pair : pair.item));

/** The run of an operation of which one item fails, at this place among the two; the one item there is, where one call serves all. */
interface Attempt {
	items: IDataObject[];
	failsAt: number;
	others: number[];
	names: RegExp[];
	run: (onError?: Settings['onError']) => Promise<RunResult>;
}

describe.each(NEWEST)('n8n line %s', (line) => {
	const stage = useStage(line);

	function attempt(one: Known, place: 0 | 1): Attempt {
		const { given } = one;
		const [failsAt, others] = 'together' in given ? [0, []] : [place, [1 - place]];
		if ('bad' in given) {
			const items = place === 0 ? [given.bad, given.good] : [given.good, given.bad];
			return {
				items,
				failsAt,
				others,
				names: given.names,
				run: async (onError) => await runCase(stage, one, items, { onError }),
			};
		}
		const items = [failsAt, ...others].map(() => given.good);
		const once = { ...given, parameters: { ...given.parameters, options: { maxTries: 1 } } };
		const run = async (onError?: Settings['onError']): Promise<RunResult> => {
			stage.control.faults([{ kind: '500', path: given.path, at: [failsAt + 1] }]);
			return await runCase(stage, { ...one, given: once }, items, { onError });
		};
		return { items, failsAt, others, names: [/500/], run };
	}

	describe.each(NODES)('%s', (node) => {
		const known = knownOf(node);

		it.each(known)(
			'sends a failed item to the error output with all its fields, what happened and what to do: $name, $contract contract',
			async (one) => {
				const { items, failsAt, others, names, run } = attempt(one, 0);
				const result = await run('continueErrorOutput');
				expect(result.status).toBe('success');
				expect([...new Set(result.pairs.flat())]).toEqual(others);
				expect(result.errorItems).toMatchObject([{ pairedItem: { item: failsAt } }]);
				expect(failures(result)[0]).toMatchObject({
					...items[failsAt],
					error: expect.any(String),
					message: expect.stringMatching(/\w{3}.*\.$/s),
				});
				for (const named of names) expect(failures(result)[0]?.error).toMatch(named);
			},
		);

		// What differs between the lines of n8n is how they lead failed items to their output; the rest is tried in one.
		if (line !== '2') return;

		it.each(known)(
			'keeps every item on the outputs of the node when set to continue: $name, $contract contract',
			async (one) => {
				const { failsAt, others, run } = attempt(one, 1);
				const result = await run('continueRegularOutput');
				expect(result).toMatchObject({ status: 'success', errorItems: [] });
				const items = result.outputs.flat();
				expect([...new Set(items.flatMap(inputIndexes))]).toEqual([...others, failsAt]);
				const failed = items.filter(({ json }) => 'error' in json);
				expect(failed).toMatchObject([
					{ json: { error: expect.any(String), message: expect.any(String) }, pairedItem: { item: failsAt } },
				]);
			},
		);

		it.each(known)(
			'stops the workflow with a message that names the trouble and the item, and says what to do: $name, $contract contract',
			async (one) => {
				const { failsAt, others, names, run } = attempt(one, 1);
				const result = await run();
				expect(result).toMatchObject({ status: 'error', items: [] });
				if (others.length > 0) expect(result.error?.context).toMatchObject({ itemIndex: failsAt });
				for (const named of names) expect(result.error?.message).toMatch(named);
				expect(result.error?.description).toMatch(/\w{3}.*\.$/s);
			},
		);
	});
});
