import { rename, symlink } from 'node:fs/promises';
import path from 'node:path';
import { projectFolder } from '../../host';
import { runCommand } from '../../host/command';

const git = async (...args: string[]): Promise<string> => await runCommand('git', args, { cwd: projectFolder });

/** Whether the clone has a revision; a shallow one may not. */
export const hasRevision = async (revision: string): Promise<boolean> =>
	await git('rev-parse', '--quiet', '--verify', `${revision}^{commit}`).then(
		() => true,
		() => false,
	);

/** Builds and packs the nodes of a revision, in a worktree that is removed afterwards. Gives the tarball. */
export const packRevision = async (revision: string, folder: string): Promise<string> => {
	const worktree = path.join(folder, 'before');
	await git('worktree', 'add', '--detach', worktree, revision);
	try {
		await symlink(path.join(projectFolder, 'node_modules'), path.join(worktree, 'node_modules'));
		await runCommand('npx', ['gulp', 'build'], { cwd: worktree });
		const args = ['pack', '--silent', '--ignore-scripts', '--pack-destination', '..'];
		const name = (await runCommand('npm', args, { cwd: worktree })).trim();
		const tarball = path.join(folder, `before-${name}`);
		await rename(path.join(folder, name), tarball);
		return tarball;
	} finally {
		await git('worktree', 'remove', '--force', worktree);
	}
};
