import { answered, type Call, outcomes } from '../../../../workflows/code/tryton/calls';
import { parcelCalls } from '../../../../workflows/code/tryton/parcels';
import type { ParcelItem } from '../../../../workflows/parts/shapes';

interface Shipment {
	id: number;
	state: string;
	reference?: string | null;
}

const parcel = (orderNumber: string, trackingNumber: string | null): ParcelItem => ({
	shipmentId: `S-${trackingNumber}`,
	orderId: '1',
	orderNumber,
	carrier: 'UPS',
	service: null,
	trackingNumber,
	shipDate: null,
});

const sale = (number: string, ...shipments: Shipment[]) => ({
	id: Number(number),
	number,
	state: 'processing',
	company: 1,
	'shipments.': shipments.map((one) => ({ reference: null, number: `${one.id}`, ...one })),
});

const SETTINGS = { shipWithoutStock: false };
const steps = (calls: Array<Call<ParcelItem>>): string[] =>
	calls.flatMap(({ task, method }) => (method ? [`${task} ${method.split('.').at(-1)}`] : []));
const settled = (calls: Array<Call<ParcelItem>>) => calls.flatMap((call) => call.settled ?? []);
const references = (calls: Array<Call<ParcelItem>>): unknown[] =>
	calls.filter(({ method }) => method?.endsWith('.write')).map(({ params }) => params?.[1]);

