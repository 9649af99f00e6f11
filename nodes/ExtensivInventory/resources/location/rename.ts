import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import type { LocationReceipt, LocationRename } from '../../../shared/domain/stock/stockLocation';
import { optionsWith, simplify } from '../../../shared/n8n/form/fields';
import { batchOperation } from '../../../shared/n8n/run/operation';
import { requiredWarehouse } from '../place';

const showFor = (locationBy: string) => ({ displayOptions: { show: { locationBy: [locationBy] } } });

export const renameFields: INodeProperties[] = [
	{
		displayName:
			'This renames the location for all products in it. Only your own warehouses (direct fulfillment) ' +
			'have named locations.',
		name: 'renameNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Find Location By',
		name: 'locationBy',
		type: 'options',
		options: [
			{ name: 'Location ID', value: 'id', description: 'The locationId of a stock record' },
			{ name: 'Warehouse and Name', value: 'name' },
		],
		default: 'name',
	},
	{
		displayName: 'Location ID',
		name: 'locationId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 33012',
		...showFor('id'),
	},
	{ ...requiredWarehouse, ...showFor('name') },
	{
		displayName: 'Present Name',
		name: 'oldName',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. A-01-03',
		...showFor('name'),
	},
	{
		displayName: 'New Name',
		name: 'newName',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. B-01-03',
	},
	simplify,
	optionsWith(),
];

export const rename = batchOperation<LocationRename, LocationReceipt>({
	read: (fields) => {
		const newName = fields.requiredCode('newName', 'New Name');
		if (fields.raw('locationBy') === 'id')
			return { locationId: fields.requiredCode('locationId', 'Location ID'), newName };
		return {
			warehouseId: fields.requiredLocator('warehouse', 'Warehouse'),
			oldName: fields.requiredCode('oldName', 'Present Name'),
			newName,
		};
	},
	nameOf: (given) =>
		'locationId' in given
			? `Location with ID ${given.locationId}`
			: `Location ${given.oldName} of warehouse ${given.warehouseId}`,
	run: async (manager, renames) => await requireSupported(manager.stockLocations, 'Location').rename(renames),
});
