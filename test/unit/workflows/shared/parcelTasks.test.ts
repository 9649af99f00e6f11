import { parcelTasks } from '../../../../workflows/code/shared/parcel-tasks';
import { parcel } from '../erps/given';

const order = (...shipments: Array<{ id: number; isDone: boolean; marks?: string }>) => ({
	number: '7',
	state: 'confirmed',
	shipments: shipments.map((one) => ({ name: `D${one.id}`, ...one })),
});

const plan = (parcels: Array<ReturnType<typeof parcel>>, ...shipments: Parameters<typeof order>) => {
	const { settled, tasks } = parcelTasks(parcels, [order(...shipments)], 'the ERP');
	return {
		settled: settled.map(({ outcome }) => outcome),
		problems: settled.flatMap(({ problem }) => problem ?? []),
		tasks: tasks.map(({ shipment, marks, isNoted }) => ({ id: shipment.id, marks, isNoted })),
	};
};

describe('the shipment that a parcel belongs to', () => {
	it('is the open one; all of its new tracking numbers are noted at once, each once', () => {
		const given = [parcel('7', 'Z1'), parcel('7', 'Z2'), parcel('7', 'Z1')];
		expect(plan(given, { id: 3, isDone: false, marks: 'old' }).tasks).toEqual([
			{ id: 3, marks: 'old,Z1,Z2', isNoted: false },
		]);
	});

	it('is the one that names it, also if others are open', () => {
		const shipments = [
			{ id: 3, isDone: true, marks: 'Z1, Z2' },
			{ id: 4, isDone: false },
		];
		expect(plan([parcel('7', 'Z2')], ...shipments)).toMatchObject({ settled: ['alreadyDone'], tasks: [] });
		expect(plan([parcel('7', 'Z3')], ...shipments).tasks).toEqual([{ id: 4, marks: 'Z3', isNoted: false }]);
	});

	it('is completed if it names the parcel but is not done: a run was interrupted', () => {
		expect(plan([parcel('7', 'Z1')], { id: 3, isDone: false, marks: 'Z1' }).tasks).toEqual([
			{ id: 3, marks: 'Z1', isNoted: true },
		]);
	});

	it('is the last one for parcels that come later', () => {
		expect(plan([parcel('7', 'Z2')], { id: 3, isDone: true }, { id: 4, isDone: true, marks: 'Z1' }).tasks).toEqual([
			{ id: 4, marks: 'Z1,Z2', isNoted: false },
		]);
	});

	it('knows a parcel again by its ID if it has no tracking number, and by its number whatever commas are in it', () => {
		expect(plan([parcel('7', null)], { id: 3, isDone: true, marks: 'parcel S-null' }).settled).toEqual(['alreadyDone']);
		expect(plan([parcel('7', 'Z1, Z2')], { id: 3, isDone: true, marks: 'Z1 Z2' }).settled).toEqual(['alreadyDone']);
	});

	it('is not guessed', () => {
		const two = [
			{ id: 3, isDone: false },
			{ id: 4, isDone: false },
		];
		expect(plan([parcel('7', 'Z1')], ...two).problems).toEqual([
			expect.stringMatching(/7 has 2 open shipments in the ERP \(D3, D4\).*by hand, with “Z1”/),
		]);
		expect(plan([parcel('7', 'Z1')]).problems).toEqual([expect.stringMatching(/nothing to ship .*\(confirmed\)/)]);
		expect(plan([parcel('8', 'Z1')]).problems).toEqual([expect.stringMatching(/has no order 8/)]);
	});
});
