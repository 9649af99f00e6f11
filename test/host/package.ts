import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod/v4';
import { childEnvironment, runCommand } from './command';

/** The project's own folder. */
export const projectFolder = path.resolve(__dirname, '..', '..');

const packed = z.tuple([z.object({ filename: z.string() })]);
const manifest = z.looseObject({ name: z.string(), version: z.string() });

/** `npm pack` into `folder`; gives the path of the tarball. The project must have been built. */
export const packProject = async (folder: string): Promise<string> => {
	await mkdir(folder, { recursive: true });
	const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
	const response = await runCommand('npm', args, { cwd: projectFolder });
	const [{ filename }] = packed.parse(JSON.parse(response));
	return path.join(folder, filename);
};

/**
 * Puts a packed community package where n8n puts what a user installs from *Settings > Community nodes*, with the same steps
 * (n8n's own `downloadPackage`): unpack, drop dev, peer and optional dependencies, `npm install` in the package, enter it in the
 * ledger. Gives the package's name.
 */
export const installPackage = async (tarball: string, userFolder: string): Promise<string> => {
	const nodesFolder = path.join(userFolder, '.n8n', 'nodes');
	const unpacked = path.join(nodesFolder, 'unpacked');
	await mkdir(unpacked, { recursive: true });
	await runCommand('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1'], { cwd: nodesFolder });
	const content = manifest.parse(JSON.parse(await readFile(path.join(unpacked, 'package.json'), 'utf8')));
	const { devDependencies: _dev, peerDependencies: _peer, optionalDependencies: _optional, ...kept } = content;
	await writeFile(path.join(unpacked, 'package.json'), JSON.stringify(kept, null, 2));
	const args = [
		'install',
		'--audit=false',
		'--fund=false',
		'--bin-links=false',
		'--install-strategy=shallow',
		'--ignore-scripts=true',
		'--package-lock=false',
	];
	await runCommand('npm', args, { cwd: unpacked, env: childEnvironment() });

	const target = path.join(nodesFolder, 'node_modules', content.name);
	await rm(target, { recursive: true, force: true });
	await mkdir(path.dirname(target), { recursive: true });
	await runCommand('mv', [unpacked, target], { cwd: nodesFolder });
	const ledger = { name: 'installed-nodes', private: true, dependencies: { [content.name]: content.version } };
	await writeFile(path.join(nodesFolder, 'package.json'), JSON.stringify(ledger, null, 2));
	return content.name;
};
