import { sharesOf } from '../../../../workflows/code/shared/money';

describe('a discount of a whole order', () => {
	it('is shared among its lines by their amounts, to the cent', () => {
		expect(sharesOf(5, [30, 20])).toEqual([3, 2]);
		expect(sharesOf(1, [10, 10, 10])).toEqual([0.33, 0.33, 0.34]);
		expect(sharesOf(0.1, [0.1, 0.2])).toEqual([0.03, 0.07]);
	});

	it('is none where there is none, and all on the last line if all are free', () => {
		expect(sharesOf(0, [10, 20])).toEqual([0, 0]);
		expect(sharesOf(2, [0, 0])).toEqual([0, 2]);
	});
});
