import fc from '../../support/fastCheck';
import {
	flagOrNull,
	id,
	number,
	numberOrNull,
	readAs,
	recordId,
	text,
	textOrNull,
} from '../../../nodes/shared/api/common/parse';
import { UnreadableValue, recordReader } from '../../../nodes/shared/api/common/unreadable';
import * as z from '../../../nodes/shared/vendor/zod';

const messageOf = (read: () => unknown): string => {
	try {
		return `read as ${JSON.stringify(read())}`;
	} catch (error) {
		return (error as Error).message;
	}
};

describe.each([
	['an ID in an answer', id],
	['the ID of a record', recordId],
])('%s', (_, schema) => {
	const read = (orderId: unknown): unknown =>
		readAs(z.looseObject({ orderId: schema }), { orderId }, 'List Orders').orderId;

	it.each([77, '77', '9007199254740993', 2 ** 53 - 1])('%j is taken', (orderId) =>
		expect(String(read(orderId))).toBe(String(orderId)),
	);

	it.each([2 ** 53, 9.4e21, 12.5])('%d has lost digits on its way, means another thing, and is not taken', (orderId) =>
		expect(() => read(orderId)).toThrow(/orderId/),
	);
});

describe('values in answers', () => {
	describe('numbers', () => {
		it.each([
			[10, 10],
			[-0.5, -0.5],
			['10.00', 10],
			[' 7 ', 7],
			['-1.25', -1.25],
			['.5', 0.5],
			['1E+2', 100],
			['0E-8', 0],
			['9007199254740991', 9007199254740991],
			['', null],
			[null, null],
			[undefined, null],
		])('%j is %j', (given, read) => expect(numberOrNull(given)).toBe(read));

		it.each([
			['ten'],
			['1,250'],
			['12,50'],
			['1 250'],
			['$5'],
			['0x10'],
			['NaN'],
			['NULL'],
			['9007199254740993'],
			['0.1234567890123456789'],
			[2 ** 53],
			[1e300],
			[true],
			[{ amount: 1 }],
			[[1]],
		])('%j is refused: nothing is guessed', (given) => expect(() => numberOrNull(given)).toThrow(UnreadableValue));

		it('keep every digit, whatever decimal is written as text', () => {
			fc.assert(
				fc.property(
					fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n }),
					fc.integer({ min: 0, max: 8 }),
					(digits, fractionDigits) => {
						const sign = digits < 0n ? '-' : '';
						const plain = String(digits < 0n ? -digits : digits).padStart(fractionDigits + 1, '0');
						const written = `${sign}${plain.slice(0, plain.length - fractionDigits)}${fractionDigits > 0 ? `.${plain.slice(-fractionDigits)}` : ''}`;
						let read: number | null;
						try {
							read = numberOrNull(written);
						} catch {
							return;
						}
						// What is read says the same when it is written out again with as many decimals.
						const [whole = '', decimals = ''] = written.replace('-', '').split('.');
						const shown = Math.abs(read ?? NaN).toLocaleString('en-US', {
							useGrouping: false,
							minimumFractionDigits: fractionDigits,
							maximumFractionDigits: 20,
						});
						expect(shown.split('.')[0]).toBe(whole.replace(/^0+(?=\d)/, ''));
						expect((shown.split('.')[1] ?? '').replace(/0+$/, '')).toBe(decimals.replace(/0+$/, ''));
					},
				),
			);
		});
	});

	it.each([
		['A-1', 'A-1'],
		[42, '42'],
		['', null],
		[null, null],
	])('the text %j is %j', (given, read) => expect(textOrNull(given)).toBe(read));

	it('a number that lost digits is no text', () => {
		expect(messageOf(() => textOrNull(9.400111899223817e21))).toMatch(
			/9\.400111899223817e\+21, not a number with all its digits/,
		);
	});

	it.each([
		[true, true],
		['TRUE', true],
		[1, true],
		['0', false],
		['', null],
		[null, null],
	])('the flag %j is %j', (given, read) => expect(flagOrNull(given)).toBe(read));

	it.each(['Y', 2, {}])('%j is neither yes nor no', (given) =>
		expect(() => flagOrNull(given)).toThrow(UnreadableValue),
	);

	it('a field that is missing is null', () => {
		expect(readAs(z.looseObject({ amount: number, name: text }), {}, 'x')).toEqual({ amount: null, name: null });
	});
});

describe('what cannot be read', () => {
	const schema = z.looseObject({
		thingId: recordId,
		name: text,
		lines: z.array(z.looseObject({ price: z.looseObject({ amount: number }).nullish() })).nullish(),
	});
	const read = recordReader({ what: 'Thing', id: 'thingId', name: 'name' }, (raw, endpoint) =>
		readAs(schema, raw, endpoint),
	);
	const problem = (raw: unknown): string => messageOf(() => read(raw, 'Get Things'));

	it.each([
		[
			{ thingId: 1, name: 'A', lines: [{ price: { amount: 'ten' } }] },
			'Thing A (ID 1) cannot be read: “lines.0.price.amount” is “ten”, not a number.',
		],
		[
			{ thingId: 2 ** 53, name: 'A' },
			'Thing A cannot be read: “thingId” is 9007199254740992, not a number with all its digits.',
		],
		[{ thingId: ' ', name: 'A' }, 'Thing A cannot be read: “thingId” is empty, but should be an ID.'],
		[{ name: 'A' }, 'Thing A cannot be read: “thingId” is missing.'],
		[{ thingId: 1, name: { en: 'A' } }, 'Thing (ID 1) cannot be read: “name” is an object, not text.'],
		[{ thingId: 1, lines: 'none' }, 'Thing (ID 1) cannot be read: “lines” is “none”, not a list.'],
		[null, 'Thing cannot be read: it is empty, but should be an object.'],
		['<html>', 'Thing cannot be read: it is text with HTML in it, not an object.'],
	])('%j is named with its field and value', (raw, message) => expect(problem(raw)).toBe(message));

	it('is named in short, however long the value is', () => {
		const raw = { thingId: 1, name: 'A'.repeat(10_000), lines: [{ price: { amount: 'x'.repeat(1_000_000) } }] };
		expect(problem(raw).length).toBeLessThan(300);
	});
});
