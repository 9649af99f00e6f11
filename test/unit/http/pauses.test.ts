import { Pauses } from '../../../nodes/shared/http/pauses';

describe('the pauses in a loop', () => {
	const rest = jest.fn(async () => undefined);
	let time = 0;
	const pauses = () => new Pauses(rest, () => time);

	it('are not due at every turn', () => {
		expect(pauses().areDue).toBe(false);
	});

	it('come as often as the work asks for, whatever one turn of the loop takes', async () => {
		for (const [turns, each] of [
			[10_000, 0.1],
			[100, 10],
			[10, 100],
		] as const) {
			rest.mockClear();
			const between = pauses();
			for (let turn = 0; turn < turns; turn++) {
				if (between.areDue) await between.take();
				time += each;
			}
			// A second of work in each case.
			expect(rest.mock.calls.length).toBeGreaterThanOrEqual(9);
			expect(rest.mock.calls.length).toBeLessThanOrEqual(40);
		}
	});

	it('are not made up for by the time that others take', async () => {
		const between = pauses();
		time += 30;
		rest.mockImplementationOnce(async () => void (time += 60_000));
		await between.take();
		expect(between.areDue).toBe(false);
	});
});
