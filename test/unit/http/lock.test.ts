import { setTimeout as wait } from 'node:timers/promises';
import { stopped } from '../../../nodes/shared/http/errors/failures';
import { withLock, inTurns } from '../../../nodes/shared/http/lock';

/** Work that is under way until it is told to end; its name is noted when it begins. */
class Works {
	readonly begun: string[] = [];
	private readonly ends = new Map<string, (error?: Error) => void>();

	begin(name: string, keys: string[], signal?: AbortSignal): Promise<string> {
		const work = async (): Promise<string> => {
			this.begun.push(name);
			await new Promise<void>((resolve, reject) => this.ends.set(name, (error) => (error ? reject(error) : resolve())));
			return name;
		};
		return inTurns(keys, work, signal && { signal, stopped });
	}

	async end(name: string, error?: Error): Promise<void> {
		this.ends.get(name)?.(error);
		await wait(0);
	}
}

describe('Work in turns', () => {
	let works: Works;
	beforeEach(() => (works = new Works()));

	it('waits for all that needs one of its keys', async () => {
		const all = [works.begin('A', ['1', '2']), works.begin('B', ['3']), works.begin('C', ['2', '3', '4'])];
		await wait(0);
		expect(works.begun).toEqual(['A', 'B']);
		await works.end('A');
		expect(works.begun).toEqual(['A', 'B']);
		await works.end('B');
		expect(works.begun).toEqual(['A', 'B', 'C']);
		await works.end('C');
		expect(await Promise.all(all)).toEqual(['A', 'B', 'C']);
	});

	it('does not wait for work with other keys', async () => {
		const all = [works.begin('A', ['1', '2']), works.begin('B', ['3', '4'])];
		await wait(0);
		expect(works.begun).toEqual(['A', 'B']);
		await works.end('A');
		await works.end('B');
		await Promise.all(all);
	});

	it('never waits crosswise, whatever the order of the keys', async () => {
		const all = Array.from({ length: 50 }, (_, at) => {
			const keys = Array.from({ length: 10 }, (_none, key) => String((key * 7 + at * 3) % 20));
			return inTurns(at % 2 ? keys : keys.reverse(), async () => await wait(0));
		});
		await expect(Promise.all(all)).resolves.toHaveLength(50);
	});

	it('takes a key that is named twice once', async () => {
		const work = works.begin('A', ['1', '1']);
		await works.end('A');
		await expect(work).resolves.toBe('A');
	});

	it('goes on after work that failed', async () => {
		const [first, second] = [works.begin('A', ['1']), works.begin('B', ['1'])];
		await wait(0);
		const failed = expect(first).rejects.toThrow('no');
		await works.end('A', new Error('no'));
		await failed;
		expect(works.begun).toEqual(['A', 'B']);
		await works.end('B');
		await second;
	});

	it('gives up waiting when the user stops the execution; who comes after still waits for who was before', async () => {
		const stop = new AbortController();
		const [first, second, third] = [
			works.begin('A', ['1']),
			works.begin('B', ['1'], stop.signal),
			works.begin('C', ['1']),
		];
		const stopped = expect(second).rejects.toMatchObject({ facts: { kind: 'cancelled' } });
		stop.abort();
		await stopped;
		await wait(0);
		expect(works.begun).toEqual(['A']);
		await works.end('A');
		expect(works.begun).toEqual(['A', 'C']);
		await works.end('C');
		await Promise.all([first, third]);
	});

	it('with one key is one at a time, in the order in which it comes', async () => {
		const order: number[] = [];
		await Promise.all(
			[1, 2, 3].map(
				async (number) => await withLock('one', async () => (await wait(3 - number), void order.push(number))),
			),
		);
		expect(order).toEqual([1, 2, 3]);
	});
});
