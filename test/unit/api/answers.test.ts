import { id, readAs } from '../../../nodes/shared/api/answers';
import * as z from '../../../nodes/shared/vendor/zod';

describe('an ID in an answer', () => {
	const read = (orderId: unknown): unknown => readAs(z.looseObject({ orderId: id }), { orderId }, 'List Orders').orderId;
	it.each([77, '77', '9007199254740993', 2 ** 53 - 1])('%j is taken', (orderId) => expect(read(orderId)).toBe(orderId));
	it.each([2 ** 53, 9.4e21, 12.5])('%d has lost digits on its way, means another thing, and is not taken', (orderId) => expect(() => read(orderId)).toThrow(/orderId/));
});
