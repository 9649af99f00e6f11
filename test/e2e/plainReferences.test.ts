import { projectFolder } from '../host';
import { runCommand } from '../host/command';
import { ensureInstalled } from '../host/installation';
import { openWith } from '../support/references';
import { differencesOf } from '../support/randomReferences';

const CASES = 10_000;

describe('Any expression and any item', () => {
	// The readers are taken file by file; what n8n runs was packed before.
	beforeAll(async () => await runCommand('npx', ['gulp', 'buildForTests'], { cwd: projectFolder }));

	it("gives the same with and without n8n's isolate", async () => {
		const { node } = await ensureInstalled();
		const engine = await openWith('2', 'vm', node);
		const { compared, differing } = await differencesOf(engine, CASES);
		expect(differing).toEqual([]);
		expect(compared).toBeGreaterThanOrEqual(CASES);
		await engine.close();
	});
});
