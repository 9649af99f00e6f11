import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import type { StatusRow } from '../../../shared/domain/order/orderActions';
import { onlyFor, optionsWith, simplify } from '../../../shared/n8n/form/fields';
import { listOperation } from '../../../shared/n8n/run/operation';

export const getStatusesFields: INodeProperties[] = onlyFor('order', 'getStatuses', [
	{
		displayName: 'Include All',
		name: 'includeAll',
		type: 'boolean',
		default: false,
		description: 'Whether to include the statuses that the service leaves out otherwise',
	},
	simplify,
	optionsWith(),
]);

export const getStatuses = listOperation<boolean, StatusRow>({
	whole: true,
	read: (fields) => fields.flag('includeAll'),
	list: async function* (manager, all, options) {
		yield await requireSupported(manager.orders.statuses, 'Get Statuses')(all, options);
	},
});
