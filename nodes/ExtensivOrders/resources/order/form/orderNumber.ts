import { InputError } from '../../../../shared/domain/inputError';
import type { NewOrder } from '../../../../shared/domain/order/order';
import type { OrderForm } from './orderForm';

type Numbered = Pick<NewOrder, 'orderNumber' | 'salesChannelId'>;

export const nameOfNew = ({ orderNumber }: Pick<NewOrder, 'orderNumber'>): string => `Order ${orderNumber}`;

/** The rest may come from a field that the item lacks. */
const MAYBE_CUT = 'Order numbers end with a separator: %s. Check that nothing is missing after it.';

/** Reports write dashes and ditto marks in place of a number. */
export const isOnlyMarks = (value: unknown): boolean => typeof value === 'string' && !/[\p{L}\p{N}\p{So}]/u.test(value);

/** Which order it is. @throws InputError where the number or (live API) the sales channel is missing */
export function readNumber(form: OrderForm): Required<Pick<Numbered, 'orderNumber'>> & Numbered {
	const orderNumber = form.head.requiredCode('orderNumber', 'Order Number');
	if (isOnlyMarks(orderNumber)) {
		throw new InputError(
			'Order Number',
			`“${orderNumber}” contains no letter and no digit.`,
			'Give the number that the order has in your ERP.',
		);
	}
	if (/[-_/#.:]$/.test(orderNumber)) form.head.remark(MAYBE_CUT, orderNumber);
	if (form.needsChannel && !form.salesChannelId) {
		throw new InputError(
			'Sales Channel',
			`${nameOfNew({ orderNumber })} has no sales channel.`,
			'Choose the channel that the orders belong to.',
		);
	}
	return { orderNumber, salesChannelId: form.salesChannelId };
}
