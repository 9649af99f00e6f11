import { ApiError, type ApiErrorKind } from '../../../nodes/shared/http/errors/apiError';
import { mapConcurrent, sendInBatches, notAttempted } from '../../../nodes/shared/batch/sendInBatches';
import { type ItemResult, type BatchItem } from '../../../nodes/shared/batch/types';
import { forEachGroup, groupsOf } from '../../../nodes/shared/batch/groups';
import { placed } from '../../support/samples';

const trouble = (kind: ApiErrorKind): ApiError =>
	new ApiError({
		kind,
		message: 'The service is down. Whether the change took effect is not known.',
		baseMessage: 'The service is down.',
	});
const ok = (group: Array<BatchItem<string>>): Array<ItemResult<string>> =>
	group.map(({ index, value }) => ({ index, ok: true, value }));
const summaries = (outcomes: Array<ItemResult<string>>): string[] =>
	outcomes.map((one) => (one.ok ? one.value : one.error.message));
const groups = () => groupsOf(placed(['a1', 'b1', 'a2', 'c1']), ([kind]) => kind ?? '');
const NOT_SENT = 'Not sent, because an earlier request of this run failed: The service is down.';

describe('groups that go in separate calls', () => {
	it('are made of what belongs together, in the order in which it comes', () => {
		expect(groups().map((group) => group.map(({ value }) => value))).toEqual([['a1', 'a2'], ['b1'], ['c1']]);
	});

	it('stop at trouble that the next would meet: the rest says that it was not sent, and is in no doubt', async () => {
		const outcomes = await forEachGroup(groups(), async (group) =>
			group[0]?.value === 'b1' ? [{ index: 1, ok: false, error: trouble('indeterminate') }] : ok(group),
		);
		expect(summaries(outcomes)).toEqual([
			'a1',
			'a2',
			'The service is down. Whether the change took effect is not known.',
			NOT_SENT,
		]);
		expect(outcomes[3]).toMatchObject({ error: { facts: { kind: 'unreachable', notAttempted: true } } });
	});

	it('do not begin after trouble in an earlier step of the run', async () => {
		const before: Array<ItemResult<string>> = [{ index: 9, ok: false, error: trouble('unavailable') }];
		expect(summaries(await forEachGroup(groups(), async () => Promise.reject(new Error('begun')), before))).toEqual([
			NOT_SENT,
			NOT_SENT,
			NOT_SENT,
			NOT_SENT,
		]);
	});

	it('keep what the groups before did when one throws', async () => {
		const outcomes = await forEachGroup(groups(), async (group) =>
			group[0]?.value === 'b1' ? Promise.reject(new ApiError({ kind: 'notFound', message: 'Gone' })) : ok(group),
		);
		expect(summaries(outcomes)).toEqual(['a1', 'a2', 'Gone', 'c1']);
	});
});

describe('what was not sent', () => {
	it('says so once, however many steps it is handed through', () => {
		const first = notAttempted(trouble('unavailable'));
		expect(notAttempted(first)).toBe(first);
		expect((first as ApiError).message).toBe(NOT_SENT);
	});

	it('quotes whatever the trouble said, also where it speaks of something else that is not known', () => {
		const error = new ApiError({
			kind: 'unavailable',
			message: 'It says: Whether the change took effect is secret.',
		});
		expect((notAttempted(error) as ApiError).message).toMatch(/Whether the change took effect is secret\.$/);
	});
});

it('batches stop at trouble that an outcome tells of', async () => {
	let calls = 0;
	const outcomes = await sendInBatches<string, string>(placed(['a', 'b', 'c']), 1, async ([input]) => {
		calls += 1;
		return [{ index: input?.index ?? 0, ok: false, error: trouble('indeterminate') }];
	});
	expect(calls).toBe(1);
	expect(summaries(outcomes).slice(1)).toEqual([NOT_SENT, NOT_SENT]);
});

it('inputs of the same key are worked off one after the other, in their order, and others meanwhile', async () => {
	const underWay = new Set<string>();
	const begun: string[] = [];
	let most = 0;
	await mapConcurrent(
		placed(['a1', 'a2', 'a3', 'b1', 'c1']),
		3,
		async ({ value }) => {
			const [key = ''] = value;
			expect(underWay.has(key)).toBe(false);
			underWay.add(key);
			begun.push(value);
			most = Math.max(most, underWay.size);
			await new Promise((resolve) => setImmediate(resolve));
			underWay.delete(key);
		},
		([key]) => key ?? '',
	);
	expect(most).toBe(3);
	expect(begun.filter(([key]) => key === 'a')).toEqual(['a1', 'a2', 'a3']);
});

it('a group may have hundreds of thousands of inputs', async () => {
	const many = Array.from({ length: 200_000 }, (_, index) => ({ index, value: index }));
	const outcomes = await forEachGroup([many], async (group) =>
		group.map(({ index, value }) => ({ index, ok: true as const, value })),
	);
	expect(outcomes).toHaveLength(200_000);
	expect(outcomes.at(-1)).toEqual({ index: 199_999, ok: true, value: 199_999 });
});
