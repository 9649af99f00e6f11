import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import type { NewWarehouse, WarehouseReceipt } from '../../../shared/domain/account/warehouse';
import { optionsWith, simplify } from '../../../shared/n8n/form/fields';
import { batchOperation } from '../../../shared/n8n/run/operation';
import { detailFields, readDetails } from './details';

export const createFields: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Columbus 3PL',
		description: 'If a warehouse with this name exists, it is returned and no second one is created',
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		options: detailFields,
	},
	simplify,
	optionsWith(),
];

export const create = batchOperation<NewWarehouse, WarehouseReceipt>({
	read: (fields) => ({ ...readDetails(fields.inside('additionalFields')), name: fields.required('name', 'Name') }),
	nameOf: ({ name }) => `Warehouse ${name}`,
	run: async (manager, warehouses) => await requireSupported(manager.warehouses.create, 'Create Warehouse')(warehouses),
});
