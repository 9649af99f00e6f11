import { Memory } from '../../../nodes/ExtensivTrigger/memory';

const T = 1_772_700_000;

describe('The memory of values', () => {
	it('knows values again after it was saved and loaded', () => {
		const memory = new Memory();
		memory.put('77120045', T, 'AWAITING_SHIPMENT');
		memory.put('a b:c|d', T, 'odd, | value');
		const loaded = new Memory(memory.save());
		expect([loaded.get('77120045'), loaded.get('a b:c|d'), loaded.get('1')]).toEqual([
			'AWAITING_SHIPMENT',
			'odd, | value',
			undefined,
		]);
	});

	it('keeps those put last when there are too many', () => {
		const memory = new Memory();
		for (const id of ['1', '2', '3']) memory.put(id, T, 'SHIPPED');
		memory.put('1', T, 'CANCELLED');
		memory.keep(2);
		expect([memory.get('1'), memory.get('2'), memory.get('3')]).toEqual(['CANCELLED', undefined, 'SHIPPED']);
	});

	it('forgets by time, through saving and loading', () => {
		const memory = new Memory();
		memory.put('old', T - 10 * 86_400, 'DELIVERED');
		memory.put('new', T, 'IN_TRANSIT');
		const loaded = new Memory(memory.save());
		loaded.forgetBefore(T - 86_400);
		expect([loaded.get('old'), loaded.get('new')]).toEqual([undefined, 'IN_TRANSIT']);
	});

	it('takes less than 400 kB for 20,000 orders', () => {
		const memory = new Memory();
		for (let id = 0; id < 20_000; id++)
			memory.put(String(77_120_000 + id), T, id % 2 ? 'SHIPPED' : 'AWAITING_SHIPMENT');
		expect(Buffer.byteLength(JSON.stringify(memory.save()))).toBeLessThan(400_000);
	});

	it.each(['', '|', 'SHIPPED|x', 'SHIPPED|1:zz:', '%E0%A4%A|1:0:1', '|||'])(
		'does not stop at a damaged text: %s',
		(text) => {
			expect(() => new Memory(text).save()).not.toThrow();
		},
	);
});
