import { type INode, NodeApiError, NodeOperationError } from 'n8n-workflow';
import { ApiError } from '../../../nodes/shared/http/errors/apiError';
import { describeError, toNodeError } from '../../../nodes/shared/n8n/errors/errors';
import { HIDDEN, Secrets } from '../../../nodes/shared/n8n/secrets/secrets';
import { expectNoSecretIn } from '../../support/secrets';

const NODE: INode = {
	id: 'node',
	name: 'Orders',
	type: 'extensivOrders',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
const TOKEN = 'private-app-token';
const secrets = new Secrets({ accessToken: TOKEN });
const wrapped = (error: unknown) => toNodeError(NODE, error, describeError(error, '', secrets));
/** With what `JSON.stringify` leaves out. */
const whole = (error: Error): unknown => ({ ...error, message: error.message, stack: error.stack, cause: error.cause });

describe('An error of the node', () => {
	it.each([
		[
			'n8n, with the request in its cause',
			() =>
				new NodeApiError(
					NODE,
					Object.assign(new Error(`Refused ${TOKEN}`), {
						config: { headers: { Authorization: `Bearer ${TOKEN}` } },
					}) as never,
					{ description: `by ${TOKEN}`, httpCode: '418' },
				),
		],
		[
			'n8n, of an operation',
			() => new NodeOperationError(NODE, new Error(`Refused ${TOKEN}`), { description: `by ${TOKEN}` }),
		],
		[
			'the service',
			() =>
				new ApiError({
					kind: 'refused',
					message: `Refused ${TOKEN}`,
					status: 418,
					field: TOKEN,
					code: TOKEN,
					subject: TOKEN,
					requestId: `by ${TOKEN}`,
				}),
		],
		['something that is no error', () => `Refused ${TOKEN}`],
	])('has no secret in any of its properties when it comes from %s', (_what, make) => {
		const error = wrapped(make());
		expect(JSON.stringify(whole(error))).toContain(HIDDEN);
		expectNoSecretIn(whole(error), [TOKEN]);
	});

	it('has nothing of the words of a fault in the code, which may have a secret in them', () => {
		const error = wrapped(Object.assign(new TypeError(`Refused ${TOKEN}`), { token: TOKEN }));
		expect(error.message).toMatch(/^The node failed because of an internal error \(\w+\.ts, line \d+\)\.$/);
		expect(error.description).toMatch(/check in Order Manager what was done/);
		expectNoSecretIn(whole(error), [TOKEN]);
	});

	it('of n8n keeps its message, description and status', () => {
		const error = wrapped(
			new NodeApiError(NODE, {}, { message: 'No teapot', description: 'Take another one', httpCode: '418' }),
		);
		expect(error).toMatchObject({ message: 'No teapot', description: 'Take another one', httpCode: '418' });
	});

	it('is made once', () => {
		const error = wrapped(new ApiError({ kind: 'refused', message: 'Refused' }));
		expect(wrapped(error)).toBe(error);
	});
});
