import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import type { SalesChannelRecord } from '../../../shared/domain/account/warehouse';
import { limit, onlyFor, optionsWith, returnAll, simplify } from '../../../shared/n8n/form/fields';
import { listOperation } from '../../../shared/n8n/run/operation';

export const salesChannelsFields: INodeProperties[] = onlyFor('salesChannel', 'getAll', [
	{
		displayName: 'Include Inactive',
		name: 'includeInactive',
		type: 'boolean',
		default: false,
		description: 'Whether to include channels that are switched off',
	},
	returnAll,
	limit,
	simplify,
	optionsWith(),
]);

export const salesChannelsGetAll = listOperation<{ includeInactive: boolean }, SalesChannelRecord>({
	read: (fields) => ({ includeInactive: fields.flag('includeInactive') }),
	list: async function* (manager, wanted, { unreadable }) {
		yield await requireSupported(manager.salesChannels, 'Get Many Sales Channels').list({ ...wanted, unreadable });
	},
});
