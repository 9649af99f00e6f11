import { row } from '../../../nodes/shared/http/endpoint';
import { ApiError } from '../../../nodes/shared/http/errors/apiError';
import type { Recovery } from '../../../nodes/shared/http/client';
import { apiClient } from '../../support/apiClient';
import { factsOf } from '../../support/samples';
import { type Script, useScriptedService } from '../../support/scriptedService';

const SAFE = row('set', 'PUT', '/things', 'retry', 'test');
const LOOKUP = row('create', 'POST', '/things', 'reconcile', 'test');
const NEVER = row('refund', 'POST', '/things', 'fail', 'test');

/** Ways in which nobody can know whether a write took effect. */
const DOUBTS: Array<[what: string, script: Script]> = [
	['the connection broke', { instead: 'break' }],
	['the answer was cut', { body: '{"orders": [' }],
	['a gateway spoke', { body: '<html>Log in</html>' }],
	['the service had trouble (500)', { status: 500 }],
	['the gateway gave up (504)', { status: 504 }],
];

describe.each(DOUBTS)('a write after which %s', (_what, doubt) => {
	const service = useScriptedService();

	it('is sent again when a repeat changes nothing', async () => {
		service.script(doubt, { body: { done: true } });
		expect(await apiClient(service.url).call(SAFE, { body: [1] })).toEqual({ done: true });
		expect(service.seen.map(({ body }) => body)).toEqual([[1], [1]]);
	});

	it('is not sent again when the look-up finds that it took effect', async () => {
		service.script(doubt);
		const recover = async (): Promise<Recovery> => ({ response: { found: 7 } });
		expect(await apiClient(service.url).call(LOOKUP, { body: [1], recover })).toEqual({ found: 7 });
		expect(service.seen).toHaveLength(1);
	});

	it('sends only what the look-up did not find', async () => {
		service.script(doubt, { body: { done: true } });
		const recover = async (): Promise<Recovery> => ({ again: { body: [2, 3] } });
		expect(await apiClient(service.url).call(LOOKUP, { body: [1, 2, 3], recover })).toEqual({ done: true });
		expect(service.seen.map(({ body }) => body)).toEqual([
			[1, 2, 3],
			[2, 3],
		]);
	});

	it('looks up each time', async () => {
		service.script(doubt, doubt, { body: { done: true } });
		let lookUps = 0;
		const recover = async (): Promise<Recovery> => ({ again: { body: [++lookUps] } });
		await apiClient(service.url).call(LOOKUP, { body: [0], recover });
		expect(service.seen.map(({ body }) => body)).toEqual([[0], [1], [2]]);
	});

	it('is not sent again when nobody can look it up, and the error says that the effect is not known', async () => {
		for (const endpoint of [LOOKUP, NEVER]) {
			service.script(doubt);
			const facts = await factsOf(apiClient(service.url).call(endpoint, { body: [1] }));
			expect(facts).toMatchObject({
				kind: 'indeterminate',
				message: expect.stringContaining('Whether the change took effect is not known.'),
			});
			expect(service.seen).toHaveLength(1);
		}
	});

	it('says that the effect is not known when the look-up fails as well', async () => {
		service.script(doubt);
		const recover = (): Promise<Recovery> =>
			Promise.reject(new ApiError({ kind: 'unavailable', message: 'The service has trouble.' }));
		expect(await factsOf(apiClient(service.url).call(LOOKUP, { body: [1], recover }))).toMatchObject({
			kind: 'indeterminate',
		});
	});

	it('says that the effect is not known when all tries are used up', async () => {
		service.script(doubt, doubt, doubt);
		const recover = async (): Promise<Recovery> => ({ again: {} });
		const facts = await factsOf(
			apiClient(service.url, { retry: { maxTries: 3, maxWaitMs: 120_000 } }).call(LOOKUP, { body: [1], recover }),
		);
		expect(facts).toMatchObject({ kind: 'indeterminate', message: expect.stringContaining('tried 3 times') });
	});
});

describe.each([429, 425])('a write of which the service says that it did nothing (status %d)', (status) => {
	const service = useScriptedService();

	it('is repeated', async () => {
		for (const endpoint of [SAFE, LOOKUP, NEVER]) {
			service.script({ status }, { body: { done: true } });
			expect(await apiClient(service.url).call(endpoint, {})).toEqual({ done: true });
		}
	});

	it('is looked up before it is repeated, where a look-up can tell', async () => {
		service.script({ status }, { status }, { body: { done: true } });
		const after: string[] = [];
		const recover = async (what: string): Promise<Recovery> => (after.push(what), { again: { body: [2] } });
		expect(await apiClient(service.url).call(LOOKUP, { body: [1, 2], recover })).toEqual({ done: true });
		expect(after).toEqual(['declined', 'declined']);
		expect(service.seen.map(({ body }) => body)).toEqual([[1, 2], [2], [2]]);
	});

	it('is not repeated when it took effect all the same', async () => {
		service.script({ status });
		const recover = async (): Promise<Recovery> => ({ response: { found: 7 } });
		expect(await apiClient(service.url).call(LOOKUP, { body: [1], recover })).toEqual({ found: 7 });
		expect(service.seen).toHaveLength(1);
	});
});
