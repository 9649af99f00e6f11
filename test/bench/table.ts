import { figure } from './figures';
import type { BenchResult } from './result';

/** The bars for people, in plain text. */
export const table = ({ rows }: Pick<BenchResult, 'rows'>): string =>
	rows
		.flatMap(({ name, bars, skipped }) =>
			skipped === undefined
				? bars.map(({ text, limit, value, met }) => [name, text, figure(value), limit, met ? 'kept' : 'MISSED'])
				: [[name, `skipped: ${skipped}`, '', '', '']],
		)
		.map(([name = '', text = '', value = '', limit = '', met = '']) =>
			[name.padEnd(13), text.padEnd(48), value.padStart(8), limit.padStart(12), met].join('  ').trimEnd(),
		)
		.join('\n');
