import { InputError } from '../shared/domain/inputError';
import type { NewOrder } from '../shared/domain/order';
import type { OrderForm } from './orderForm';

type Numbered = Pick<NewOrder, 'orderNumber' | 'salesChannelId'>;

export const nameOfNew = ({ orderNumber }: Pick<NewOrder, 'orderNumber'>): string => `Order ${orderNumber}`;

/** The rest may have come from a field that is missing in the item. */
const MAYBE_CUT = 'Order numbers end with a separator: %s. Check that nothing is missing behind it.';

/** Which order it is. @throws InputError where the number or (live API) the sales channel is missing */
export function readNumber(form: OrderForm): Required<Pick<Numbered, 'orderNumber'>> & Numbered {
	const orderNumber = form.head.requiredCode('orderNumber', 'Order Number');
	if (/[-_/#.:]$/.test(orderNumber)) form.head.remark(MAYBE_CUT, orderNumber);
	if (form.needsChannel && !form.salesChannelId) {
		throw new InputError('Sales Channel', `${nameOfNew({ orderNumber })} has no sales channel.`, 'Choose the channel that the orders belong to.');
	}
	return { orderNumber, salesChannelId: form.salesChannelId };
}
