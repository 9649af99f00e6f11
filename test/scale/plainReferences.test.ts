import { LINES } from '../engine';
import { type ExpressionEngine, openWith } from '../support/references';
import { differencesOf } from '../support/randomReferences';

const CASES = 10_000;
const ENGINES: ExpressionEngine[] = ['legacy', 'vm', 'quickjs'];

describe.each(LINES)('Any expression and any item, n8n line %s', (line) => {
	it.each(ENGINES)('gives the same value or error with and without the %s engine', async (expressions) => {
		const engine = await openWith(line, expressions);
		// n8n 1 has no QuickJS, and the isolate is made for newer versions of Node.js.
		if (!engine) return;
		const { compared, differing } = await differencesOf(engine, CASES);
		expect(differing).toEqual([]);
		expect(compared).toBeGreaterThanOrEqual(CASES);
		await engine.close();
	});
});
