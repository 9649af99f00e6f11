import type { Engine, Line } from '../engine';
import { type ExpressionEngine, openWith } from '../support/references';
import { differencesOf } from '../support/randomReferences';

const CASES = 10_000;
/** The isolate needs a newer Node.js: `test/e2e/plainReferences.test.ts`. */
const ENGINES: Array<[Line, ExpressionEngine]> = [
	['1', 'legacy'],
	['2', 'legacy'],
	['2', 'quickjs'],
];

describe('Any expression and any item', () => {
	let engine: Engine | undefined;
	afterEach(async () => await engine?.close());

	it.each(ENGINES)('in n8n line %s gives the same with and without the engine “%s”', async (line, expressions) => {
		engine = await openWith(line, expressions);
		const { compared, differing } = await differencesOf(engine, CASES);
		expect(differing).toEqual([]);
		expect(compared).toBeGreaterThanOrEqual(CASES);
	});
});
