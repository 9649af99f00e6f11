import { LastValues } from '../../../nodes/ExtensivTrigger/state/lastValues';

const T = 1_772_700_000;

describe('The memory of values', () => {
	it('knows values again after it was saved and loaded', () => {
		const lastValues = new LastValues();
		lastValues.put('77120045', T, 'AWAITING_SHIPMENT');
		lastValues.put('a b:c|d', T, 'odd, | value');
		const loaded = new LastValues(lastValues.save());
		expect([loaded.get('77120045'), loaded.get('a b:c|d'), loaded.get('1')]).toEqual([
			'AWAITING_SHIPMENT',
			'odd, | value',
			undefined,
		]);
	});

	it('keeps those put last when there are too many', () => {
		const lastValues = new LastValues();
		for (const id of ['1', '2', '3']) lastValues.put(id, T, 'SHIPPED');
		lastValues.put('1', T, 'CANCELLED');
		lastValues.keep(2);
		expect([lastValues.get('1'), lastValues.get('2'), lastValues.get('3')]).toEqual([
			'CANCELLED',
			undefined,
			'SHIPPED',
		]);
	});

	it('forgets by time, through saving and loading', () => {
		const lastValues = new LastValues();
		lastValues.put('old', T - 10 * 86_400, 'DELIVERED');
		lastValues.put('new', T, 'IN_TRANSIT');
		const loaded = new LastValues(lastValues.save());
		loaded.forgetBefore(T - 86_400);
		expect([loaded.get('old'), loaded.get('new')]).toEqual([undefined, 'IN_TRANSIT']);
	});

	it('takes less than 400 kB for 20,000 orders', () => {
		const lastValues = new LastValues();
		for (let id = 0; id < 20_000; id++)
			lastValues.put(String(77_120_000 + id), T, id % 2 ? 'SHIPPED' : 'AWAITING_SHIPMENT');
		expect(Buffer.byteLength(JSON.stringify(lastValues.save()))).toBeLessThan(400_000);
	});

	it.each(['', '|', 'SHIPPED|x', 'SHIPPED|1:zz:', '%E0%A4%A|1:0:1', '|||'])(
		'does not stop at a damaged text: %s',
		(text) => {
			expect(() => new LastValues(text).save()).not.toThrow();
		},
	);
});
