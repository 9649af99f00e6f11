import type { INodeProperties } from 'n8n-workflow';
import { credentialsFor } from '../../contracts';
import type { OrderKey } from '../../domain/order/order';
import { salesChannel } from './fields';
import type { Fields } from '../read/params';

/** Another way to give a value than choosing it: how it is called, an example, a hint. */
type Way = [displayName: string, name: string, placeholder: string, hint?: string];

/** A field whose value is chosen from a searchable list, or given in one of the other ways. */
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

/** An order, from the latest ones, by ID or by number; with the channel that a number belongs to. */
export const orderLocator: INodeProperties[] = [
	{
		...locator('Order', 'order', 'searchOrders', 'Choose an order, or search for its number…', [
			byId('e.g. 77120046'),
			['By Number', 'number', 'e.g. 10250', 'The whole number; orders that only begin with it are not meant'],
		]),
		required: true,
	},
	{
		...salesChannel,
		description: 'The channel of the order. Leave it empty if the number is used in one channel only.',
		// The mode of the locator above: an ID says all by itself.
		displayOptions: { show: { authentication: credentialsFor('order.salesChannel'), '/order.mode': ['number'] } },
	},
];

/** Reads which order is meant. A plain value (from an expression in place of the locator) is an ID. */
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
		['By Code', 'id', 'e.g. UPS', 'The code of Order Manager, or the name of the carrier'],
	]),
	description: 'The company that carries the parcel',
};

export const shippingService: INodeProperties = {
	...locator('Shipping Service', 'shippingService', 'searchShippingServices', 'Choose a service…', [byId('e.g. 31')]),
	description: 'The list shows the services of the carrier that is chosen',
};

export const packageType: INodeProperties = {
	...locator('Package Type', 'packageType', 'searchPackageTypes', 'Choose a package type…', [byId('e.g. 4')]),
	description: 'The list shows the package types of the carrier that is chosen',
};

export const shippingProvider: INodeProperties = {
	...locator('Shipping Provider', 'shippingProvider', 'searchShippingProviders', 'Choose a provider…', [
		byId('e.g. 88'),
	]),
	description: 'The connected account that the label was bought from',
};
