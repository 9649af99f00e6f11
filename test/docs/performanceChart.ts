import type { BenchResult, ContenderResult, RowResult } from '../bench/result';
import { figure } from '../bench/figures';

/** Rows to draw, with the figure and the contenders. */
const DRAWN: Record<string, { figure: string; contenders: string[] }> = {
	'read-lan': { figure: 'seconds', contenders: ['ours', 'http'] },
	'read-wan': { figure: 'seconds', contenders: ['ours', 'http', 'axios'] },
	'write-stock': { figure: 'seconds', contenders: ['ours', 'http', 'loop'] },
	'write-orders': { figure: 'seconds', contenders: ['ours', 'http'] },
	'main-job': { figure: 'seconds', contenders: ['ours', 'before'] },
	memory: { figure: 'megabytes', contenders: ['ours', 'http'] },
};
const UNITS: Record<string, string> = { seconds: 's', megabytes: 'MB' };

const WIDTH = 760;
const MARGIN = 20;
const BARS_FROM = 210;
const LONGEST = 440;
const BAR = 16;
const LINE = 22;
const TITLE = 26;
const GAP = 18;

/** Readable on light and dark pages; the background is its own, because a page that shows it may have either. */
const STYLE = `
	text { font: 13px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif }
	.title, .strong { fill: #1f2328; font-weight: 600 }
	.label { fill: #59636e }
	.page { fill: #ffffff }
	.ours { fill: #0b6bcb }
	.other { fill: #afb8c1 }
	@media (prefers-color-scheme: dark) {
		.title, .strong { fill: #f0f6fc }
		.label { fill: #9198a1 }
		.page { fill: #0d1117 }
		.ours { fill: #4c9dff }
		.other { fill: #57606a }
	}`;

const escaped = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

interface Bar {
	label: string;
	value: number;
	text: string;
	isOurs: boolean;
}

const shown = (value: number, unit: string): string =>
	`${value >= 1_000 ? Math.round(value).toLocaleString('en-US') : figure(value)} ${unit}`;

const barsOf = (row: RowResult): Bar[] => {
	const drawn = DRAWN[row.name];
	if (!drawn) return [];
	return drawn.contenders.flatMap((name, at) => {
		const contender: ContenderResult | undefined = row.contenders.find((one) => one.name === name);
		const value = contender?.measures[drawn.figure]?.median;
		if (!contender || value === undefined) return [];
		const text = shown(value, UNITS[drawn.figure] ?? drawn.figure);
		return [{ label: contender.label, value, text, isOurs: at === 0 }];
	});
};

const group = (title: string, bars: readonly Bar[], top: number): string => {
	const longest = Math.max(...bars.map(({ value }) => value));
	const lines = bars.flatMap(({ label, value, text, isOurs }, at) => {
		const y = top + TITLE + at * LINE;
		const width = Math.max(2, Math.round((value / longest) * LONGEST));
		const middle = y + BAR / 2 + 4.5;
		const [ends, from] = [BARS_FROM - 10, BARS_FROM + width + 8];
		const [words, color] = isOurs ? ['strong', 'ours'] : ['label', 'other'];
		return [
			`	<text class="${words}" x="${ends}" y="${middle}" text-anchor="end">${escaped(label)}</text>`,
			`	<rect class="${color}" x="${BARS_FROM}" y="${y}" width="${width}" height="${BAR}" rx="2"/>`,
			`	<text class="${words}" x="${from}" y="${middle}">${text}</text>`,
		];
	});
	return `	<text class="title" x="${MARGIN}" y="${top + 13}">${escaped(title)}</text>\n${lines.join('\n')}`;
};

/** Horizontal bars, each row on a scale of its own: the longest bar is the slowest contender. */
export const performanceChart = ({ rows }: Pick<BenchResult, 'rows'>): string => {
	let top = MARGIN;
	const groups = rows.flatMap((row) => {
		const bars = barsOf(row);
		if (bars.length < 2) return [];
		const drawn = group(row.work, bars, top);
		top += TITLE + bars.length * LINE + GAP;
		return [drawn];
	});
	const hint = 'Less is better. Medians; each group has its own scale.';
	const note = `	<text class="label" x="${MARGIN}" y="${top + 6}">${hint}</text>`;
	const height = top + MARGIN;
	const size = `viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}"`;
	const name = 'role="img" aria-label="Times and memory of this package and of its alternatives"';
	return `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${name}>
	<style>${STYLE}
	</style>
	<rect class="page" width="${WIDTH}" height="${height}" rx="6"/>
${groups.join('\n')}
${note}
</svg>
`;
};
