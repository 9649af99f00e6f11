import type { INodeProperties } from 'n8n-workflow';
import type { ItemKey } from '../../../shared/domain/order/orderItem';
import type { Fields } from '../../../shared/n8n/read/params';

/** The fields with which a line of an order is named. */
export const itemKeyFields: INodeProperties[] = [
	{
		displayName: 'Find Order Item By',
		name: 'itemBy',
		type: 'options',
		options: [
			{ name: 'Order Item ID', value: 'id', description: 'The ID of the line, as Get shows it (lineId)' },
			{
				name: 'Listing SKU',
				value: 'sku',
				description: 'The SKU as the line has it, where only one line of the order has it',
			},
		],
		default: 'sku',
	},
	{
		displayName: 'Order Item ID',
		name: 'orderItemId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 9001',
		displayOptions: { show: { itemBy: ['id'] } },
	},
	{
		displayName: 'Listing SKU',
		name: 'sku',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. NW-MUG-BLU',
		displayOptions: { show: { itemBy: ['sku'] } },
	},
];

/** Reads which line is meant. */
export const readItemKey = (fields: Fields): ItemKey =>
	fields.raw('itemBy') === 'id'
		? { itemId: fields.requiredCode('orderItemId', 'Order Item ID') }
		: { sku: fields.requiredCode('sku', 'SKU') };

export const nameOfItem = (item: ItemKey): string => ('itemId' in item ? `item ${item.itemId}` : `SKU ${item.sku}`);
