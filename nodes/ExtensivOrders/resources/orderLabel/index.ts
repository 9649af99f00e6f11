import type { LabelledOrder } from '../../../shared/api/ports/orderLabels';
import type { OrderKey } from '../../../shared/domain/order/order';
import { nameOfOrder, orderLocator, readOrderLocator } from '../../../shared/n8n/form/locators';
import { labelsShape } from '../../../shared/n8n/output/labelShapes';
import { labelResource } from '../../../shared/n8n/resources/labels';

export const orderLabel = labelResource<OrderKey, LabelledOrder>({
	thing: 'Order',
	locator: orderLocator,
	readKey: readOrderLocator,
	nameOf: nameOfOrder,
	portOf: ({ orderLabels }) => orderLabels,
	shape: labelsShape<LabelledOrder>('orderNumber', 'orderId'),
});
