import type { Engine } from '../engine';
import { projectFolder } from '../host';
import { runCommand } from '../host/command';
import { ensureInstalled } from '../host/installation';
import { openWith } from '../support/references';
import { differencesOf } from '../support/randomReferences';

const CASES = 10_000;

describe('Any expression and any item', () => {
	let engine: Engine | undefined;
	// The readers are taken file by file; what n8n runs was packed before.
	beforeAll(async () => {
		await runCommand('npx', ['gulp', 'buildForTests'], { cwd: projectFolder });
		const { node } = await ensureInstalled();
		engine = await openWith('2', 'vm', node);
	});
	afterAll(async () => await engine?.close());

	it("gives the same with and without n8n's isolate", async () => {
		const { compared, differing } = await differencesOf(engine as Engine, CASES);
		expect(differing).toEqual([]);
		expect(compared).toBeGreaterThanOrEqual(CASES);
	});
});
