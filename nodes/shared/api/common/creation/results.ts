import { InputProblem } from '../../../domain/inputProblem';
import type { CreatedOrder, Order } from '../../../domain/order/order';
import { lifecycleOf } from '../../../domain/order/orderStatus';
import { ApiError } from '../../../http/errors/apiError';
import { serviceWords } from '../../../http/errors/serviceWords';
import type { WithRaw } from '../../ports/types';
import type { Listed, Refusal } from './response';
import type { Created } from './wire';

/** Makes a result from an order that was found. */
export const fromOrder = (
	{ value, raw }: WithRaw<Order>,
	orderNumber: string,
	outcome: CreatedOrder['outcome'],
	notSent: string[],
): Created => ({
	value: { outcome, orderId: value.orderId, orderNumber, status: value.status, lifecycle: value.lifecycle, notSent },
	raw,
});

/** Makes a result from an order that the response to its creation lists. */
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

/** The result for an order that the service stored under another number. */
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

/** The most complaints that a message repeats. */
const SAID = 3;

/**
 * The service responded, but neither its response nor a list shows the order.
 * @param doubt the error of an unreadable record that may be the order
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

/** Guessing among several orders could pick the wrong one. */
export const severalHave = (orderNumber: string, orders: ReadonlyArray<WithRaw<Order>>): InputProblem =>
	new InputProblem({
		problem: 'severalOrders',
		field: 'orderNumber',
		value: orderNumber,
		orderIds: orders.map(({ value }) => value.orderId),
	});
