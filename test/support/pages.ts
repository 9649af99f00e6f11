import { MOST_AT_ONCE } from '../../nodes/shared/http/readAhead';

/** Expects as many calls as a list has pages; reading ahead may take some in vain at its end. */
export function expectPages(calls: number, pages: number): void {
	expect(calls).toBeGreaterThanOrEqual(pages);
	expect(calls).toBeLessThanOrEqual(pages + MOST_AT_ONCE - 1);
}
