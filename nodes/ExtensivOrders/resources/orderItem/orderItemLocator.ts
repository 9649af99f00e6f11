import type { INodeProperties } from 'n8n-workflow';
import type { ItemKey } from '../../../shared/domain/order/orderItem';
import type { Fields } from '../../../shared/n8n/read/params';

/** The fields that identify a line of an order. */
export const itemKeyFields: INodeProperties[] = [
	{
		displayName: 'Find Order Item By',
		name: 'itemBy',
		type: 'options',
		options: [
			{ name: 'Order Item ID', value: 'id', description: 'The ID of the line (lineId in the output of Get)' },
			{
				name: 'Listing SKU',
				value: 'sku',
				description: 'The SKU of the line. No other line of the order may have it.',
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

/** Reads which line the user means. */
export const readItemKey = (fields: Fields): ItemKey =>
	fields.raw('itemBy') === 'id'
		? { itemId: fields.requiredCode('orderItemId', 'Order Item ID') }
		: { sku: fields.requiredCode('sku', 'SKU') };

export const nameOfItem = (item: ItemKey): string => ('itemId' in item ? `item ${item.itemId}` : `SKU ${item.sku}`);
