import type { INodeProperties } from 'n8n-workflow';
import { InputError } from '../shared/domain/inputError';
import { parseCurrency } from '../shared/domain/money';
import type { CreatedOrder, NewOrder } from '../shared/domain/order';
import { LIVE_CREDENTIALS, onlyFor, optionsWith, salesChannel, simplify } from '../shared/n8n/fields';
import { batchOperation } from '../shared/n8n/operation';
import { addressDetailFields, addressFields, readAddress } from './address';
import { createDetailFields, readDetails } from './details';
import { lineFields, readLines } from './lines';

export const createFields: INodeProperties[] = onlyFor('order', 'create', [
	{
		displayName: 'Each Input Item Is',
		name: 'inputMode',
		type: 'options',
		options: [
			{ name: 'An Order', value: 'order', description: 'Every incoming item is a whole order with its lines' },
			{
				name: 'An Order Line',
				value: 'orderLine',
				description: 'Every incoming item is one line, as in most ERP exports. Lines with the same order number become one order; its address and dates are taken from the first of them.',
			},
		],
		default: 'order',
	},
	{ ...salesChannel, required: true, displayOptions: { show: { authentication: LIVE_CREDENTIALS } } },
	{
		displayName: 'Order Number',
		name: 'orderNumber',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 10250',
		description: 'The number of the order in your ERP. It keeps an order from being created twice.',
	},
	...addressFields,
	...lineFields,
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		options: [...addressDetailFields, ...createDetailFields].sort((a, b) => a.displayName.localeCompare(b.displayName)),
	},
	optionsWith([
		{
			displayName: 'Look Up Order Number First',
			name: 'lookUpFirst',
			type: 'boolean',
			default: true,
			description: 'Whether to look whether an order with this number is there already, and to report it instead of creating it again',
		},
		{
			displayName: 'Orders per Request',
			name: 'batchSize',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 50,
			description: 'How many orders go into one request. The service does not say how many it takes.',
		},
	]),
	simplify,
]);

const nameOf = ({ orderNumber }: Pick<NewOrder, 'orderNumber'>): string => `Order ${orderNumber}`;

export const create = batchOperation<NewOrder, CreatedOrder>({
	read: (fields) => {
		const more = fields.inside('additionalFields');
		return {
			orderNumber: fields.required('orderNumber', 'Order Number'),
			salesChannelId: fields.locator('salesChannel'),
			currency: more.text('currency') === undefined ? 'USD' : parseCurrency(more.raw('currency')),
			shippingCost: more.amount('shippingCost', 'Shipping Cost') ?? 0,
			discount: more.amount('discount', 'Discount') ?? 0,
			shipTo: readAddress(fields, more),
			lines: readLines(fields),
			...readDetails(more),
		};
	},
	nameOf,
	merge: {
		applies: (fields) => fields.raw('inputMode') === 'orderLine',
		nameOf: (fields) => {
			const orderNumber = fields.text('orderNumber');
			return orderNumber === undefined ? '' : nameOf({ orderNumber });
		},
		keyOf: (order) => `${order.salesChannelId ?? ''}\n${order.orderNumber}`,
		into: (first, next) => ({ ...first, lines: [...first.lines, ...next.lines] }),
	},
	run: async (manager, orders, options) => {
		if (manager.contract === 'live') {
			const lacking = orders.find(({ value }) => !value.salesChannelId);
			if (lacking) throw new InputError('Sales Channel', `${nameOf(lacking.value)} has no sales channel.`, 'Choose the channel that the orders belong to.');
		}
		const more = options.inside('options');
		return await manager.orders.create(orders, {
			lookUpFirst: more.raw('lookUpFirst') !== false,
			batchSize: more.text('batchSize') === undefined ? undefined : more.quantity('batchSize', 'Orders per Request'),
		});
	},
	notSent: ({ notSent }) => notSent,
});
