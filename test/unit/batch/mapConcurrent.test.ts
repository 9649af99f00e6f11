import { ApiError, type ApiErrorKind } from '../../../nodes/shared/http/errors/apiError';
import { mapConcurrent } from '../../../nodes/shared/batch/mapConcurrent';
import { abortsRun } from '../../../nodes/shared/http/errors/apiError';
import { placed } from '../../support/samples';

const upTo = (count: number) => placed(Array.from({ length: count }, (_, at) => at));

describe('the same for every input, some at a time', () => {
	it('brings every input its own outcome', async () => {
		const outcomes = await mapConcurrent(upTo(5), 2, async ({ value }) => {
			if (value === 3) throw new Error('No');
			return value * 10;
		});
		expect(outcomes.sort((a, b) => a.index - b.index)).toEqual([
			{ index: 0, ok: true, value: 0 },
			{ index: 1, ok: true, value: 10 },
			{ index: 2, ok: true, value: 20 },
			{ index: 3, ok: false, error: new Error('No') },
			{ index: 4, ok: true, value: 40 },
		]);
	});

	it.each([1, 4])('has never more than %d under way, and as many when there is enough to do', async (concurrency) => {
		let underWay = 0;
		let most = 0;
		await mapConcurrent(upTo(20), concurrency, async () => {
			most = Math.max(most, ++underWay);
			await new Promise((resolve) => setImmediate(resolve));
			underWay -= 1;
		});
		expect(most).toBe(concurrency);
	});

	it('does nothing for nothing', async () => {
		expect(await mapConcurrent([], 4, () => Promise.reject(new Error('called')))).toEqual([]);
	});

	it.each<ApiErrorKind>([
		'unauthorized',
		'redirected',
		'unreachable',
		'unavailable',
		'rateLimited',
		'readOnly',
		'cancelled',
		'indeterminate',
	])('stops at trouble that every input would meet (%s): the rest fails with it and is not begun', async (kind) => {
		const error = new ApiError({ kind, message: 'Trouble' });
		let begun = 0;
		const outcomes = await mapConcurrent(upTo(10), 1, async ({ value }) => {
			begun += 1;
			if (value === 2) throw error;
		});
		expect(begun).toBe(3);
		expect(outcomes.filter((outcome) => !outcome.ok && outcome.error === error)).toHaveLength(1);
		expect(
			outcomes.filter((outcome) => !outcome.ok && outcome.error.message.startsWith('Not sent, because')),
		).toHaveLength(7);
		expect(outcomes.map(({ index }) => index).sort((a, b) => a - b)).toEqual(upTo(10).map(({ index }) => index));
	});

	it.each<ApiErrorKind>(['refused', 'notFound', 'rowRefused', 'unreadable'])(
		'goes on after trouble of one input (%s)',
		async (kind) => {
			const outcomes = await mapConcurrent(upTo(4), 1, async ({ value }) => {
				if (value === 1) throw new ApiError({ kind, message: 'No' });
			});
			expect(outcomes.filter(({ ok }) => ok)).toHaveLength(3);
		},
	);

	it('goes on after wrong input', () => {
		expect(abortsRun(new Error('No'))).toBe(false);
	});
});
