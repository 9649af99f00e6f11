import { openEngine } from '../../engine';
import * as sandbox from '../../sandbox';
import { version } from '../../../package.json';

/*
 * Records what the built triggers of this version save, for the tests of later versions: build, then
 * `npx tsx test/support/savedState/main.ts`. What was recorded stays as it is, and so do its scenarios.
 */
Object.assign(globalThis, { loadedSandbox: sandbox });

async function main(): Promise<void> {
	const { PRODUCTS, Stage } = await import('../stage');
	const { record } = await import('./record');
	const { SCENARIOS } = await import('./scenarios');
	const { recordDeliveries } = await import('./deliveries');
	const { VERSIONS, writeSaved } = await import('./files');
	if (VERSIONS.includes(version)) throw new Error(`The state that version ${version} saves is recorded`);
	const stage = new Stage();
	stage.sandbox = await sandbox.startSandbox();
	const engine = await openEngine({ line: '2' });
	stage.engine = engine;
	for (const scenario of SCENARIOS) {
		stage.control.reset();
		stage.control.seed({ products: PRODUCTS });
		const { name, contract } = scenario;
		writeSaved(version, `${name}.${contract}`, { version, contract, ...(await record(stage, scenario)) });
	}
	writeSaved(version, 'deliveries', { version, ...(await recordDeliveries(stage)) });
	await engine.close();
	await stage.sandbox.close();
}

void main();
