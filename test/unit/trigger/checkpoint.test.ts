import { type FoundState, findState, resume, STATE_VERSION } from '../../../nodes/ExtensivTrigger/state/checkpoint';
import type { PollTime } from '../../../nodes/ExtensivTrigger/engine/pollClock';
import type { Settings } from '../../../nodes/ExtensivTrigger/settings';

const NOW = Date.UTC(2026, 2, 5, 9) / 1000;
const HOUR = 3_600;
/** The service has told no time. */
const time: PollTime = { started: NOW, latest: NOW, confirmed: false };
const settings = { start: { from: 'now' }, settleDelay: 60, lookbackWindow: 120 } as Settings;
const part = { since: NOW - 10 * HOUR, cursor: NOW - HOUR, settings: 'live x', seen: { '1': 'abc.d' } };
const state = (orderCreated: unknown, more: object = {}): unknown => ({
	v: STATE_VERSION,
	savedAt: NOW - HOUR,
	parts: { orderCreated },
	...more,
});
const resumeFrom = (raw: unknown, given = settings) =>
	resume(findState(raw, time), 'orderCreated', 'Order Created', given, time);

describe('The saved state', () => {
	it('is gone on with', () => {
		expect(resumeFrom(state(part))).toEqual({ part });
	});

	it('begins where the user says when there is none', () => {
		expect(resumeFrom(undefined)).toEqual({ startAt: 'now' });
		expect(resumeFrom(undefined, { ...settings, start: { from: 'date', at: NOW - 99 } })).toEqual({
			startAt: NOW - 99,
		});
		expect(resumeFrom(undefined, { ...settings, start: { from: 'hours', hours: 2 } })).toEqual({
			startAt: NOW - 2 * HOUR,
		});
	});

	it('begins where the user says for an event that was just chosen', () => {
		expect(resumeFrom({ v: STATE_VERSION, savedAt: NOW, parts: { orderUpdated: part } })).toEqual({ startAt: 'now' });
	});

	describe('that is damaged', () => {
		it.each([
			['a text', 'nonsense'],
			['a list', [1, 2]],
			['null', null],
			['without any part', { v: STATE_VERSION, parts: {} }],
			['without parts', { v: STATE_VERSION, savedAt: NOW }],
			['with parts of another kind', { v: STATE_VERSION, savedAt: NOW, parts: 7 }],
		])('as a whole (%s): a day is read again, and the user is told', (_what, raw) => {
			expect(resumeFrom(raw)).toEqual({
				startAt: NOW - 24 * HOUR,
				notice: expect.stringMatching(
					/Order Created: the saved position cannot be read.*2026-03-04T09:00:00Z.*events may repeat/,
				),
			});
		});

		it.each([[null], ['x'], [{}], [{ ...part, cursor: 'yesterday' }], [{ ...part, cursor: -5 }]])(
			'in its part (%p): it is read again since the last poll',
			(raw) => {
				expect(resumeFrom(state(raw))).toEqual({
					startAt: NOW - HOUR - settings.settleDelay - settings.lookbackWindow,
					notice: expect.stringContaining('cannot be read'),
				});
			},
		);

		it('in what is remembered: the position is kept', () => {
			expect(resumeFrom(state({ ...part, seen: 'x' }))).toMatchObject({
				part: { cursor: part.cursor, since: part.since, seen: {} },
				notice: expect.stringContaining('latest events'),
			});
		});

		it.each(['width', 'deepAt', 'deepFrom', 'again'])(
			'in a number that only saves work (%s): it is left out, and nothing is read again',
			(name) => {
				for (const value of ['x', -1, 0.5, 1e300])
					expect(resumeFrom(state({ ...part, [name]: value }))).toEqual({ part: { ...part, [name]: undefined } });
			},
		);

		it.each(['deepAt', 'deepFrom', 'again'])('in a time that cannot be (%s): it is left out', (name) => {
			expect(resumeFrom(state({ ...part, [name]: 1e12 }))).toEqual({ part: { ...part, [name]: undefined } });
		});

		it.each([1e12, -1, null, 'x'])('in its beginning (%p): the position is kept', (since) => {
			expect(resumeFrom(state({ ...part, since }))).toMatchObject({
				part: { cursor: part.cursor, seen: part.seen },
				notice: expect.stringContaining('starting point'),
			});
		});

		it('in a position before its beginning: it is read again since the last poll', () => {
			expect(resumeFrom(state({ ...part, cursor: 0 }))).toMatchObject({
				startAt: NOW - HOUR - settings.settleDelay - settings.lookbackWindow,
			});
		});

		it('in the position of a backlog: it is read again since its beginning', () => {
			expect(resumeFrom(state({ ...part, cursor: null, width: 600 }))).toMatchObject({ startAt: part.since });
		});

		it('in the time of the last poll: positions are kept', () => {
			for (const savedAt of [null, 'x', -1, 0.5, 1e15])
				expect(resumeFrom({ v: STATE_VERSION, savedAt, parts: { orderCreated: part } })).toEqual({ part });
		});

		it('goes back further where the user asked for more', () => {
			const start = { from: 'date', at: NOW - 100 * HOUR } as const;
			expect(resumeFrom(state('x'), { ...settings, start })).toMatchObject({ startAt: start.at });
		});
	});

	describe('with a position in the future', () => {
		it('is read again since the last poll', () => {
			const notice = expect.stringMatching(/is in the future.*2026-03-05T07:57:00Z/);
			expect(resumeFrom(state({ ...part, cursor: NOW + 9 * HOUR }))).toEqual({
				startAt: NOW - HOUR - settings.settleDelay - settings.lookbackWindow,
				notice,
			});
		});

		it('is read again from its start when there was a backlog: how far it had come is not known', () => {
			expect(resumeFrom(state({ ...part, cursor: NOW + 9 * HOUR, width: 600 }))).toMatchObject({ startAt: part.since });
		});

		it('is read again for a day when the time of the last poll cannot be right either', () => {
			expect(resumeFrom(state({ ...part, cursor: NOW + 9 * HOUR }, { savedAt: NOW + 9 * HOUR }))).toMatchObject({
				startAt: NOW - 24 * HOUR,
			});
		});

		it('by minutes is one too, where the service has told its time', () => {
			const confirmed: PollTime = { ...time, confirmed: true };
			const raw = state({ ...part, cursor: NOW + 600 });
			expect(resume(findState(raw, confirmed), 'orderCreated', 'Order Created', settings, confirmed)).toMatchObject({
				notice: expect.stringContaining('future'),
			});
			expect(resumeFrom(raw)).toMatchObject({ part: { cursor: NOW + 600 }, isDoubtful: true });
		});

		it('is judged by the later of two clocks: one that is behind makes no position wrong', () => {
			const behind: PollTime = { started: NOW - HOUR, latest: NOW, confirmed: true };
			expect(resume(findState(state(part), behind), 'orderCreated', 'Order Created', settings, behind)).toEqual({
				part,
			});
		});

		it('was wanted where the user begins in the future', () => {
			const start = { from: 'date', at: NOW + 100 * HOUR } as const;
			const future = { ...part, since: start.at, cursor: start.at };
			expect(resumeFrom(state(future), { ...settings, start })).toMatchObject({ part: future });
		});

		it('is nothing to worry about within the difference of clocks', () => {
			expect(resumeFrom(state({ ...part, cursor: NOW + 50 }))).toEqual({ part: { ...part, cursor: NOW + 50 } });
		});
	});

	it('of another version is gone on with as far as it can be read', () => {
		const found: FoundState = findState({ v: 99, savedAt: NOW, parts: { orderCreated: part } }, time);
		expect(resume(found, 'orderCreated', 'Order Created', settings, time)).toEqual({ part });
		expect(resume(found, 'orderUpdated', 'Order Updated', settings, time)).toMatchObject({
			notice: expect.any(String),
		});
	});
});
