import path from 'node:path';
import pack from '../../../package.json';
import { projectFolder } from '../../host';
import { childEnvironment, runCommand } from '../../host/command';
import { median } from '../figures';
import type { Contender, Row } from '../row';
import type { Stage } from '../stage';

/** A process takes a second, and its memory varies by some megabytes. */
const PROCESSES = 3;
/** Fewer loaded would look fast. */
const NODE_TYPES = pack.n8n.nodes.length;

export const start = (stage: Stage): Row => ({
	name: 'start',
	work: "What the package adds to n8n's start",
	notes: [
		`n8n-core's own loader in fresh processes, ${PROCESSES} for each median of a round: time of loading all nodes and ` +
			'credentials, and by how much resident memory grows, after collections, with the package and with none.',
	],
	bars: [
		{ text: 'time', value: (medians) => medians('pack', 'milliseconds'), most: 100, unit: 'ms' },
		{
			text: 'memory',
			value: (medians) => medians('pack', 'megabytes') - medians('none', 'megabytes'),
			most: 15,
			unit: 'MB',
		},
	],
	open: async () => {
		const pack = path.join(stage.n8n.userFolder, '.n8n', 'nodes', 'node_modules', 'n8n-nodes-extensiv-om');
		const modules = path.resolve(path.dirname(stage.installation.n8n), '..', '..');
		const script = path.join(projectFolder, 'test', 'bench', 'contenders', 'loadPack.js');
		const load = async (folders: string[]): Promise<{ milliseconds: number; megabytes: number; nodes: number }> =>
			JSON.parse(
				await runCommand(stage.installation.node, ['--expose-gc', script, stage.installation.n8n, ...folders], {
					cwd: path.dirname(stage.installation.n8n),
					env: { ...childEnvironment(), NODE_PATH: modules },
				}),
			) as { milliseconds: number; megabytes: number; nodes: number };
		const contender = (name: string, label: string, folders: string[]): Contender => ({
			name,
			label,
			run: async () => {
				const loads = [];
				for (let at = 0; at < PROCESSES; at++) loads.push(await load(folders));
				const expected = folders.length * NODE_TYPES;
				if (loads.some(({ nodes }) => nodes !== expected)) throw new Error(`Not ${expected} node types were loaded`);
				return {
					figures: {
						milliseconds: median(loads.map(({ milliseconds }) => milliseconds)),
						megabytes: median(loads.map(({ megabytes }) => megabytes)),
					},
				};
			},
		});
		return await Promise.resolve([
			contender('pack', 'with the package', [pack]),
			contender('none', 'without a package', []),
		]);
	},
});
