import { parseFlag } from '../../../nodes/shared/domain/values/flag';

describe('yes or no as people and exports write it', () => {
	it.each([true, 'true', 'YES', 'y', 1, '1 ', 'x', 'on', 't'])('%j is yes', (value) =>
		expect(parseFlag(value, 'Active')).toBe(true),
	);
	it.each([false, 'False', 'no', 'N', 0, '0', 'off', 'f'])('%j is no', (value) =>
		expect(parseFlag(value, 'Active')).toBe(false),
	);
	it.each(['perhaps', '', null, 2, {}, [true]])('%j is neither, and is not guessed at', (value) =>
		expect(() => parseFlag(value, 'Active')).toThrow(/Active/),
	);
});
