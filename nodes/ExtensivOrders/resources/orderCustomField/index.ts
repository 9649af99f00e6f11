import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import type { OrderWithFields } from '../../../shared/api/ports/orderCustomFields';
import type { OrderKey } from '../../../shared/domain/order/order';
import { customFieldOptions } from '../../../shared/n8n/form/customFieldFields';
import { nameOfOrder, orderLocator, readOrderLocator } from '../../../shared/n8n/form/locators';
import { customFieldsShape } from '../../../shared/n8n/output/labelShapes';
import { customFieldResource } from '../../../shared/n8n/resources/customFields';

export const orderCustomField = customFieldResource<OrderKey, OrderWithFields>({
	thing: 'Order',
	loadOptionsMethod: 'getOrderCustomFields',
	locator: orderLocator,
	readKey: readOrderLocator,
	nameOf: nameOfOrder,
	portOf: ({ orderFields }) => orderFields,
	shape: customFieldsShape<OrderWithFields>('orderNumber', 'orderId'),
});

/** The account's custom fields of orders, for the list. */
export async function getOrderCustomFields(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await customFieldOptions(this, (manager) => manager.orderFields?.definitions());
}
