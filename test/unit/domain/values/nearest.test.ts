import { Nearest } from '../../../../nodes/shared/domain/values/nearest';

describe('The nearest texts', () => {
	const things = ['MUG-XL', 'MUG', 'POT'];

	it('are those that have the most in common, and never those that have nothing', () => {
		expect(new Nearest(things, (thing) => [thing]).to('MUG-X', 5)).toEqual(['MUG-XL', 'MUG']);
	});

	it('cost nothing where none are wanted: no text is even read', () => {
		const textsOf = jest.fn((thing: string) => [thing]);
		const nearest = new Nearest(things, textsOf);
		expect(nearest.to('MUG', 0)).toEqual([]);
		expect(textsOf).not.toHaveBeenCalled();
		nearest.to('MUG', 1);
		nearest.to('POT', 1);
		expect(textsOf).toHaveBeenCalledTimes(things.length);
	});
});
