/** The kinds of fields. An amount is in the order's currency; a carrier is given by code or name. */
interface Kinds {
	text: string;
	date: string;
	flag: boolean;
	number: number;
	amount: number;
	choice: string;
	carrier: string;
}
export type OrderFieldKind = keyof Kinds;

/** One header field of an order: the form, the columns, the reading and both contracts follow from its row. */
export interface OrderField {
	name: string;
	label: string;
	kind: OrderFieldKind;
	description?: string;
	/** The service's values, with names for people. */
	choices?: ReadonlyArray<{ name: string; value: string }>;
	/** Height of a text input. */
	rows?: number;
	/** The collection of the form that offers the field; the additional fields by default. */
	group?: 'shipping' | 'channel';
	/** The column's label, if it differs. */
	columnLabel?: string;
	/** Other names of its column in exports; a general one may also mean something else. */
	alsoCalled?: readonly string[];
	general?: readonly string[];

	/** Its path in an order of the live API (putOrder, postOrder). */
	live: string;
	/** The same in the guide's contract. Without it, the contract has no place for the field, and it is not sent. */
	guide?: string;
	/** The most characters that the live API allows. */
	longest?: number;
	/** Whether the live API can change it (postOrder); `notes` if that takes a call of its own (orderNotes). */
	changeable: boolean | 'notes';
	/** Reads return it too. */
	read?: true;
}

type More = Partial<Omit<OrderField, 'name' | 'label' | 'kind'>>;

/** A row of the table. Most fields have the same name in the live API and can be changed. */
const field = <const Name extends string, Kind extends OrderFieldKind, const Facts extends More = object>(
	name: Name,
	label: string,
	kind: Kind,
	facts?: Facts,
) => ({ live: name, changeable: true, ...facts, name, label, kind }) as OrderField & { name: Name; kind: Kind } & Facts;

const custom = { read: true, longest: 250 } as const;
const note = { read: true, longest: 1000, rows: 2 } as const;
const once = { changeable: false } as const;
const shipping = { group: 'shipping' } as const;
const channel = { group: 'channel' } as const;

/**
 * The optional header fields of an order. A new field is a new row. Bodies, `notSent` and columns follow the order of
 * the rows; forms sort them by label.
 */
