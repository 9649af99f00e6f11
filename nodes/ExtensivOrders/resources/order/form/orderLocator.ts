import type { INodeProperties } from 'n8n-workflow';
import { credentialsFor } from '../../../../shared/contracts';
import type { OrderKey } from '../../../../shared/domain/order/order';
import { salesChannel } from '../../../../shared/n8n/form/fields';
import type { Fields } from '../../../../shared/n8n/read/params';

/** The fields that identify an order. */
export const orderKeyFields: INodeProperties[] = [
	{
		displayName: 'Find Order By',
		name: 'orderBy',
		type: 'options',
		options: [
			{ name: 'Order ID', value: 'id', description: 'The ID of the order in Order Manager' },
			{ name: 'Order Number', value: 'number', description: 'The number of the order in your ERP or shop' },
		],
		default: 'number',
	},
	{
		displayName: 'Order ID',
		name: 'orderId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 77120046',
		displayOptions: { show: { orderBy: ['id'] } },
	},
	{
		displayName: 'Order Number',
		name: 'orderNumber',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 10250',
		description: 'The full order number. Orders that only start with it do not match.',
		displayOptions: { show: { orderBy: ['number'] } },
	},
	{
		...salesChannel,
		description: 'The channel of the order. Leave it empty if the number is used in one channel only.',
		displayOptions: { show: { orderBy: ['number'], authentication: credentialsFor('order.salesChannel') } },
	},
];

/** Reads which order the user means. */
export const readOrderKey = (fields: Fields): OrderKey =>
	fields.raw('orderBy') === 'id'
		? { orderId: fields.requiredCode('orderId', 'Order ID') }
		: {
				orderNumber: fields.requiredCode('orderNumber', 'Order Number'),
				salesChannelId: fields.locator('salesChannel'),
			};

export const nameOfKey = (key: OrderKey): string =>
	'orderId' in key ? `Order with ID ${key.orderId}` : `Order ${key.orderNumber}`;
