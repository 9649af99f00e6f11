import { figure, judge, median } from '../../bench/figures';
import { type Medians, ratio } from '../../bench/row';

const medians = (seconds: Record<string, number>) => (contender: string) => seconds[contender] ?? NaN;

describe('the figures of the benchmark', () => {
	it('are medians, which one odd round does not move', () => {
		expect([median([3, 1, 99]), median([4, 1, 2, 99])]).toEqual([3, 3]);
	});

	it('have three digits', () => {
		expect([1234.5, 99.96, 0.04321, NaN].map(figure)).toEqual(['1235', '100', '0.0432', '–']);
	});
});

describe('a bar of the benchmark', () => {
	const bar = ratio('ours', 'theirs', 0.3, 'ours / theirs');

	it('is kept at its limit and missed above it', () => {
		expect(judge(bar, medians({ ours: 3, theirs: 10 }))).toMatchObject({ limit: '≤ 0.3', value: 0.3, met: true });
		expect(judge(bar, medians({ ours: 3.1, theirs: 10 }))).toMatchObject({ met: false });
	});

	it('is missed when there is no figure', () => {
		expect(judge(bar, medians({ theirs: 10 }))).toMatchObject({ met: false });
	});

	it('may have two ends', () => {
		const growth = { text: 'growth', value: (of: Medians) => of('large', 'calls'), least: 1.9, most: 2.1 };
		const met = [1.8, 1.9, 2.1, 2.2].map((large) => judge(growth, medians({ large })).met);
		expect(met).toEqual([false, true, true, false]);
	});
});
