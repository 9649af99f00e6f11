import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packProject, projectFolder, say, secondsSince, startHost } from '../host';
import { runCommand } from '../host/command';
import { erpCases } from './erpFolders';
import { offerHost } from './hostOnDemand';
import { hostVariable, tarballVariable } from './sharedHost';

declare global {
	/** Ends n8n and removes what the run left in the temporary folder. */
	var stopHost: (() => Promise<void>) | undefined;
}

/** Builds and packs the nodes, and offers the one n8n that the e2e tests share. */
export default async function globalSetup(): Promise<void> {
	const start = performance.now();
	const folder = await mkdtemp(path.join(tmpdir(), 'extensiv-pack-'));
	say('\ne2e: building and packing the nodes');
	await runCommand('npx', ['gulp', 'build'], { cwd: projectFolder });
	const tarball = await packProject(folder);
	say(`e2e: packed (${secondsSince(start)})`);
	const offer = await offerHost(async () => {
		const asked = performance.now();
		say('e2e: starting n8n');
		const host = await startHost({ tarball, readableFolders: erpCases.map((erp) => erp.folder) });
		say(`e2e: n8n is up (${secondsSince(asked)})`);
		return host;
	});
	process.env[hostVariable] = offer.url;
	process.env[tarballVariable] = tarball;
	globalThis.stopHost = async () => {
		await offer.close();
		await rm(folder, { recursive: true, force: true });
	};
}
