import { ensureInstalled } from '../host/installation';
import { openWith } from '../support/references';
import { differencesOf } from '../support/randomReferences';

const CASES = 10_000;

describe('Any expression and any item', () => {
	it("gives the same with and without n8n's isolate", async () => {
		const { node } = await ensureInstalled();
		const engine = await openWith('2', 'vm', node);
		const { compared, differing } = await differencesOf(engine, CASES);
		expect(differing).toEqual([]);
		expect(compared).toBeGreaterThanOrEqual(CASES);
		await engine.close();
	});
});
