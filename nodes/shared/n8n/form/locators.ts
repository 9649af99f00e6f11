import type { INodeProperties } from 'n8n-workflow';
import { credentialsFor } from '../../contracts';
import type { OrderKey } from '../../domain/order/order';
import { salesChannel } from './fields';
import type { Fields } from '../read/params';

/** Another way to enter a value: its label, an example and a hint. */
type Way = [displayName: string, name: string, placeholder: string, hint?: string];

/** A field with a searchable list and other ways to enter its value. */
const locator = (
	displayName: string,
	name: string,
	searchListMethod: string,
	placeholder: string,
	ways: Way[],
): INodeProperties => ({
	displayName,
	name,
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder,
			typeOptions: { searchListMethod, searchable: true },
		},
		...ways.map(([way, mode, example, hint]) => ({
			displayName: way,
			name: mode,
			type: 'string' as const,
			placeholder: example,
			...(hint ? { hint } : {}),
		})),
	],
});

const byId = (placeholder: string): Way => ['By ID', 'id', placeholder];

/** An order from the list of recent ones, by ID or by number, with the channel for a number. */
export const orderLocator: INodeProperties[] = [
	{
		...locator('Order', 'order', 'searchOrders', 'Choose an order, or search for its number…', [
			byId('e.g. 77120046'),
			[
				'By Number',
				'number',
				'e.g. 10250',
				'The complete number; orders whose number only begins with it do not match',
			],
		]),
		required: true,
	},
	{
		...salesChannel,
		description: 'The channel of the order. Leave it empty if only one channel uses the number.',
		// The mode of the locator above: an ID needs no channel.
		displayOptions: { show: { authentication: credentialsFor('order.salesChannel'), '/order.mode': ['number'] } },
	},
];

/** Reads the chosen order. A plain value (from an expression in place of the locator) is an ID. */
export function readOrderLocator(fields: Fields): OrderKey {
	const value = fields.requiredLocator('order', 'Order');
	const given = fields.raw('order');
	const byNumber = typeof given === 'object' && given !== null && 'mode' in given && given.mode === 'number';
	return byNumber ? { orderNumber: value, salesChannelId: fields.locator('salesChannel') } : { orderId: value };
}

export const nameOfOrder = (key: OrderKey): string =>
	'orderId' in key ? `Order with ID ${key.orderId}` : `Order ${key.orderNumber}`;

export const carrier: INodeProperties = {
	...locator('Carrier', 'carrier', 'searchCarriers', 'Choose a carrier…', [
		['By Code', 'id', 'e.g. UPS', "The carrier's name, or its code in Order Manager"],
	]),
	description: 'The company that carries the parcel',
};

export const shippingService: INodeProperties = {
	...locator('Shipping Service', 'shippingService', 'searchShippingServices', 'Choose a service…', [byId('e.g. 31')]),
	description: 'The list shows the services of the chosen carrier',
};

export const packageType: INodeProperties = {
	...locator('Package Type', 'packageType', 'searchPackageTypes', 'Choose a package type…', [byId('e.g. 4')]),
	description: 'The list shows the package types of the chosen carrier',
};

export const shippingProvider: INodeProperties = {
	...locator('Shipping Provider', 'shippingProvider', 'searchShippingProviders', 'Choose a provider…', [
		byId('e.g. 88'),
	]),
	description: 'The connected account that sold the label',
};
