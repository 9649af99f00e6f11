import { requireSupported } from '../../../shared/api/ports/requireSupported';
import type { SalesChannelRecord } from '../../../shared/domain/account/warehouse';
import { limit, optionsWith, returnAll, simplify } from '../../../shared/n8n/form/fields';
import type { Resource } from '../../../shared/n8n/resources/resource';
import { listOperation } from '../../../shared/n8n/run/operation';

export const salesChannel: Resource = {
	name: 'Sales Channel',
	value: 'salesChannel',
	description: 'A shop front, marketplace or API feed',
	operations: [
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many sales channels',
			description: 'Get many sales channels',
			fields: [
				{
					displayName: 'Include Inactive',
					name: 'includeInactive',
					type: 'boolean',
					default: false,
					description: 'Whether to include inactive channels',
				},
				returnAll,
				limit,
				simplify,
				optionsWith(),
			],
			run: listOperation<{ includeInactive: boolean }, SalesChannelRecord>({
				read: (fields) => ({ includeInactive: fields.flag('includeInactive') }),
				list: async function* (manager, wanted, { unreadable }) {
					yield await requireSupported(manager.salesChannels, 'Get Many Sales Channels').list({
						...wanted,
						unreadable,
					});
				},
			}),
		},
	],
};
