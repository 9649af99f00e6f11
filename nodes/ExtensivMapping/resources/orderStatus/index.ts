import { statusDirectory } from '../../../shared/domain/mapping/orderStatuses';
import { ORDER_STATUSES } from '../../../shared/domain/order/orderStatus';
import { foldName } from '../../../shared/domain/mapping/target';
import type { Resource } from '../../../shared/n8n/resources/resource';
import { mapFields } from '../../mapping/form';
import { mapOperation } from '../../mapping/mapItems';

const ALL = ORDER_STATUSES.map(({ status }) => status);

export const orderStatus: Resource = {
	name: 'Order Status',
	value: 'orderStatus',
	description: "The ERP's words for the statuses of orders",
	operations: [
		{
			name: 'Map',
			value: 'map',
			action: 'Map order status',
			description: "Find the status that a word means, or the ERP's word for a status",
			fields: mapFields({
				code: {
					description:
						'To Extensiv: the word in the ERP. From Extensiv: the status of an order, or its stage. Capitals and ' +
						'spaces do not count.',
					placeholder: '{{ $json.status }}',
				},
				outputField: 'mappedStatus',
				value: {
					description: 'A stage such as pending, onHold or fulfilled, or a status of the service',
					placeholder: 'pending',
				},
				give: {
					options: [
						{ name: 'Stage', value: 'stage', description: 'For example pending' },
						{ name: 'Status', value: 'status', description: "The service's own, for example AWAITING_SHIPMENT" },
					],
					default: 'stage',
				},
				only: "The status or stage, or the ERP's word",
			}),
			run: mapOperation({
				words: { what: 'order status', by: 'name' },
				fold: foldName,
				extra: () => undefined,
				// What comes from the service may be any status; what goes there must be one that it takes.
				directory: async ({ contract }, { direction }) =>
					await Promise.resolve(statusDirectory(direction === 'from' ? ALL : contract.orderStatuses)),
			}),
		},
	],
};
