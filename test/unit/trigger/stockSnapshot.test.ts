import fc from '../../support/fastCheck';
import { type Levels, readLevels, saveLevels } from '../../../nodes/ExtensivTrigger/state/stockSnapshot';

const loaded = (levels: Levels): Levels => readLevels(JSON.parse(JSON.stringify(saveLevels(levels))) as string);

describe('The saved stock levels', () => {
	it('are the same after they were saved and loaded, whatever the SKUs are', () => {
		const quantities = fc.record({
			onHand: fc.integer({ min: -5, max: 100_000_000 }),
			available: fc.option(fc.integer({ min: -5, max: 100_000_000 })),
		});
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.string({ minLength: 1, unit: 'binary' }), quantities)), (rows) => {
				const levels: Levels = new Map(rows);
				expect(loaded(levels)).toEqual(levels);
			}),
		);
	});

	it('tell what is not known from what is none', () => {
		const levels: Levels = new Map([
			['A', { onHand: 0, available: null }],
			['B', { onHand: 0, available: 0 }],
		]);
		expect(loaded(levels)).toEqual(levels);
	});

	it('take less than 3 MB for 100,000 SKUs in one warehouse, and for 25,000 in four', () => {
		const sku = (at: number): string =>
			`NW-${(at * 7919).toString(36).padStart(6, '0').toUpperCase()}-${['BLUE', 'RED', 'GREEN'][at % 3]}-XL-${at % 10}`;
		const some = (count: number, seed: number): Levels =>
			new Map(
				Array.from({ length: count }, (_, at) => [
					sku(at),
					{ onHand: (at * 31 * seed) % 5000, available: (at * 17 * seed) % 5000 },
				]),
			);
		const size = (...levels: Levels[]): number => Buffer.byteLength(JSON.stringify(levels.map(saveLevels)));
		expect(size(some(100_000, 1))).toBeLessThan(3_000_000);
		expect(size(some(25_000, 1), some(25_000, 2), some(25_000, 3), some(25_000, 4))).toBeLessThan(3_000_000);
	});

	it.each(['', 'nonsense', '9abc^1', '0A^', '0A^!,?|0B^5'])(
		'leave out entries that somebody has damaged: %s',
		(text) => {
			expect(() => readLevels(text)).not.toThrow();
			expect([...readLevels(text).keys()].every((key) => key === 'B')).toBe(true);
		},
	);
});
