import { requireSupported } from '../../../shared/api/ports/requireSupported';
import { salesChannelTarget } from '../../../shared/domain/mapping/places';
import { foldName } from '../../../shared/domain/mapping/target';
import type { Resource } from '../../../shared/n8n/resources/resource';
import { mapFields } from '../../mapping/form';
import { listDirectory } from '../../mapping/lists';
import { mapOperation } from '../../mapping/mapItems';

export const salesChannel: Resource = {
	name: 'Sales Channel',
	value: 'salesChannel',
	description: "The ERP's codes of shops and marketplaces",
	operations: [
		{
			name: 'Map',
			value: 'map',
			action: 'Map sales channel',
			description: 'Find the sales channel that a code means, or the code of a sales channel',
			fields: mapFields({
				code: {
					description:
						'To Extensiv: the code in the ERP. From Extensiv: the ID or name of the sales channel. Capitals and ' +
						'spaces do not count.',
					placeholder: '{{ $json.shop }}',
				},
				outputField: 'mappedSalesChannel',
				value: { description: 'The ID or name of the sales channel', placeholder: '1207' },
				give: {
					options: [
						{ name: 'Name', value: 'name' },
						{ name: 'Sales Channel ID', value: 'id' },
					],
					default: 'name',
				},
				only: "The sales channel's ID, or the ERP's code",
				hasInactive: true,
			}),
			run: mapOperation({
				words: { what: 'sales channel', by: 'ID or name' },
				fold: foldName,
				extra: () => undefined,
				directory: async (manager) => {
					const channels = requireSupported(manager.salesChannels, 'Map Sales Channels');
					return await listDirectory(
						async (unreadable) => await channels.list({ includeInactive: true, unreadable }),
						salesChannelTarget,
					);
				},
			}),
		},
	],
};
