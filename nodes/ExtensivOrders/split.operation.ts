import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../shared/api/requireSupported';
import type { Split, SplitReceipt } from '../shared/domain/orderActions';
import { onlyFor, optionsWith, simplify } from '../shared/n8n/fields';
import { nameOfOrder, orderLocator, readOrderLocator } from '../shared/n8n/locators';
import { batchOperation } from '../shared/n8n/operation';
import { partFields, readParts } from './splitParts';

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
