import { say } from '../host/progress';
import { figure, judge, median } from './figures';
import type { ContenderResult, RowResult } from './result';
import type { Contender, Medians, Row, Sample } from './row';

const UNITS: Record<string, string> = { seconds: 's', megabytes: 'MB', milliseconds: 'ms', microseconds: 'µs' };

const inWords = ({ figures, failure }: Sample): string =>
	[
		...Object.entries(figures).map(([name, value]) => `${figure(value)} ${UNITS[name] ?? name}`),
		...(failure === undefined ? [] : [`failed: ${failure}`]),
	].join(', ');

const summed = ({ name, label }: Contender, samples: readonly Sample[]): ContenderResult => {
	const names = [...new Set(samples.flatMap(({ figures }) => Object.keys(figures)))];
	const measures = names.map((one) => {
		const values = samples.flatMap(({ figures }) => figures[one] ?? []);
		return [one, { samples: values, median: median(values) }] as const;
	});
	const failures = samples.flatMap(({ failure }) => failure ?? []);
	return { name, label, measures: Object.fromEntries(measures), failures };
};

/** Lets the contenders of a row take turns, each round beginning with another one. */
export const measureRow = async (
	row: Row,
	asked: number,
	when: Pick<RowResult, 'date' | 'commit'>,
): Promise<RowResult> => {
	const begun = performance.now();
	const { name, work, notes } = row;
	const rounds = Math.min(asked, row.rounds ?? asked);
	const took = (): number => Math.round((performance.now() - begun) / 1000);
	say(`\n${name}: ${work}`);
	try {
		const contenders = await row.open();
		if (typeof contenders === 'string') {
			say(`  skipped: ${contenders}`);
			return { ...when, name, work, notes, rounds: 0, took: took(), contenders: [], bars: [], skipped: contenders };
		}
		const samples = new Map<Contender, Sample[]>(contenders.map((one) => [one, []]));
		for (let round = 0; round < rounds; round++) {
			for (let turn = 0; turn < contenders.length; turn++) {
				const contender = contenders[(round + turn) % contenders.length] as Contender;
				if (round >= (contender.rounds ?? rounds)) continue;
				await contender.prepare?.();
				const sample = await contender.run(round);
				samples.get(contender)?.push(sample);
				say(`  round ${round + 1} of ${rounds}, ${contender.label}: ${inWords(sample)}`);
			}
		}
		const results = contenders.map((one) => summed(one, samples.get(one) ?? []));
		const medians: Medians = (contender, one) =>
			results.find((result) => result.name === contender)?.measures[one]?.median ?? NaN;
		const bars = row.bars.map((bar) => judge(bar, medians));
		for (const { text, limit, value, met } of bars)
			say(`  ${met ? 'kept  ' : 'MISSED'} ${text}: ${figure(value)} (${limit})`);
		say(`  took ${took()} s`);
		return { ...when, name, work, notes, rounds, took: took(), contenders: results, bars };
	} catch (error) {
		// The other rows are still worth having.
		const skipped = `failed: ${error instanceof Error ? error.message : String(error)}`;
		say(`  ${skipped}`);
		return { ...when, name, work, notes, rounds: 0, took: took(), contenders: [], bars: [], skipped };
	} finally {
		await row.close?.();
	}
};
