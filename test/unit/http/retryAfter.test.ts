import { GUIDE_DIALECT } from '../../../nodes/shared/api/guide/dialect';
import { LIVE_DIALECT } from '../../../nodes/shared/api/live/dialect';
import { retryAfter } from '../../../nodes/shared/http/retryAfter';

const NOW = Date.UTC(2026, 2, 5, 9, 0, 0);

describe('how long the service asks to wait', () => {
	it.each<[what: string, headers: Record<string, string>, wait: number | undefined]>([
		["the live API's header counts milliseconds", { 'x-skubana-quota-retryafter': '1500' }, 1_500],
		['which may be none', { 'x-skubana-quota-retryafter': '0' }, 0],
		['the standard header counts seconds', { 'retry-after': '2' }, 2_000],
		['which may have decimals', { 'retry-after': '0.5' }, 500],
		['or names a date', { 'retry-after': 'Thu, 05 Mar 2026 09:01:30 GMT' }, 90_000],
		['which may be past', { 'retry-after': 'Thu, 05 Mar 2026 08:00:00 GMT' }, 0],
		["the service's own header wins", { 'x-skubana-quota-retryafter': '1500', 'retry-after': '60' }, 1_500],
		['unless it is no number', { 'x-skubana-quota-retryafter': 'soon', 'retry-after': '60' }, 60_000],
		['or less than nothing', { 'x-skubana-quota-retryafter': '-1', 'retry-after': '60' }, 60_000],
		['words say nothing', { 'retry-after': 'soon' }, undefined],
		['an empty header says nothing', { 'retry-after': '' }, undefined],
		['no header says nothing', {}, undefined],
	])('%s: %o', (_what, headers, wait) => {
		expect(retryAfter(headers, NOW, LIVE_DIALECT)).toBe(wait);
		expect(retryAfter(headers, NOW, GUIDE_DIALECT)).toBe(wait);
	});

	it('the client itself only knows the standard header', () => {
		const silent = { retryAfter: () => undefined };
		expect(retryAfter({ 'x-skubana-quota-retryafter': '1500' }, NOW, silent)).toBeUndefined();
		expect(retryAfter({ 'retry-after': '2' }, NOW, silent)).toBe(2_000);
	});
});
