import type { INodeProperties } from 'n8n-workflow';
import { credentialsFor } from '../../../../shared/contracts';
import type { OrderKey } from '../../../../shared/domain/order/order';
import { salesChannel } from '../../../../shared/n8n/form/fields';
import type { Fields } from '../../../../shared/n8n/read/params';

/** The fields with which an order is named. */
export const orderKeyFields: INodeProperties[] = [
	{
		displayName: 'Find Order By',
		name: 'orderBy',
		type: 'options',
		options: [
			{ name: 'Order ID', value: 'id', description: 'The ID that Order Manager gave the order' },
			{ name: 'Order Number', value: 'number', description: 'The number that your ERP or shop gave the order' },
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
		description: 'The whole number; orders that only begin with it are not meant',
		displayOptions: { show: { orderBy: ['number'] } },
	},
	{
		...salesChannel,
		description: 'The channel of the order. Leave it empty if the number is used in one channel only.',
		displayOptions: { show: { orderBy: ['number'], authentication: credentialsFor('order.salesChannel') } },
	},
];

/** Reads which order is meant. */
export const readOrderKey = (fields: Fields): OrderKey =>
	fields.raw('orderBy') === 'id'
		? { orderId: fields.requiredCode('orderId', 'Order ID') }
		: {
				orderNumber: fields.requiredCode('orderNumber', 'Order Number'),
				salesChannelId: fields.locator('salesChannel'),
			};

export const nameOfKey = (key: OrderKey): string =>
	'orderId' in key ? `Order with ID ${key.orderId}` : `Order ${key.orderNumber}`;
