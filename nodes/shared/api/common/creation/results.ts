import { InputProblem } from '../../../domain/inputProblem';
import type { CreatedOrder, Order } from '../../../domain/order/order';
import { lifecycleOf } from '../../../domain/order/orderStatus';
import { ApiError } from '../../../http/errors/apiError';
import { serviceWords } from '../../../http/errors/serviceWords';
import type { WithRaw } from '../../ports/types';
import type { Listed, Refusal } from './response';
import type { Created } from './wire';

/** An order that was found, as the outcome of its input. */
export const fromOrder = (
	{ value, raw }: WithRaw<Order>,
	orderNumber: string,
	outcome: CreatedOrder['outcome'],
	notSent: string[],
): Created => ({
	value: { outcome, orderId: value.orderId, orderNumber, status: value.status, lifecycle: value.lifecycle, notSent },
	raw,
});

/** An order that the answer to its creation lists. */
export const fromListed = ({ orderId, status, raw }: Listed, orderNumber: string, notSent: string[]): Created => ({
	value: {
		outcome: 'created',
		orderId,
		orderNumber,
		status,
		lifecycle: status === null ? null : lifecycleOf(status),
		notSent,
	},
	raw,
});

/** An order that the service has stored under another number than was given. */
export const renumbered = ({ value, raw }: Created, storedNumber: string): Created => ({
	value: {
		...value,
		storedNumber,
		notice:
			`Order Manager stores order ${value.orderNumber} under the number ${storedNumber}. Use that number from ` +
			'now on: ' +
			`a later run looks for ${value.orderNumber}, does not find it and would create the order again.`,
	},
	raw,
});

export const refused = ({ code, message, field }: Refusal, orderNumber: string, endpoint: string): ApiError =>
	new ApiError({
		kind: 'rowRefused',
		message: message ? `The service says: ${message}` : 'The service accepted the call but did not create the order.',
		code,
		serviceMessage: message,
		field,
		subject: orderNumber,
		endpoint,
	});

/** Complaints that a message repeats. */
const SAID = 3;

/**
 * The service has answered, but neither its answer nor a list shows the order. @param doubt it may be a record that
 * cannot be read
 */
export const unconfirmed = (
	orderNumber: string,
	said: readonly Refusal[],
	endpoint: string,
	doubt?: ApiError,
): ApiError => {
	const serviceSaid = serviceWords(
		said
			.flatMap(({ message }) => message ?? [])
			.slice(0, SAID)
			.join(' '),
	);
	return new ApiError({
		kind: 'indeterminate',
		message:
			'The service accepted the call but does not list order ' +
			`${orderNumber}${doubt ? '.' : ', and look-ups do not find it.'}` +
			`${serviceSaid ? ` It says: ${serviceSaid}` : ''}${doubt ? ` ${doubt.message}` : ''} ` +
			'Whether the change took effect ' +
			'is not known.',
		subject: orderNumber,
		serviceMessage: serviceSaid,
		endpoint,
	});
};

/** Which of several orders is meant is not guessed. */
export const severalHave = (orderNumber: string, orders: ReadonlyArray<WithRaw<Order>>): InputProblem =>
	new InputProblem({
		problem: 'severalOrders',
		field: 'orderNumber',
		value: orderNumber,
		orderIds: orders.map(({ value }) => value.orderId),
	});
