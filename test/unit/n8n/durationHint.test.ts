import { durationHint } from '../../../nodes/shared/n8n/hints/durationHint';

describe('How long a run took', () => {
	it.each([
		[5_000, 39_200, /^5,000 items in 39 s\..*Loop Over Items/],
		[1, 10_000, /^1 item in 10 s\./],
		[120_000, 1_500_000, /^120,000 items in 1,500 s\./],
	])('is said of %i items in %i ms', (items, ms, expected) => {
		expect(durationHint(items, ms)).toMatch(expected);
	});

	it('is not said of a short run', () => {
		expect(durationHint(5_000, 9_999)).toBeUndefined();
	});
});
