import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type BenchResult, benchResult, type RowResult } from '../bench/result';
import { figure } from '../bench/figures';
import { performanceChart } from './performanceChart';
import { HEADLINES, type Headline, MISSES } from './performanceWords';

export const docsFolder = path.resolve(__dirname, '../../docs');
export const FILE = path.join(docsFolder, 'performance.json');

export const savedResult = (): BenchResult => benchResult.parse(JSON.parse(readFileSync(FILE, 'utf8')));

const UNITS: Record<string, string> = { seconds: ' s', megabytes: ' MB', milliseconds: ' ms', microseconds: ' µs' };

const amount = (name: string, value: number): string => {
	const text = value >= 1_000 ? Math.round(value).toLocaleString('en-US') : figure(value);
	return name in UNITS ? `${text}${UNITS[name]}` : `${text} ${name}`;
};

const headline = (row: RowResult): string[] => {
	const words: Headline | undefined = HEADLINES[row.name];
	if (!words || row.skipped !== undefined) return [];
	const [ours, other] = words.compare.map((name) => row.contenders.find((one) => one.name === name));
	const [mine, theirs] = [ours, other].map((one) => one?.measures[words.figure]?.median);
	if (mine === undefined || theirs === undefined) return [];
	const [one, two] = [mine, theirs].map((value) => amount(words.figure, value));
	return [`- **${words.what}**: ${one}, ${words.against} ${two} (${percent(mine / theirs)}).`];
};

const percent = (share: number): string => (share >= 0.1 ? `${Math.round(share * 100)}%` : `${figure(share * 100)}%`);

const measuresOf = ({ contenders }: RowResult): string =>
	contenders
		.map(({ label, measures, failures }) => {
			const figures = Object.entries(measures).map(([name, { median }]) => amount(name, median));
			const failed = failures.length > 0 ? `; failed in ${failures.length}: “${cell(failures[0] ?? '')}”` : '';
			return `${label}: ${figures.join(', ')}${failed}`;
		})
		.join('<br>');

/** A text in a cell of a table. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');

const workOf = (row: RowResult): string => {
	const sentences = [row.work, ...row.notes].map((text) => text.replace(/\.$/, ''));
	return `| \`${row.name}\` | ${cell(sentences.join('. '))}. | ${measuresOf(row)} |`;
};

const bars = (row: RowResult): string[] =>
	row.skipped === undefined
		? row.bars
				.map(({ text, limit, value, met }, at) => [
					at === 0 ? `\`${row.name}\`` : '',
					text,
					value < 0 ? '–' : amount('', value).trim(),
					limit,
					met ? 'kept' : '**missed**',
				])
				.map((cells) => `| ${cells.join(' | ')} |`)
		: [`| \`${row.name}\` | not measured: ${cell(row.skipped)} | | | |`];

const missed = (row: RowResult): string[] =>
	row.bars.some(({ met }) => !met) && MISSES[row.name] !== undefined ? [`- \`${row.name}\`: ${MISSES[row.name]}`] : [];

const days = (result: BenchResult): string =>
	[...new Set(result.rows.map(({ date, commit }) => `${date.slice(0, 10)} at commit ${commit}`))].join('; ');

const rounds = ({ rows }: BenchResult): string =>
	[...new Set(rows.filter(({ skipped }) => skipped === undefined).map((row) => row.rounds))].join(' or ');

/** Minutes that all rows took, and one for the start. */
const minutes = ({ rows }: BenchResult): number => Math.ceil(rows.reduce((sum, { took }) => sum + took, 60) / 60);

/** The page about speed, from the figures of a benchmark. */
export const performancePage = (result: BenchResult): string => {
	const { versions, machine, rows, scale } = result;
	const reasons = rows.flatMap(missed);
	const small =
		scale < 1
			? `\n**Measured with ${percent(scale)} of the sizes, to try the instrument: no figures to rely on.**\n`
			: '';
	return `# How fast it is
<!-- Generated from performance.json by \`npm run docs\`; a test fails if it is out of date. -->
${small}
${rows.flatMap(headline).join('\n')}

![The same work, by this package and by what one would use instead](images/performance.svg)

The service is the sandbox on the same machine, so these figures say what n8n, the nodes and the waiting for a
distant service cost. The real service adds its own time, and an account whose rate limits are lower than the work
needs waits for them, with any client: the number of calls is then what counts.

## The bars

Most bars are ratios of medians within one run, which hold on any machine; the others are limits that
the package sets itself.

| row | what | measured | bar | |
|---|---|---|---|---|
${rows.flatMap(bars).join('\n')}
${reasons.length > 0 ? `\nWhy a bar is missed:\n\n${reasons.join('\n')}\n` : ''}
## What was measured

Medians of ${rounds(result)} rounds; in each round the contenders take turns. Times are those that n8n records for the node itself. 
*HTTP Request* is n8n's own node with the same credential.

| row | work | medians |
|---|---|---|
${rows.map(workOf).join('\n')}

Machine: ${machine.cores} cores (${machine.processor}), ${machine.gigabytes} GB, ${machine.system}.
n8n ${versions.n8n} on Node.js ${versions.node}, version ${versions.pack} of this package; sandbox on Node.js ${versions.sandboxNode}.
Measured on ${days(result)}. All samples: [performance.json](performance.json).

## Measure it yourself

\`\`\`sh
npm ci
npm run bench                                      # everything, five rounds
npm run bench -- --only read-wan,write-stock --rounds 1
npm run bench -- --json figures.json --check       # exit code 1 when a bar is missed
npm run bench -- --write-docs                      # renews this page, its figures and its chart
\`\`\`

It installs n8n ${versions.n8n} into the cache folder the first time (five minutes, 2.5 GB), then takes about
${minutes(result)} minutes on such a machine. Leave the machine alone meanwhile.
\`main-job\` builds an earlier version from git, so it needs a full clone.
\`npm run bench:trigger\` and \`npm run bench:reading\` measure single parts.
`;
};

/** The files of `docs/` that are made from its figures, by name. */
export const performanceFiles = (): Record<string, string> => {
	const result = savedResult();
	return { 'performance.md': performancePage(result), 'images/performance.svg': performanceChart(result) };
};
