import type { INodeProperties } from 'n8n-workflow';
import { alphabetical } from '../../../../shared/domain/alphabetical';
import { InputError } from '../../../../shared/domain/inputError';
import type { OrderChange, OrderKey } from '../../../../shared/domain/order/order';
import { warehouse } from '../../../../shared/n8n/form/fields';
import type { Fields } from '../../../../shared/n8n/read/params';
import { addressDetailFields, addressFields, readAddressChange } from './address';
import { readDetails, updateDetailFields } from './details';

/** A field that need not be filled in. */
export const optional = ({ required: _, ...property }: INodeProperties): INodeProperties => property;

/** What can be changed of an order. */
export const changeField: INodeProperties = {
	displayName: 'Update Fields',
	name: 'updateFields',
	type: 'collection',
	placeholder: 'Add field',
	default: {},
	options: [
		...addressFields.map(optional),
		...addressDetailFields,
		...updateDetailFields,
		{ ...warehouse, displayName: 'Fulfillment Source', description: 'The warehouse that is to fulfill the order' },
		{ displayName: 'Shipping Provider ID', name: 'shippingProviderId', type: 'string' as const, default: '' },
		{ displayName: 'Shipping Service ID', name: 'shippingServiceId', type: 'string' as const, default: '' },
	].sort((a, b) => alphabetical(a.displayName, b.displayName)),
};

/** Reads a change. @throws InputError when there is none */
export function readChange(fields: Fields, key: OrderKey): OrderChange {
	const more = fields.inside('updateFields');
	const change: OrderChange = {
		key,
		shipTo: readAddressChange(more),
		details: readDetails(more),
		warehouseId: more.locator('warehouse'),
		shippingProviderId: more.code('shippingProviderId'),
		shippingServiceId: more.code('shippingServiceId'),
	};
	const { key: _, shipTo, details, ...others } = change;
	if (![shipTo, details, others].some((part) => Object.values(part).some((value) => value !== undefined))) {
		throw new InputError('Update Fields', 'There is nothing to change.', 'Add at least one field.');
	}
	return change;
}
