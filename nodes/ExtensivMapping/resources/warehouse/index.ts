import { warehouseTarget } from '../../../shared/domain/mapping/places';
import { foldName } from '../../../shared/domain/mapping/target';
import type { Resource } from '../../../shared/n8n/resources/resource';
import { mapFields } from '../../mapping/form';
import { listDirectory } from '../../mapping/lists';
import { mapOperation } from '../../mapping/mapItems';

export const warehouse: Resource = {
	name: 'Warehouse',
	value: 'warehouse',
	description: "The ERP's warehouse codes",
	operations: [
		{
			name: 'Map',
			value: 'map',
			action: 'Map warehouse',
			description: 'Find the warehouse that a code means, or the code of a warehouse',
			fields: mapFields({
				code: {
					description:
						'To Extensiv: the code in the ERP. From Extensiv: the ID or name of the warehouse. Capitals and spaces ' +
						'do not count.',
					placeholder: '{{ $json.warehouse }}',
				},
				outputField: 'mappedWarehouse',
				value: { description: 'The ID or name of the warehouse', placeholder: '5101' },
				give: {
					options: [
						{ name: 'Name', value: 'name' },
						{ name: 'Warehouse ID', value: 'id' },
					],
					default: 'name',
				},
				only: "The warehouse's ID, or the ERP's code",
				hasInactive: true,
			}),
			run: mapOperation({
				words: { what: 'warehouse', by: 'ID or name' },
				fold: foldName,
				extra: () => undefined,
				directory: async (manager) =>
					await listDirectory(async (unreadable) => await manager.warehouses.list({ unreadable }), warehouseTarget),
			}),
		},
	],
};
