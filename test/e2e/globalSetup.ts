import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packProject, projectFolder, say, secondsSince, startHost } from '../host';
import { runCommand } from '../host/command';
import { erpCases } from './erpFolders';
import { offerHost } from './hostOnDemand';
import { hostVariable, mutationsVariable, tarballVariable } from './sharedHost';

declare global {
	/** Ends n8n and removes what the run left in the temporary folder. */
	var stopHost: (() => Promise<void>) | undefined;
}

/** Builds and packs the nodes, and offers the one n8n that the e2e tests share. */
export default async function globalSetup(): Promise<void> {
	const start = performance.now();
	// The real path, because n8n refuses files behind symbolic links.
	const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'extensiv-pack-')));
	const mutations = path.join(folder, 'mutations');
	await mkdir(mutations);
	say('\ne2e: building and packing the nodes');
	await runCommand('npx', ['gulp', 'build'], { cwd: projectFolder });
	const tarball = await packProject(folder);
	say(`e2e: packed (${secondsSince(start)})`);
	const offer = await offerHost(async () => {
		const asked = performance.now();
		say('e2e: starting n8n');
		const host = await startHost({ tarball, readableFolders: [...erpCases.map((erp) => erp.folder), mutations] });
		say(`e2e: n8n is up (${secondsSince(asked)})`);
		return host;
	});
	process.env[hostVariable] = offer.url;
	process.env[tarballVariable] = tarball;
	process.env[mutationsVariable] = mutations;
	globalThis.stopHost = async () => {
		await offer.close();
		await rm(folder, { recursive: true, force: true });
	};
}
