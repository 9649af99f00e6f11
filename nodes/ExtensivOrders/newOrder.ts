import type { INodeProperties } from 'n8n-workflow';
import { InputError } from '../shared/domain/inputError';
import { parseCurrency } from '../shared/domain/money';
import type { NewOrder } from '../shared/domain/order';
import { LIVE_CREDENTIALS, onlyFor, salesChannel } from '../shared/n8n/fields';
import type { BatchOperation } from '../shared/n8n/operation';
import type { Fields } from '../shared/n8n/params';
import { additionalGroups } from './additional';
import { addressFields, readAddress } from './address';
import { optional } from './change';
import { readDetails } from './details';
import { lineFields } from './lines';
import type { OrderAccount } from './orderColumns';
import { type OrderForm, fieldsFrom, numberOf, orderColumnsField, orderForm } from './orderForm';
import { paidFields } from './paid';

/** The operations that are given a whole order. */
const OPERATIONS = ['create', 'upsert'];

const inputMode: INodeProperties = {
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
};

const channelField = (from: 'form' | 'columns', more: Partial<INodeProperties>): INodeProperties => ({
	...salesChannel,
	...more,
	displayOptions: { show: { fieldsFrom: [from], authentication: LIVE_CREDENTIALS } },
});

const inForm = (property: INodeProperties): INodeProperties => ({
	...property,
	displayOptions: { ...property.displayOptions, show: { ...property.displayOptions?.show, fieldsFrom: ['form'] } },
});

/** n8n shows no hints at the columns themselves. */
const linesNotice: INodeProperties = {
	displayName: 'Order Lines takes a list, for example <code>[{"sku": "NW-MUG-BLU", "quantity": 2, "unitPrice": 14.5}]</code>. Where each item is one line, choose “An Order Line” above.',
	name: 'columnLinesNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { fieldsFrom: ['columns'], inputMode: ['order'] } },
};

const inColumns = (property: INodeProperties): INodeProperties => ({ ...property, displayOptions: { show: { fieldsFrom: ['columns'] } } });

const form: INodeProperties[] = [
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
];
const rest: INodeProperties[] = [...lineFields, ...additionalGroups];

/** The fields of a whole order. */
export const newOrderFields: INodeProperties[] = [
	...onlyFor('order', OPERATIONS, [
		inputMode,
		fieldsFrom,
		channelField('form', { required: true }),
		channelField('columns', { description: 'The channel of the orders, unless a column names it' }),
	]),
	...onlyFor('order', 'create', [...form, ...paidFields, ...rest].map(inForm)),
	// What is missing there only matters to an order that is not there yet.
	...onlyFor('order', 'upsert', [...form, ...rest].map((property) => inForm(property.name === 'orderNumber' ? property : optional(property)))),
	...onlyFor('order', 'create', [inColumns(orderColumnsField('add'))]),
	...onlyFor('order', 'upsert', [inColumns(orderColumnsField('upsert'))]),
	...onlyFor('order', OPERATIONS, [linesNotice]),
];

/** *Orders per Request*, for the options of such an operation. */
export const ordersPerRequest: INodeProperties = {
	displayName: 'Orders per Request',
	name: 'batchSize',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	description: 'How many orders go into one request. The service does not say how many it takes.',
};

export const readBatchSize = (options: Fields): number | undefined =>
	options.text('batchSize') === undefined ? undefined : options.quantity('batchSize', 'Orders per Request');

type Numbered = Pick<NewOrder, 'orderNumber' | 'salesChannelId'>;

export const nameOfNew = ({ orderNumber }: Pick<NewOrder, 'orderNumber'>): string => `Order ${orderNumber}`;

/** Which order it is. @throws InputError where the number or (live API) the sales channel is missing */
export function readNumber(form: OrderForm): Required<Pick<Numbered, 'orderNumber'>> & Numbered {
	const orderNumber = form.head.required('orderNumber', 'Order Number');
	if (form.needsChannel && !form.salesChannelId) {
		throw new InputError('Sales Channel', `${nameOfNew({ orderNumber })} has no sales channel.`, 'Choose the channel that the orders belong to.');
	}
	return { orderNumber, salesChannelId: form.salesChannelId };
}

/** Reads a whole order. @throws InputError naming what is missing or cannot be read */
export function readNewOrder(form: OrderForm): NewOrder {
	const more = form.more();
	return {
		...readNumber(form),
		currency: more.text('currency') === undefined ? 'USD' : parseCurrency(more.raw('currency')),
		shippingCost: more.amount('shippingCost', 'Shipping Cost') ?? 0,
		discount: form.discount(),
		shipTo: readAddress(form.head, more),
		lines: form.lines(),
		...readDetails(more),
		...readCustomFields(form),
	};
}

/** The custom fields that were given, if any. */
export function readCustomFields(form: OrderForm): Pick<NewOrder, 'customFields'> {
	const customFields = form.customFields();
	return customFields.length > 0 ? { customFields } : {};
}

/** An input with the names of columns that went nowhere. */
export type Mapped<T> = T & { unused: string[] };

/** How the lines of one order become that order. Of the second line and those after it, `read` reads all that is looked at. */
export const mergeLines = <Input, More>(
	read: (form: OrderForm) => More,
	into: (first: Input, more: More) => Input,
): NonNullable<BatchOperation<Input, unknown, OrderAccount, More>['merge']> => ({
	applies: (fields) => fields.raw('inputMode') === 'orderLine',
	nameOf: (fields) => {
		const orderNumber = numberOf(fields);
		return orderNumber === undefined ? '' : nameOfNew({ orderNumber });
	},
	keyOf: (fields, account) => {
		const { salesChannelId, orderNumber } = readNumber(orderForm(fields, account));
		return `${salesChannelId ?? ''}\n${orderNumber}`;
	},
	read: (fields, account) => read(orderForm(fields, account)),
	into,
});