describe('what to do in Tryton for parcels', () => {
	it('notes the tracking number, then takes the shipment all the way', () => {
		const calls = parcelCalls([parcel('7', 'Z1')], [sale('7', { id: 3, state: 'waiting' })], SETTINGS);
		expect(steps(calls)).toEqual(['3 write', '3 assign_try', '3 pick', '3 pack', '3 done']);
		expect(references(calls)).toEqual([{ reference: 'UPS Z1' }]);
	});

	it('notes all parcels of an order at once, and keeps what is in the reference', () => {
		const sales = [sale('7', { id: 3, state: 'waiting', reference: 'dock 4' })];
		const calls = parcelCalls([parcel('7', 'Z1'), parcel('7', 'Z2'), parcel('7', 'Z1')], sales, SETTINGS);
		expect(references(calls)).toEqual([{ reference: 'dock 4, UPS Z1, UPS Z2' }]);
		expect(outcomes(calls).map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done']);
	});

	it('does nothing for what Tryton has', () => {
		const sales = [sale('7', { id: 3, state: 'done', reference: 'UPS Z1, UPS Z2' })];
		const calls = parcelCalls([parcel('7', 'Z2')], sales, SETTINGS);
		expect(steps(calls)).toEqual([]);
		expect(outcomes(calls)).toEqual([{ ...parcel('7', 'Z2'), outcome: 'alreadyDone' }]);
	});

	it('recognizes a parcel whose carrier or tracking number has a comma', () => {
		const odd = { ...parcel('7', 'Z1, Z2'), carrier: 'UPS, Inc.' };
		const first = parcelCalls([odd], [sale('7', { id: 3, state: 'waiting' })], SETTINGS);
		const [noted] = references(first) as Array<{ reference: string }>;
		expect(noted).toEqual({ reference: 'UPS Inc. Z1 Z2' });
		const again = parcelCalls([odd], [sale('7', { id: 3, state: 'done', ...noted })], SETTINGS);
		expect(steps(again)).toEqual([]);
	});

	it('goes on where an earlier run was interrupted', () => {
		const sales = [sale('7', { id: 3, state: 'picked', reference: 'UPS Z1' })];
		const calls = parcelCalls([parcel('7', 'Z1')], sales, SETTINGS);
		expect(steps(calls)).toEqual(['3 assign_try', '3 pick', '3 pack', '3 done']);
		expect(outcomes(calls)).toMatchObject([{ outcome: 'done' }]);
	});

	it('adds a later parcel to a shipment that is done', () => {
		const sales = [sale('7', { id: 3, state: 'done', reference: 'UPS Z1' })];
		const calls = parcelCalls([parcel('7', 'Z1'), parcel('7', 'Z2')], sales, SETTINGS);
		expect(steps(calls)).toEqual(['3 write']);
		expect(references(calls)).toEqual([{ reference: 'UPS Z1, UPS Z2' }]);
		expect(outcomes(calls).map(({ outcome }) => outcome)).toEqual(['alreadyDone', 'done']);
	});

	it('ships the rest of an order with the next parcel', () => {
		const sales = [sale('7', { id: 3, state: 'done', reference: 'UPS Z1' }, { id: 4, state: 'waiting' })];
		expect(steps(parcelCalls([parcel('7', 'Z1'), parcel('7', 'Z2')], sales, SETTINGS))).toContain('4 done');
	});

	it('takes a parcel without a tracking number by its id', () => {
		const calls = parcelCalls([parcel('7', null)], [sale('7', { id: 3, state: 'done' })], SETTINGS);
		expect(references(calls)).toEqual([{ reference: 'UPS parcel S-null' }]);
	});

	it('does not guess: no sale, no shipment, several open ones', () => {
		const sales = [sale('7', { id: 3, state: 'waiting' }, { id: 4, state: 'waiting' }), sale('8')];
		const calls = parcelCalls([parcel('6', 'Z1'), parcel('7', 'Z2'), parcel('8', 'Z3')], sales, SETTINGS);
		expect(steps(calls)).toEqual([]);
		expect(settled(calls).map(({ problem }) => problem)).toEqual([
			expect.stringMatching(/has no sale 6\./),
			expect.stringMatching(/7 has 2 open shipments .*3, 4.*by hand, with “UPS Z2”/),
			expect.stringMatching(/8 has no shipment .*processing/),
		]);
	});

	it('takes goods that Tryton does not have, if told so', () => {
		const calls = parcelCalls([parcel('7', 'Z1')], [sale('7', { id: 3, state: 'waiting' })], {
			shipWithoutStock: true,
		});
		expect(steps(calls)).toContain('3 assign_force');
	});
});

describe('what Tryton said', () => {
	const [, , assign] = parcelCalls([parcel('7', 'Z1')], [sale('7', { id: 3, state: 'waiting' })], SETTINGS);
	const said = (response: object) => answered(assign as Call<ParcelItem>, response).problem;

	it('is nothing, when it did as asked', () => {
		expect(said({ id: 1, result: true })).toBeUndefined();
		expect(said({ id: 1, result: null })).toBeUndefined();
	});

	it('is put into words with what to do', () => {
		expect(said({ result: false })).toMatch(/not enough stock to assign shipment 3 of sale 7\. Correct the stock/);
		expect(said({ error: ['UserError', ['The period is closed.', 'Open it.', null]] })).toBe(
			'Tryton refuses shipment 3 of sale 7: The period is closed. Open it.',
		);
		expect(said({ error: ['UserWarning', ['name', 'Are you sure?', '']] })).toMatch(/Are you sure\? .* by hand/);
		expect(said({ error: ['ConcurrencyException', 'Record was modified'] })).toMatch(/next run tries again/);
		expect(said({ error: ["'NoneType' object", 'Traceback'] })).toMatch(/: 'NoneType' object$/);
	});

	it('makes all parcels of a shipment failed, and no others', () => {
		const sales = [sale('7', { id: 3, state: 'waiting' }), sale('8', { id: 4, state: 'waiting' })];
		const calls = parcelCalls([parcel('7', 'Z1'), parcel('8', 'Z2'), parcel('7', 'Z3')], sales, SETTINGS).map((call) =>
			call.task === 3 && call.method?.endsWith('pick') ? { ...call, problem: 'no' } : call,
		);
		expect(outcomes(calls).map(({ trackingNumber, outcome }) => [trackingNumber, outcome])).toEqual([
			['Z1', 'failed'],
			['Z3', 'failed'],
			['Z2', 'done'],
		]);
	});
});
