/**
 * How a further field of an order is written: yes or no, a number, an amount in the order's currency, text, or one of a
 * few words.
 */
export type OptionalFieldKind = 'flag' | 'number' | 'amount' | 'text' | 'choice';

export interface OptionalOrderField {
	name: string;
	label: string;
	kind: OptionalFieldKind;
	description?: string;
	/** The service's words, with how a person would say them. */
	choices?: ReadonlyArray<{ name: string; value: string }>;
	/** Whether it can be changed once the order is there. */
	changeable: boolean;
}

const optional = (
	name: string,
	label: string,
	kind: OptionalFieldKind,
	description?: string,
	more: Partial<OptionalOrderField> = {},
): OptionalOrderField => ({
	name,
	label,
	kind,
	...(description ? { description } : {}),
	changeable: true,
	...more,
});

const once = { changeable: false };

/**
 * Fields of the head of an order that most orders do without (putOrder and postOrder of the live API; the guide's
 * contract has none of them).
 */
export const ORDER_OPTIONAL_FIELDS: readonly OptionalOrderField[] = [
	optional(
		'billDutiesToPayor',
		'Bill Duties to Payor',
		'flag',
		'Whether duties are billed to the payor of the shipping',
	),
	optional('buyerUsername', 'Buyer Username', 'text', "The buyer's name in the sales channel", once),
	optional('channelOrderUrl', 'Channel Order URL', 'text', 'Where the order is shown in the sales channel'),
	optional('channelPaymentId', 'Channel Payment ID', 'text', 'The ID of the payment in the sales channel'),
	optional('confirmationCost', 'Confirmation Cost', 'amount', 'What the delivery confirmation costs', once),
	optional('containsAlcohol', 'Contains Alcohol', 'flag', 'Whether there is alcohol in the parcel'),
	optional('containsDryIce', 'Contains Dry Ice', 'flag', 'Whether there is dry ice in the parcel'),
	optional('deliveryConfirmation', 'Delivery Confirmation', 'choice', undefined, {
		choices: [
			{ name: 'Adult Signature', value: 'ADULT_SIGNATURE_CONFIRMATION' },
			{ name: 'Delivery', value: 'DELIVERY_CONFIRMATION' },
			{ name: 'Direct Signature', value: 'DIRECT_SIGNATURE_CONFIRMATION' },
			{ name: 'None', value: 'NO_CONFIRMATION' },
			{ name: 'Signature', value: 'SIGNATURE_CONFIRMATION' },
		],
	}),
	optional('doNotPrepayPostage', 'Do Not Prepay Postage', 'flag', 'Whether the postage is not paid in advance', once),
	optional('dryIceWeight', 'Dry Ice Weight', 'number', 'In ounces', once),
	optional('fraudAnalysis', 'Fraud Analysis', 'choice', undefined, {
		choices: [
			{ name: 'Accept', value: 'ACCEPT' },
			{ name: 'Cancel', value: 'CANCEL' },
			{ name: 'Investigate', value: 'INVESTIGATE' },
		],
	}),
	optional('height', 'Height', 'number', 'In inches'),
	optional('includeReturnLabel', 'Include Return Label', 'flag', 'Whether a return label is put into the parcel'),
	optional('insuranceCost', 'Insurance Cost', 'amount', undefined, once),
	optional('insuranceProvider', 'Insurance Provider', 'choice', undefined, {
		choices: [
			{ name: 'Carrier', value: 'CARRIER_INSURANCE' },
			{ name: 'None', value: 'NO_INSURANCE_PROVIDER' },
			{ name: 'Other', value: 'OTHER_EXTERNAL_INSURANCE' },
		],
	}),
	optional('insuredValue', 'Insured Value', 'amount', undefined, once),
	optional('length', 'Length', 'number', 'In inches'),
	optional('nonMachinable', 'Non-Machinable', 'flag', 'Whether the parcel cannot go through sorting machines'),
	optional(
		'releaseWithoutSignature',
		'Release Without Signature',
		'flag',
		'Whether the parcel may be left without a signature',
	),
	optional('saturdayDelivery', 'Saturday Delivery', 'flag', 'Whether the parcel may also be delivered on a Saturday'),
	optional('showPostage', 'Show Postage', 'flag', 'Whether the postage is printed on the label'),
	optional(
		'suppressChannelUpdate',
		'Suppress Channel Update',
		'flag',
		'Whether to keep the shipment from the sales channel',
		once,
	),
	optional('weight', 'Weight', 'number', 'In ounces'),
	optional('width', 'Width', 'number', 'In inches'),
];

/** Further fields of an order by name. */
export type OptionalOrderValues = Record<string, string | number | boolean>;
