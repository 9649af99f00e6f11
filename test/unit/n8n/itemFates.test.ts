import { InputError } from '../../../nodes/shared/domain/inputError';
import { ApiError, type ApiErrorFacts } from '../../../nodes/shared/http/errors/apiError';
import { notAttempted } from '../../../nodes/shared/batch/notAttempted';
import { accountFor, type Fate, fateOf } from '../../../nodes/shared/n8n/run/itemFates';

const failed = (facts: Omit<ApiErrorFacts, 'message'>): ApiError => new ApiError({ message: 'No.', ...facts });
const several = (count: number, fate: Fate): Fate[] => new Array<Fate>(count).fill(fate);

describe('what became of an item', () => {
	it.each<[what: string, error: unknown, hasWritten: boolean, fate: Fate]>([
		['its own values are wrong', new InputError('SKU', 'is empty', 'Fill it in.'), true, 'refused'],
		['the service refused its row', failed({ kind: 'rowRefused' }), true, 'refused'],
		['the service refused its call', failed({ kind: 'refused', effect: 'none' }), true, 'refused'],
		['what it names is not there', failed({ kind: 'notFound' }), true, 'refused'],
		['the service was busy to the end', failed({ kind: 'rateLimited', effect: 'none' }), true, 'notDone'],
		['the service could not be reached', failed({ kind: 'unreachable', effect: 'none' }), false, 'notDone'],
		['the answer was lost', failed({ kind: 'indeterminate', effect: 'unknown' }), true, 'unknown'],
		[
			'the answer to a change that may be repeated was lost',
			failed({ kind: 'unavailable', effect: 'unknown' }),
			true,
			'unknown',
		],
		['an earlier call was lost', notAttempted(failed({ kind: 'indeterminate', effect: 'unknown' })), true, 'notSent'],
		[
			'an earlier change that may be repeated was lost',
			notAttempted(failed({ kind: 'unavailable', effect: 'unknown' })),
			true,
			'notSent',
		],
		['the look-up before all changes failed', failed({ kind: 'unavailable', effect: 'read' }), false, 'notSent'],
		['a look-up after changes failed', failed({ kind: 'unavailable', effect: 'read' }), true, 'unknown'],
		['the answer to a change is not as expected', failed({ kind: 'unreadable' }), true, 'unknown'],
		['an answer is not as expected, and nothing was changed', failed({ kind: 'unreadable' }), false, 'notSent'],
		['the pack itself failed after changes', new TypeError('x is not a function'), true, 'unknown'],
	])('when %s', (_, error, hasWritten, fate) => {
		expect(fateOf(error, hasWritten)).toBe(fate);
	});
});

describe('the account of all items', () => {
	it.each<[what: string, fates: Fate[], lines: string[]]>([
		[
			'one range each',
			[...several(200, 'done'), 'refused', ...several(2, 'notSent')],
			['Items 1–200: done.', 'Item 201: refused.', 'Items 202–203: not sent.'],
		],
		[
			'several ranges',
			['done', 'unknown', 'done', 'done', 'unknown', 'done'],
			['Items 1, 3–4 and 6: done.', 'Items 2 and 5: may or may not be done.'],
		],
		['all alike', several(3, 'notDone'), ['Items 1–3: not done.']],
	])('has %s', (_, fates, lines) => {
		expect(accountFor(fates)).toEqual(lines);
	});

	it('of a large run that is torn to pieces leaves no item out, and stays readable', () => {
		const [done, refused] = accountFor(
			Array.from({ length: 10_000 }, (_, at): Fate => (at % 2 === 0 ? 'done' : 'refused')),
		);
		expect(done).toMatch(/^Items 1, 3, .* 199 and 4900 more: done\.$/);
		expect(refused).toMatch(/^Items 2, 4, .* 200 and 4900 more: refused\.$/);
	});
});
