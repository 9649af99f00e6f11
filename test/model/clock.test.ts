import type { Contract } from '../support/apiClient';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../support/sandbox';
import { HAPPENINGS, type Happening } from './happenings';
import { Observer } from './observer';

const MINUTES = [5, 10, 30, 60];
const NOON = '2026-03-05T12:00:00Z';

/** What happens in a case: some before the poll in question, the others after it. */
const BEFORE = 1;
const ALL = 4;

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());

const CASES = (['live', 'guide'] as const).flatMap((contract) =>
	HAPPENINGS.filter(({ liveOnly }) => contract === 'live' || !liveOnly).map((happening) => ({
		name: `${happening.event}, ${contract} contract`,
		contract,
		happening,
	})),
);

interface Played {
	emitted: string[];
	notices: string[];
}

/** A trigger whose machine has a wrong clock in one poll. */
async function play(
	contract: Contract,
	happening: Happening,
	header: boolean,
	minutes: number,
	wrongAt: 'begin' | 'later' | 'always',
): Promise<Played> {
	sandbox.control.reset();
	sandbox.control.clock({ now: NOON, frozen: true, header });
	happening.arrange?.(sandbox, ALL);
	const observer = await Observer.of(sandbox, contract, { events: [happening.event] });
	const played: Played = { emitted: [], notices: [] };
	const pollAt = async (place: 'begin' | 'later' | 'always'): Promise<void> => {
		observer.skew = wrongAt === place || wrongAt === 'always' ? minutes * 60_000 : 0;
		const { items, notices } = await observer.poll();
		played.emitted.push(...items.map(happening.nameOf));
		played.notices.push(...notices);
	};
	const happen = async (number: number, after: number): Promise<void> => {
		observer.pass(after);
		await happening.happen(sandbox, number);
	};
	await pollAt('begin');
	for (let number = 0; number < BEFORE; number++) await happen(number, 20);
	observer.pass(40);
	await pollAt('later');
	// The first second after the poll, and all the time by which the clock was wrong.
	const gap = (Math.abs(minutes) * 60) / (ALL - BEFORE - 1);
	for (let number = BEFORE; number < ALL; number++) {
		await happen(number, number === BEFORE ? 1 : gap);
		await pollAt('always');
	}
	for (let more = 0; more < 2; more++) {
		observer.pass(150);
		await pollAt('always');
	}
	return played;
}

describe('A clock of this machine that is wrong loses nothing and repeats nothing', () => {
	const names = (happening: Happening): string[] =>
		Array.from({ length: ALL }, (_, number) => happening.name(number)).sort();

	describe.each([
		['tells its time', true],
		['tells no time', false],
	])('where the service %s', (_what, header) => {
		it.each(CASES)('ahead in one poll by 5, 10, 30 or 60 minutes: $name', async ({ contract, happening }) => {
			for (const minutes of MINUTES) {
				const { emitted, notices } = await play(contract, happening, header, minutes, 'later');
				expect([minutes, emitted.sort()]).toEqual([minutes, names(happening)]);
				expect(notices.join()).toMatch(/This machine's clock/);
			}
		});

		it.each(CASES)('ahead by an hour when it begins: $name', async ({ contract, happening }) => {
			expect((await play(contract, happening, header, 60, 'begin')).emitted.sort()).toEqual(names(happening));
		});

		it.each(CASES)('behind by an hour in one poll: $name', async ({ contract, happening }) => {
			expect((await play(contract, happening, header, -60, 'later')).emitted.sort()).toEqual(names(happening));
		});
	});

	it.each(CASES)('always ahead by half an hour, which is said once: $name', async ({ contract, happening }) => {
		const { emitted, notices } = await play(contract, happening, true, 30, 'always');
		expect(emitted.sort()).toEqual(names(happening));
		expect(notices).toEqual([expect.stringContaining('30 minutes ahead of the service')]);
	});
});