export const ORDER_FIELDS = [
	field('orderDate', 'Order Date', 'date', { ...once, read: true, alsoCalled: ['Ordered'], general: ['Date'] }),
	field('paymentDate', 'Payment Date', 'date', {
		description: 'When the order was paid. Without it the order waits for payment and does not ship.',
		read: true,
		alsoCalled: ['Paid Date'],
		general: ['Paid'],
	}),
	field('shipByDate', 'Ship By Date', 'date', { read: true, alsoCalled: ['Required Date', 'Ship By'] }),
	field('receiveByDate', 'Receive By Date', 'date', { alsoCalled: ['Deliver By', 'Receive By'] }),
	field('holdUntilDate', 'Hold Until Date', 'date', { ...once, alsoCalled: ['Hold Until'] }),
	field('requestedShipping', 'Requested Shipping', 'text', {
		...shipping,
		...once,
		description: 'The shipping service that the buyer asked for, for example Ground',
		live: 'requestedShippingService',
		guide: 'shipping_method',
		read: true,
		alsoCalled: ['Shipping Method', 'Ship Method', 'Ship Via', 'Shipping Service'],
	}),
	field('carrier', 'Carrier', 'carrier', {
		...shipping,
		description: 'The code or the name of the carrier, for example UPS',
		live: 'shipMethod.shippingCarrier',
		alsoCalled: ['Shipping Carrier'],
		general: ['Shipper'],
	}),
	field('notesToBuyer', 'Notes to Buyer', 'text', { ...note, changeable: 'notes', columnLabel: 'Notes To Buyer' }),
	field('notesFromBuyer', 'Notes From Buyer', 'text', {
		...note,
		changeable: 'notes',
		alsoCalled: ['Customer Notes', 'Buyer Notes'],
	}),
	field('internalNotes', 'Internal Notes', 'text', { ...note, alsoCalled: ['Memo'] }),
	field('gift', 'Gift', 'flag', { description: 'Whether the order is a gift', alsoCalled: ['Is Gift'] }),
	field('giftMessage', 'Gift Message', 'text', { longest: 1000 }),
	field('customField1', 'Custom Field 1', 'text', custom),
	field('customField2', 'Custom Field 2', 'text', custom),
	field('customField3', 'Custom Field 3', 'text', custom),
	field('amountPaid', 'Amount Paid', 'amount'),
	field('billDutiesToPayor', 'Bill Duties to Payor', 'flag', {
		...shipping,
		description: 'Whether duties are billed to the payor of the shipping',
	}),
	field('buyerUsername', 'Buyer Username', 'text', {
		...channel,
		...once,
		description: "The buyer's name in the sales channel",
	}),
	field('channelOrderUrl', 'Channel Order URL', 'text', {
		...channel,
		description: 'The address of the order in the sales channel',
		longest: 250,
	}),
	field('channelPaymentId', 'Channel Payment ID', 'text', {
		...channel,
		description: 'The ID of the payment in the sales channel',
		longest: 50,
	}),
	field('confirmationCost', 'Confirmation Cost', 'amount', {
		...shipping,
		...once,
		description: 'The cost of the delivery confirmation',
	}),
	field('containsAlcohol', 'Contains Alcohol', 'flag', {
		...shipping,
		description: 'Whether the parcel contains alcohol',
	}),
	field('containsDryIce', 'Contains Dry Ice', 'flag', {
		...shipping,
		description: 'Whether the parcel contains dry ice',
	}),
	field('deliveryConfirmation', 'Delivery Confirmation', 'choice', {
		...shipping,
		choices: [
			{ name: 'Adult Signature', value: 'ADULT_SIGNATURE_CONFIRMATION' },
			{ name: 'Delivery', value: 'DELIVERY_CONFIRMATION' },
			{ name: 'Direct Signature', value: 'DIRECT_SIGNATURE_CONFIRMATION' },
			{ name: 'None', value: 'NO_CONFIRMATION' },
			{ name: 'Signature', value: 'SIGNATURE_CONFIRMATION' },
		],
	}),
	field('doNotPrepayPostage', 'Do Not Prepay Postage', 'flag', {
		...shipping,
		...once,
		description: 'Whether to ship without prepaying the postage',
	}),
	field('dryIceWeight', 'Dry Ice Weight', 'number', { ...shipping, ...once, description: 'In ounces' }),
	field('fraudAnalysis', 'Fraud Analysis', 'choice', {
		...channel,
		choices: [
			{ name: 'Accept', value: 'ACCEPT' },
			{ name: 'Cancel', value: 'CANCEL' },
			{ name: 'Investigate', value: 'INVESTIGATE' },
		],
	}),
	field('height', 'Height', 'number', { ...shipping, description: 'In inches' }),
	field('includeReturnLabel', 'Include Return Label', 'flag', {
		...shipping,
		description: 'Whether to include a return label in the parcel',
	}),
	field('insuranceCost', 'Insurance Cost', 'amount', { ...shipping, ...once }),
	field('insuranceProvider', 'Insurance Provider', 'choice', {
		...shipping,
		choices: [
			{ name: 'Carrier', value: 'CARRIER_INSURANCE' },
			{ name: 'None', value: 'NO_INSURANCE_PROVIDER' },
			{ name: 'Other', value: 'OTHER_EXTERNAL_INSURANCE' },
		],
	}),
	field('insuredValue', 'Insured Value', 'amount', { ...shipping, ...once }),
	field('length', 'Length', 'number', { ...shipping, description: 'In inches' }),
	field('nonMachinable', 'Non-Machinable', 'flag', {
		...shipping,
		description: 'Whether the parcel cannot go through sorting machines',
	}),
	field('releaseWithoutSignature', 'Release Without Signature', 'flag', {
		...shipping,
		description: 'Whether the parcel may be left without a signature',
	}),
	field('saturdayDelivery', 'Saturday Delivery', 'flag', {
		...shipping,
		description: 'Whether the parcel may also be delivered on a Saturday',
	}),
	field('showPostage', 'Show Postage', 'flag', {
		...shipping,
		description: 'Whether the postage is printed on the label',
	}),
	field('suppressChannelUpdate', 'Suppress Channel Update', 'flag', {
		...channel,
		...once,
		description: 'Whether to withhold the shipment from the sales channel',
	}),
	field('weight', 'Weight', 'number', { ...shipping, description: 'In ounces' }),
	field('width', 'Width', 'number', { ...shipping, description: 'In inches' }),
] as const;

type Row = (typeof ORDER_FIELDS)[number];
type ReadRow = Extract<Row, { read: true }>;

/** The optional fields given for an order to create or change. */
export type OrderDetails = { [Field in Row as Field['name']]?: Kinds[Field['kind']] };

/** The optional fields of an order as read; null if the contract or the order does not have them. */
export type ReadOrderDetails = { [Field in ReadRow as Field['name']]: Kinds[Field['kind']] | null };

export const READ_ORDER_FIELDS: readonly ReadRow[] = ORDER_FIELDS.filter((field): field is ReadRow => 'read' in field);

/** The rows of the given fields. */
export const givenOrderFields = (details: OrderDetails): OrderField[] =>
	ORDER_FIELDS.filter(({ name }) => details[name] !== undefined);
