import type { INodeProperties } from 'n8n-workflow';
import type { OrderDetails } from '../../../../shared/domain/order/order';
import type { Fields } from '../../../../shared/n8n/read/params';
import { createOptionalFields, readOptionalFields, updateOptionalFields } from './optionalFields';

const text = (displayName: string, name: string, description?: string, rows?: number): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	...(description ? { description } : {}),
	...(rows ? { typeOptions: { rows } } : {}),
});
const date = (displayName: string, name: string, description?: string): INodeProperties => ({
	displayName,
	name,
	type: 'dateTime',
	default: '',
	...(description ? { description } : {}),
});

/** Details that can be set when an order is created and changed later. */
const COMMON: INodeProperties[] = [
	text('Carrier', 'carrier', 'The code or the name of the carrier, for example UPS'),
	text('Custom Field 1', 'customField1'),
	text('Custom Field 2', 'customField2'),
	text('Custom Field 3', 'customField3'),
	{ displayName: 'Gift', name: 'gift', type: 'boolean', default: false, description: 'Whether the order is a gift' },
	text('Gift Message', 'giftMessage'),
	text('Internal Notes', 'internalNotes', undefined, 2),
	text('Notes From Buyer', 'notesFromBuyer', undefined, 2),
	text('Notes to Buyer', 'notesToBuyer', undefined, 2),
	date(
		'Payment Date',
		'paymentDate',
		'When the order was paid. Without it the order waits for payment and does not ship.',
	),
	date('Receive By Date', 'receiveByDate'),
	text('Requested Shipping', 'requestedShipping', 'How the buyer wants it shipped, in words, for example Ground'),
	date('Ship By Date', 'shipByDate'),
];

/** Details of an order to create. */
export const createDetailFields: INodeProperties[] = [
	...COMMON,
	...createOptionalFields,
	{ displayName: 'Amount Paid', name: 'amountPaid', type: 'number', default: 0 },
	text('Currency', 'currency', 'Three letters, for example USD, which is also taken when this is left out'),
	{
		displayName: 'Discount',
		name: 'discount',
		type: 'number',
		default: 0,
		description: 'Amount taken off the whole order',
	},
	date('Hold Until Date', 'holdUntilDate'),
	date('Order Date', 'orderDate'),
	{ displayName: 'Shipping Cost', name: 'shippingCost', type: 'number', default: 0 },
];

/** Details of an order to change. */
export const updateDetailFields: INodeProperties[] = [...COMMON, ...updateOptionalFields];

/** Reads the details that were given; an absent one is not sent. */
export function readDetails(fields: Fields): OrderDetails {
	const details: OrderDetails = {
		orderDate: fields.businessDate('orderDate', 'Order Date'),
		paymentDate: fields.businessDate('paymentDate', 'Payment Date'),
		shipByDate: fields.businessDate('shipByDate', 'Ship By Date'),
		receiveByDate: fields.businessDate('receiveByDate', 'Receive By Date'),
		holdUntilDate: fields.businessDate('holdUntilDate', 'Hold Until Date'),
		requestedShipping: fields.text('requestedShipping'),
		carrier: fields.carrier('carrier'),
		notesToBuyer: fields.text('notesToBuyer'),
		notesFromBuyer: fields.text('notesFromBuyer'),
		internalNotes: fields.text('internalNotes'),
		gift: fields.optionalFlag('gift'),
		giftMessage: fields.text('giftMessage'),
		customField1: fields.text('customField1'),
		customField2: fields.text('customField2'),
		customField3: fields.text('customField3'),
		amountPaid: fields.amount('amountPaid', 'Amount Paid'),
		optionalFields: readOptionalFields(fields),
	};
	return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
}
