import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import type { Split, SplitReceipt } from '../../../shared/domain/order/orderActions';
import { onlyFor, optionsWith, simplify } from '../../../shared/n8n/form/fields';
import { nameOfOrder, orderLocator, readOrderLocator } from '../../../shared/n8n/form/locators';
import { batchOperation } from '../../../shared/n8n/run/operation';
import { partFields, readParts } from './form/splitParts';

export const splitFields: INodeProperties[] = onlyFor('order', 'split', [
	...orderLocator,
	...partFields,
	simplify,
	optionsWith(),
]);

export const split = batchOperation<Split, SplitReceipt>({
	atMostOnce: true,
	read: (fields) => ({ key: readOrderLocator(fields), parts: readParts(fields) }),
	nameOf: ({ key }) => nameOfOrder(key),
	run: async (manager, splits) => await requireSupported(manager.orders.split, 'Split')(splits),
});
