import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { z } from 'zod/v4';
import { openKillableEngine } from '../engine';
import { runSteps, say } from '../host/progress';
import { startSandbox } from '../sandbox';
import { tokenCredential } from '../support/credentials';
import { type PeakHour, playPeakHour } from './peakHour';
import { report } from './report';
import { type SizeName, SIZES } from './sizes';
import type { Progress } from './starts';
import { type Summary, summarize } from './summary';

const USAGE = `npm run stress -- [options]
  --size NAME        ${Object.keys(SIZES).join(', ')} (default: small)
  --faults SHARE     share of the calls that fail (default: 0.01)
  --outage CALLS     calls in a row that fail besides, once (default: 80)
  --latency MS       wait of the sandbox before each call (default: 100)
  --seed N           the same shop and the same trouble again (default: a random one)
  --json FILE        writes all figures
  --help`;

const options = z.object({
	size: z.enum(Object.keys(SIZES) as [SizeName]).default('small'),
	faults: z.coerce.number().min(0).max(0.5).default(0.01),
	outage: z.coerce.number().int().min(0).default(80),
	latency: z.coerce.number().min(0).default(100),
	seed: z.coerce
		.number()
		.int()
		.min(0)
		.default(() => Math.floor(Math.random() * 1_000_000)),
	json: z.string().min(1).optional(),
});

/** A run with what it ran on. */
export interface Run {
	size: SizeName;
	machine: { n8nCore: string; node: string; cores: number; cpu: string };
	/** Most resident memory, in MB; null where the system does not say. */
	memory: { n8nMb: number | null; driverMb: number };
	summary: Summary;
}

/** The most memory that a process has had, in MB. Linux only. */
function peakMb(pid: number | undefined): number | null {
	try {
		const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
		return peak === undefined ? null : Number(peak) / 1024;
	} catch {
		return null;
	}
}

const coreVersion = (): string => {
	const { version } = JSON.parse(readFileSync(require.resolve('n8n-core/package.json'), 'utf8')) as { version: string };
	return version;
};

const SHOW_EVERY_MS = process.stderr.isTTY ? 500 : 15_000;

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			size: { type: 'string' },
			faults: { type: 'string' },
			outage: { type: 'string' },
			latency: { type: 'string' },
			seed: { type: 'string' },
			json: { type: 'string' },
			help: { type: 'boolean' },
		},
	});
	if (values.help) return console.log(USAGE);
	const { size: name, faults, outage, latency, seed, json } = options.parse(values);
	const size = SIZES[name];
	const settings = { seed, faults, outage, tries: 5, timeoutSeconds: 5, settleSeconds: 2, latencyMs: latency };
	say(`Size ${name}, seed ${seed}`);
	const sandbox = await startSandbox({ seed });
	const { engine, pid } = await openKillableEngine('2');
	try {
		const credentials = await engine.addCredential('extensivOrderManagerApi', tokenCredential(sandbox.url).data);
		const place = { engine, control: sandbox.control, credentials };
		const { hour } = await runSteps<{ hour?: PeakHour }>({}, [
			{
				title: `${size.orders} orders in, ${size.levels} stock updates, ${size.shipments} shipments out`,
				task: async (made, task) => {
					let shown = performance.now();
					made.hour = await playPeakHour(place, size, settings, (progress) => {
						if (performance.now() - shown < SHOW_EVERY_MS) return;
						shown = performance.now();
						task.output = progressText(progress);
					});
				},
			},
		]);
		if (!hour) return;
		const run: Run = {
			size: name,
			machine: {
				n8nCore: coreVersion(),
				node: process.version,
				cores: cpus().length,
				cpu: cpus()[0]?.model ?? '',
			},
			memory: { n8nMb: peakMb(pid), driverMb: process.resourceUsage().maxRSS / 1024 },
			summary: summarize(hour, size, settings),
		};
		console.log(report(run));
		if (json) writeFileSync(json, `${JSON.stringify(run, null, '\t')}\n`);
		if (run.summary.differences.length > 0) process.exitCode = 1;
	} finally {
		await engine.close();
		await sandbox.close();
	}
}

const progressText = ({ orders, levels, shipments, reading }: Progress): string =>
	`orders ${orders}, stock updates ${levels}, shipments ${shipments}, read back ${reading}`;

main().catch((error: unknown) => {
	say(error instanceof z.ZodError ? `${z.prettifyError(error)}\n${USAGE}` : String(error));
	process.exitCode = 1;
});
