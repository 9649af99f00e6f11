import type { INodeProperties } from 'n8n-workflow';
import { alphabetical } from '../../../shared/domain/alphabetical';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import { InputError } from '../../../shared/domain/inputError';
import type { WarehouseChange, WarehouseReceipt } from '../../../shared/domain/account/warehouse';
import { optionsWith, simplify, warehouse } from '../../../shared/n8n/form/fields';
import { batchOperation } from '../../../shared/n8n/run/operation';
import { detailFields, readDetails } from './details';

const name: INodeProperties = { displayName: 'Name', name: 'name', type: 'string', default: '' };

export const updateFields: INodeProperties[] = [
	{ ...warehouse, required: true, description: 'The warehouse to update' },
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		options: [...detailFields, name].sort((one, other) => alphabetical(one.displayName, other.displayName)),
	},
	simplify,
	optionsWith(),
];

export const update = batchOperation<WarehouseChange, WarehouseReceipt>({
	read: (fields) => {
		const more = fields.inside('updateFields');
		const details = { ...readDetails(more), name: more.text('name') };
		if (Object.values(details).every((value) => value === undefined))
			throw new InputError('Update Fields', 'There is nothing to change.', 'Add at least one field.');
		return { warehouseId: fields.requiredLocator('warehouse', 'Warehouse'), details };
	},
	nameOf: ({ warehouseId }) => `Warehouse ${warehouseId}`,
	run: async (manager, changes) => await requireSupported(manager.warehouses.update, 'Update Warehouse')(changes),
});
