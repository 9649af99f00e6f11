import { platform } from 'node:os';
import { readWith } from '../contenders/reading';
import { N8n } from '../n8n/n8n';
import { ratio, type Contender, type Row } from '../row';
import { counted, sized, type Stage } from '../stage';
import { seedOrders } from './reading';

export const memory = (stage: Stage): Row => ({
	name: 'memory',
	work: `Most memory that n8n has resident while it reads ${counted(stage, 50_000)} orders`,
	notes: [
		'VmHWM of n8n and its task runner, in an n8n that is started for each measurement, saving of the execution ' +
			'included. Both nodes as they come: Simplify on, HTTP Request with its pagination, 100 a page. Three rounds.',
	],
	rounds: 3,
	bars: [ratio('ours', 'http', 0.8, 'this package / HTTP Request', 'megabytes')],
	open: async () => {
		if (platform() !== 'linux') return 'the peak of a process is read from /proc, which only Linux has';
		const count = await seedOrders(stage, sized(stage, 50_000));
		const contender = (node: 'ours' | 'http', label: string): Contender => ({
			name: node,
			label,
			run: async () => {
				const n8n = await N8n.start(stage.tarball);
				try {
					const idle = n8n.peakMegabytes();
					const { sandbox } = stage;
					const account = { n8n, sandbox, credential: await n8n.connect(sandbox.url) };
					const { figures, failure } = await readWith(account, node, { count });
					const measured = { megabytes: n8n.peakMegabytes(), 'MB after the start': idle, ...figures };
					return { figures: measured, ...(failure === undefined ? {} : { failure }) };
				} finally {
					await n8n.stop();
				}
			},
		});
		return [contender('ours', 'this package'), contender('http', 'HTTP Request')];
	},
});
