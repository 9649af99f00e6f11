import type { INodeProperties } from 'n8n-workflow';
import type { OrderReceipt } from '../shared/api/port';
import { InputError } from '../shared/domain/inputError';
import type { OrderChange } from '../shared/domain/order';
import { onlyFor, optionsWith, simplify, warehouse } from '../shared/n8n/fields';
import { batchOperation } from '../shared/n8n/operation';
import { addressDetailFields, addressFields, readAddressChange } from './address';
import { readDetails, updateDetailFields } from './details';
import { nameOfKey, orderKeyFields, readOrderKey } from './orderKey';

const optional = ({ required: _, ...property }: INodeProperties): INodeProperties => property;

export const updateFields: INodeProperties[] = onlyFor('order', 'update', [
	...orderKeyFields,
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		options: [
			...addressFields.map(optional),
			...addressDetailFields,
			...updateDetailFields,
			{ ...warehouse, displayName: 'Fulfillment Source', description: 'The warehouse that shall fulfil the order' },
			{ displayName: 'Shipping Provider ID', name: 'shippingProviderId', type: 'string' as const, default: '' },
			{ displayName: 'Shipping Service ID', name: 'shippingServiceId', type: 'string' as const, default: '' },
		].sort((a, b) => a.displayName.localeCompare(b.displayName)),
	},
	optionsWith(),
	simplify,
]);

export const update = batchOperation<OrderChange, OrderReceipt>({
	read: (fields) => {
		const more = fields.inside('updateFields');
		const change: OrderChange = {
			key: readOrderKey(fields),
			shipTo: readAddressChange(more),
			details: readDetails(more),
			warehouseId: more.locator('warehouse'),
			shippingProviderId: more.text('shippingProviderId'),
			shippingServiceId: more.text('shippingServiceId'),
		};
		const { key: _, shipTo, details, ...others } = change;
		if (![shipTo, details, others].some((part) => Object.values(part).some((value) => value !== undefined))) {
			throw new InputError('Update Fields', 'There is nothing to change.', 'Add at least one field.');
		}
		return change;
	},
	nameOf: ({ key }) => nameOfKey(key),
	run: async (manager, changes) => await manager.orders.update(changes),
	notSent: ({ notSent }) => notSent,
});
