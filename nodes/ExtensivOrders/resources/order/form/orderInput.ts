import type { INodeProperties } from 'n8n-workflow';
import { credentialsFor } from '../../../../shared/contracts';
import type { CreateOptions } from '../../../../shared/api/ports/types';
import { InputError } from '../../../../shared/domain/inputError';
import type { CreatedOrder, NewOrder } from '../../../../shared/domain/order/order';
import { orderTotal } from '../../../../shared/domain/order/orderTotal';
import { isNothing } from '../../../../shared/domain/values/text';
import { onlyFor, salesChannel } from '../../../../shared/n8n/form/fields';
import { isExpression } from '../../../../shared/n8n/read/itemTemplate';
import type { BatchOperation } from '../../../../shared/n8n/run/operation';
import type { Fields } from '../../../../shared/n8n/read/params';
import { additionalGroups } from './additional';
import { addressFields, readAddress } from './address';
import { optional } from './updateFields';
import { readDetails } from './details';
import { lineFields } from '../lines/lines';
import type { OrderAccount } from '../lines/columns';
import { joinedForm } from '../lines/joinedForm';
import { type OrderForm, fieldsFrom, numberOf, orderColumnsField } from './orderForm';
import { nameOfNew, readNumber } from './orderNumber';
import { type OrderRow, mayBeIncomplete, openRow } from '../lines/orderRows';
import { paidFields } from './paid';
import { DEFAULT_CURRENCY } from './prices';

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
			description:
				'Every incoming item is one line, as in most ERP exports. Lines with the same order number become one ' +
				'order; its address and dates are taken from the first line that has them, and lines that contradict ' +
				'each other are refused.',
		},
	],
	default: 'order',
};

const channelField = (from: 'form' | 'columns', more: Partial<INodeProperties>): INodeProperties => ({
	...salesChannel,
	...more,
	displayOptions: { show: { fieldsFrom: [from], authentication: credentialsFor('order.salesChannel') } },
});

const inForm = (property: INodeProperties): INodeProperties => ({
	...property,
	displayOptions: { ...property.displayOptions, show: { ...property.displayOptions?.show, fieldsFrom: ['form'] } },
});

/** n8n shows no hints at the columns themselves. */
const linesNotice: INodeProperties = {
	displayName:
		'Order Lines takes a list, for example <code>[{"sku": "NW-MUG-BLU", "quantity": 2, "unitPrice": ' +
		'14.5}]</code>. Where each item is one line, choose “An Order Line” above.',
	name: 'columnLinesNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { fieldsFrom: ['columns'], inputMode: ['order'] } },
};

const inColumns = (property: INodeProperties): INodeProperties => ({
	...property,
	displayOptions: { show: { fieldsFrom: ['columns'] } },
});

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
	...onlyFor(
		'order',
		'upsert',
		[...form, ...rest].map((property) => inForm(property.name === 'orderNumber' ? property : optional(property))),
	),
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

/** What both operations have that keeps an order from being created twice, for their options. */
export const onceOnlyOptions: INodeProperties[] = [
	{
		displayName: 'Cancel Own Duplicate',
		name: 'cancelDuplicate',
		type: 'boolean',
		default: false,
		description:
			'Whether to cancel the order that this run created if another n8n process has created one with the same ' +
			'number before. Without this option both are reported with their IDs.',
	},
	{
		displayName: 'Settle Time (Seconds)',
		name: 'settleSeconds',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 30,
		description:
			'How long a new order may take to show in the lists of Order Manager. If a response is lost, the node ' +
			'looks for the order this long before sending it again.',
	},
];

export function readCreateOptions(options: Fields, lookUpFirst: boolean): CreateOptions {
	const seconds = options.amount('settleSeconds', 'Settle Time (Seconds)');
	if (seconds !== undefined && seconds < 0) {
		throw new InputError(
			'Settle Time (Seconds)',
			`${seconds} is below zero.`,
			'Give the seconds that an order may take to show in lists, for example 30.',
		);
	}
	return {
		lookUpFirst,
		batchSize:
			options.text('batchSize') === undefined ? undefined : options.quantity('batchSize', 'Orders per Request'),
		settleMs: seconds === undefined ? undefined : seconds * 1000,
		cancelDuplicates: options.flag('cancelDuplicate'),
	};
}

/**
 * What has to be said about an order that was created, for a hint of its own: other lines are in one hint for all
 * orders.
 */
export const noticeOf = ({ notice, otherLines, otherOrderIds }: CreatedOrder): string | undefined =>
	otherLines && !otherOrderIds ? undefined : notice;

export { nameOfNew, readNumber };

/** Whether a form has a field. Of an order of many lines this is seen without working out what each line gives. */
const isMapped = (fields: Fields, name: string): boolean =>
	isExpression(fields.template(name)) || fields.names().includes(name);

/** Said where the field is mapped and gives nothing. */
const NO_CURRENCY = `The currency of these orders is empty and was taken as ${DEFAULT_CURRENCY}: %s.`;

/** Reads a whole order. @throws InputError naming what is missing or cannot be read */
export function readNewOrder(form: OrderForm): NewOrder {
	const more = form.more();
	const number = readNumber(form);
	const shipTo = readAddress(form.head, more);
	const lines = form.lines();
	const order: NewOrder = {
		...number,
		currency: form.terms().currency,
		shippingCost: more.amount('shippingCost', 'Shipping Cost') ?? 0,
		discount: form.discount(lines),
		shipTo,
		lines,
		...readDetails(more),
		...readCustomFields(form),
	};
	orderTotal(order);
	if (isNothing(more.raw('currency')) && isMapped(more, 'currency')) more.remark(NO_CURRENCY, order.orderNumber);
	return order;
}

/** The custom fields that were given, if any. */
export function readCustomFields(form: OrderForm): Pick<NewOrder, 'customFields'> {
	const customFields = form.customFields();
	return customFields.length > 0 ? { customFields } : {};
}

/** An input with the names of columns that went nowhere. */
export type Mapped<T> = T & { unused: string[] };

/** How the lines of one order become that order: its fields come from the first line that has them. */
export const mergeLines = <Input>(
	read: (form: OrderForm) => Input,
): NonNullable<BatchOperation<Input, unknown, OrderAccount, OrderRow>['merge']> => ({
	applies: (fields) => fields.raw('inputMode') === 'orderLine',
	nameOf: (fields) => {
		const orderNumber = numberOf(fields);
		return orderNumber === undefined ? '' : nameOfNew({ orderNumber });
	},
	open: openRow,
	read: (rows) => read(joinedForm(rows)),
	incomplete: mayBeIncomplete,
});
