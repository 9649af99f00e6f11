import type { INodeProperties } from 'n8n-workflow';
import { LIVE_CREDENTIALS } from '../shared/n8n/fields';
import type { Fields } from '../shared/n8n/params';
import { whereSaved } from '../shared/n8n/whereSaved';
import { addressDetailFields } from './address';
import { createDetailFields } from './details';
import { paymentFrom } from './paid';

/** What of an order to create is about its parcel, and what about its sales channel; the rest are additional fields. */
const SHIPPING = [
	'billDutiesToPayor', 'carrier', 'confirmationCost', 'containsAlcohol', 'containsDryIce', 'deliveryConfirmation', 'doNotPrepayPostage', 'dryIceWeight', 'height', 'includeReturnLabel',
	'insuranceCost', 'insuranceProvider', 'insuredValue', 'length', 'nonMachinable', 'releaseWithoutSignature', 'requestedShipping', 'saturdayDelivery', 'showPostage', 'weight', 'width',
];
const CHANNEL = ['buyerUsername', 'channelOrderUrl', 'channelPaymentId', 'fraudAnalysis', 'suppressChannelUpdate'];

const sorted = (fields: INodeProperties[]): INodeProperties[] => [...fields].sort((one, other) => one.displayName.localeCompare(other.displayName));
const ALL = sorted([...addressDetailFields, ...createDetailFields]);
const isOf = (names: string[]) => ({ name }: INodeProperties): boolean => names.includes(name);
const moved = isOf([...SHIPPING, ...CHANNEL]);

const group = (displayName: string, name: string, placeholder: string, options: INodeProperties[]): INodeProperties => ({
	displayName,
	name,
	type: 'collection',
	placeholder,
	default: {},
	options,
});

const GROUPS = ['additionalFields', 'shippingOptions', 'channelData'];

/** What most orders do without, in groups. */
export const additionalGroups: INodeProperties[] = [
	{
		displayName:
			"Of the fields below, the developer guide's contract only has Currency, Requested Shipping, Shipping Cost, Street 2 and Street 3. The others are not sent, and a hint says so.",
		name: 'guideNotice',
		type: 'notice',
		default: '',
		displayOptions: { hide: { authentication: LIVE_CREDENTIALS } },
	},
	group('Additional Fields', 'additionalFields', 'Add field', [...ALL.filter((field) => !moved(field)), ...ALL.filter(moved).map(whereSaved)]),
	group('Shipping Options', 'shippingOptions', 'Add shipping option', ALL.filter(isOf(SHIPPING))),
	group('Channel Data', 'channelData', 'Add channel data', ALL.filter(isOf(CHANNEL))),
];

/** Reads all groups as one. @throws InputError where the payment date is missing, or said twice */
export function readGroups(form: Fields): Fields {
	const given = GROUPS.map((name) => form.raw(name)).filter((value) => typeof value === 'object' && value !== null);
	const all = Object.assign({}, ...given) as Record<string, unknown>;
	const groups = GROUPS.map((name) => form.inside(name));
	const place = {
		path: 'additionalFields',
		column: (name: string): unknown[] => groups.flatMap((group) => [...group.column(name)]),
		template: (name: string): unknown => groups.map((group) => group.template(name)).filter((one) => one !== undefined).at(-1),
	};
	const more = form.of(all, place);
	const paid = paymentFrom(form, more);
	if (!paid) return more;
	// How a date is to be read shows in the field that it comes from.
	const column = (name: string): Iterable<unknown> => (name === 'paymentDate' ? paid.column() : place.column(name));
	return form.of({ ...all, paymentDate: paid.date }, { ...place, column });
}
