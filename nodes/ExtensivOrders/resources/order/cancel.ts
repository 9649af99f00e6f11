import type { INodeProperties } from 'n8n-workflow';
import { credentialsFor } from '../../../shared/contracts';
import type { OrderReceipt } from '../../../shared/api/ports/types';
import type { Cancellation } from '../../../shared/domain/order/order';
import { optionsWith, simplify } from '../../../shared/n8n/form/fields';
import { batchOperation } from '../../../shared/n8n/run/operation';
import { nameOfKey, orderKeyFields, readOrderKey } from './form/orderLocator';

/** The service's reasons (CancelReasonType of the live API). */
const REASONS = [
	{ name: 'Buyer Cancelled', value: 'BUYER_CANCELLED' },
	{ name: 'Buyer Has Not Paid', value: 'BUYER_HAS_NOT_PAID' },
	{ name: 'Carrier Credit Decision', value: 'CARRIER_CREDIT_DECISION' },
	{ name: 'Customer Exchange', value: 'CUSTOMER_EXCHANGE' },
	{ name: 'Customer Return', value: 'CUSTOMER_RETURN' },
	{ name: 'General Adjustment', value: 'GENERAL_ADJUSTMENT' },
	{ name: 'Merchandise Not Received', value: 'MERCHANDISE_NOT_RECEIVED' },
	{ name: 'No Inventory', value: 'NO_INVENTORY' },
	{ name: 'Other', value: 'OTHER' },
	{ name: 'Risk Assessment Information Not Valid', value: 'RISK_ASSESSMENT_INFORMATION_NOT_VALID' },
	{ name: 'Shipping Address Undeliverable', value: 'SHIPPING_ADDRESS_UNDELIVERABLE' },
];

const withDetails = { show: { authentication: credentialsFor('order.cancelDetails') } };

export const cancelFields: INodeProperties[] = [
	...orderKeyFields,
	{
		displayName: 'Reason',
		name: 'reasonType',
		type: 'options',
		options: REASONS,
		default: 'BUYER_CANCELLED',
		displayOptions: withDetails,
	},
	{
		displayName: 'Reason Text',
		name: 'reason',
		type: 'string',
		default: '',
		description: 'The reason in your own words',
		displayOptions: withDetails,
	},
	{
		displayName: 'Refund on Channel',
		name: 'refundOnChannel',
		type: 'boolean',
		default: false,
		description: 'Whether the sales channel refunds the buyer',
		displayOptions: withDetails,
	},
	{
		displayName: 'Email From Channel',
		name: 'emailChannel',
		type: 'boolean',
		default: false,
		description: 'Whether the sales channel emails the buyer',
		displayOptions: withDetails,
	},
	{
		displayName: 'Update Channel',
		name: 'updateChannel',
		type: 'boolean',
		default: false,
		description: 'Whether the order is canceled in the sales channel too',
		displayOptions: withDetails,
	},
	simplify,
	optionsWith(),
];

export const cancel = batchOperation<Cancellation, OrderReceipt>({
	read: (fields) => ({
		key: readOrderKey(fields),
		reasonType: fields.text('reasonType') ?? 'OTHER',
		reason: fields.text('reason') ?? '',
		refundOnChannel: fields.flag('refundOnChannel'),
		emailChannel: fields.flag('emailChannel'),
		updateChannel: fields.flag('updateChannel'),
	}),
	nameOf: ({ key }) => nameOfKey(key),
	run: async (manager, cancellations) => await manager.orders.cancel(cancellations),
	notSent: ({ notSent }) => notSent,
});
