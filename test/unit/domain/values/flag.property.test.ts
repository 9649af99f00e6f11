import fc from '../../../support/fastCheck';
import { readFlag } from '../../../../nodes/shared/domain/values/flag';
import { InputError } from '../../../../nodes/shared/domain/inputError';

const YES = ['true', 't', 'yes', 'y', 'on', 'x', '1', '✓', '✔', '✔\ufe0f', '☑', '☑\ufe0f'];
const NO = ['false', 'f', 'no', 'n', 'off', '0'];
const NOTHING = ['', 'NULL', 'null', '(null)', '<null>', '[NULL]', '\\N'];

/** A word in capitals or not, with what is around it in exports. */
const worn = (text: string[]): fc.Arbitrary<string> =>
	fc
		.tuple(
			fc.constantFrom(...text),
			fc.constantFrom('', ' ', '\u00a0', '\ufeff', '\t'),
			fc.constantFrom('', ' ', '\u200b', '\r\n'),
			fc.nat(2),
		)
		.map(
			([word, before, after, capitals]) =>
				before +
				(capitals === 0 ? word : capitals === 1 ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1)) +
				after,
		);

describe('over all flags', () => {
	const RUNS = { numRuns: 2000 };
	it('yes is yes, however it is written', () =>
		fc.assert(
			fc.property(worn(YES), (text) => readFlag(text, 'Gift') === true),
			RUNS,
		));
	it('no is no, however it is written', () =>
		fc.assert(
			fc.property(worn(NO), (text) => readFlag(text, 'Gift') === false),
			RUNS,
		));
	it.each([
		[true, true],
		[1, true],
		[false, false],
		[0, false],
		['', undefined],
		[null, undefined],
		['NULL', undefined],
	])('%j is %j', (value, flag) => expect(readFlag(value, 'Gift')).toBe(flag));

	it('everything else is refused, never guessed', () => {
		const text = new Set([...YES, ...NO]);
		fc.assert(
			fc.property(fc.oneof(fc.string({ maxLength: 8 }), fc.anything()), (value) => {
				fc.pre(typeof value !== 'boolean' && value !== null && value !== undefined && value !== 0 && value !== 1);
				fc.pre(typeof value !== 'string' || (!text.has(value.trim().toLowerCase()) && !NOTHING.includes(value.trim())));
				try {
					return readFlag(value, 'Gift') === undefined && typeof value === 'string';
				} catch (error) {
					return error instanceof InputError;
				}
			}),
			{ numRuns: 5000 },
		);
	});
});
