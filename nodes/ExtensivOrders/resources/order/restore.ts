import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import type { OrderReceipt } from '../../../shared/api/ports/types';
import type { OrderKey } from '../../../shared/domain/order/order';
import { onlyFor, optionsWith, simplify } from '../../../shared/n8n/form/fields';
import { nameOfOrder, orderLocator, readOrderLocator } from '../../../shared/n8n/form/locators';
import { batchOperation } from '../../../shared/n8n/run/operation';

export const restoreFields: INodeProperties[] = onlyFor('order', 'restore', [...orderLocator, simplify, optionsWith()]);

export const restore = batchOperation<OrderKey, OrderReceipt>({
	read: readOrderLocator,
	nameOf: nameOfOrder,
	run: async (manager, keys) => await requireSupported(manager.orders.restore, 'Restore')(keys),
});
