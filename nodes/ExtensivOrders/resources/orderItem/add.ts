import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import type { ItemAddition, ItemReceipt } from '../../../shared/domain/order/orderItem';
import { onlyFor, optionsWith, simplify } from '../../../shared/n8n/form/fields';
import { nameOfOrder, orderLocator, readOrderLocator } from '../../../shared/n8n/form/locators';
import { batchOperation } from '../../../shared/n8n/run/operation';
import { LINE, readLine } from '../order/lines/lines';
import { readTerms, termFields } from '../order/form/prices';

const REQUIRED = ['sku', 'quantity'];

export const itemAddFields: INodeProperties[] = onlyFor('orderItem', 'add', [
	...orderLocator,
	...LINE.map((property) => ({ ...property, required: REQUIRED.includes(property.name) })),
	simplify,
	optionsWith(termFields),
]);

export const itemAdd = batchOperation<ItemAddition, ItemReceipt>({
	atMostOnce: true,
	read: (fields) => ({ key: readOrderLocator(fields), line: readLine(fields, readTerms(fields, fields.of({}))) }),
	nameOf: ({ key, line }) => `${nameOfOrder(key)}, SKU ${line.sku}`,
	run: async (manager, additions) => await requireSupported(manager.orderItems, 'Add Order Item').add(additions),
});
