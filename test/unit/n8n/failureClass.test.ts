import { InputError } from '../../../nodes/shared/domain/inputError';
import { InputProblem } from '../../../nodes/shared/domain/inputProblem';
import { ApiError, type ApiErrorKind } from '../../../nodes/shared/http/errors/apiError';
import { failureClass, failureFacts } from '../../../nodes/shared/n8n/errors/failureClass';

const error = (kind: ApiErrorKind, status?: number, retryAfterMs?: number): ApiError =>
	new ApiError({ kind, message: 'It failed.', status, retryAfterMs });

describe('the class of a failure', () => {
	it.each([
		['a wrong token', error('unauthorized', 401), 'authentication'],
		['a missing permission', error('forbidden', 403), 'permission'],
		['too many requests', error('rateLimited', 429), 'rateLimit'],
		['a service that failed', error('unavailable', 503), 'serviceDown'],
		['a service that cannot be reached', error('unreachable'), 'serviceDown'],
		['a service that had no time', error('refused', 408), 'serviceDown'],
		['a rejected request', error('refused', 422), 'refused'],
		['a rejected row', error('rowRefused', 200), 'refused'],
		['a record that does not exist', error('notFound', 404), 'notFound'],
		['a lost response', error('indeterminate'), 'indeterminate'],
		['an unconfirmed change', error('unconfirmed', 200), 'indeterminate'],
		['a read-only credential', error('readOnly'), 'configuration'],
		['an unusable value', new InputError('Quantity', '“x” is not a number.', 'Enter a number.'), 'input'],
		['a missing value', new InputProblem({ problem: 'required', field: 'city', of: 'address' }), 'input'],
		['a fault of the program', new TypeError('x is not a function'), 'internal'],
	])('of %s', (_, failure, expected) => {
		expect(failureClass(failure)).toBe(expected);
	});

	it('comes with what n8n 2 needs to wait as long as the service asks', () => {
		expect(failureFacts(error('rateLimited', 429, 7000))).toEqual({
			class: 'rateLimit',
			cause: 'rate-limited',
			retryAfterMs: 7000,
		});
		expect(failureFacts(error('refused', 422))).toEqual({ class: 'refused' });
	});
});
