import { NEWEST, type RunResult } from '../engine';
import { type Known, knownOf, NODES, runCase } from '../integration/operations/cases/known';
import { staticHints } from '../support/hints';
import { PRODUCTS, type Settings, useStage } from '../support/stage';

/** n8n's own setting, with as short a wait as it allows. */
const AGAIN = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
const isRefused = ({ node, resource, operation, given }: Known): boolean =>
	staticHints('2', node, { resource, operation, ...given.parameters }).length > 0;

describe.each(NEWEST)('What n8n runs again after a failure (Retry On Fail), n8n line %s', (line) => {
	const stage = useStage(line);
	const others = NODES.flatMap(knownOf).filter((one) => !isRefused(one) && 'bad' in one.given);

	/** Runs a case with an item that is refused, and gives what the books are like afterwards. */
	async function booksAfter(one: Known, settings: Settings): Promise<{ run: RunResult; books: unknown }> {
		stage.control.reset();
		stage.control.seed({ products: PRODUCTS });
		const { given } = one;
		const run = await runCase(stage, one, 'bad' in given ? [given.good, given.bad] : [given.good], settings);
		return { run, books: stage.control.books() };
	}

	it.each(others)('leaves the books as one run does: $name of $node, $contract contract', async (one) => {
		const single = await booksAfter(one, {});
		const repeated = await booksAfter(one, AGAIN);
		expect(repeated.run.status).toBe('error');
		expect(repeated.books).toEqual(single.books);
	});
});
