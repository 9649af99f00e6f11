import type { INodeProperties } from 'n8n-workflow';
import type { PostalAddress, WarehouseDetails } from '../../../shared/domain/account/warehouse';
import { readPostalCodeOf } from '../../../shared/n8n/read/mending';
import type { Fields } from '../../../shared/n8n/read/params';

const text = (displayName: string, name: string, placeholder = ''): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder,
});

const ADDRESS: INodeProperties[] = [
	text('Street', 'street1', 'e.g. 100 Sample Way'),
	text('Street 2', 'street2'),
	text('Street 3', 'street3'),
	text('City', 'city', 'e.g. Reno'),
	{ ...text('State', 'state', 'e.g. NV'), description: 'Two-letter code, for addresses in the United States' },
	{ ...text('Province', 'province'), description: 'State or province outside the United States' },
	text('Postal Code', 'postalCode', 'e.g. 89501'),
	{ ...text('Country', 'country', 'e.g. US'), description: 'Code or English name' },
	{
		displayName: 'Kind of Address',
		name: 'type',
		type: 'options',
		options: [
			{ name: 'Commercial', value: 'COMMERCIAL' },
			{ name: 'Residential', value: 'RESIDENTIAL' },
			{ name: 'Unknown', value: 'UNKNOWN' },
		],
		default: 'COMMERCIAL',
	},
];

/** A group of fields that can be added once. */
const group = (displayName: string, name: string, values: INodeProperties[], description: string): INodeProperties => ({
	displayName,
	name,
	type: 'fixedCollection',
	default: {},
	placeholder: `Add ${displayName.toLowerCase()}`,
	description,
	options: [{ displayName, name: 'value', values }],
});

/** The fields of a warehouse besides its name. */
export const detailFields: INodeProperties[] = [
	{
		displayName: 'Active',
		name: 'active',
		type: 'boolean',
		default: true,
		description: 'Whether the warehouse is in use',
	},
	group('Address', 'address', ADDRESS, 'Address of the warehouse'),
	{ ...text('Color', 'color', 'e.g. #336699'), type: 'color' },
	text('Contact Email', 'contactEmail', 'e.g. reno@example.com'),
	text('Contact Phone', 'contactPhone'),
	{
		...text('Domestic Backups', 'domesticBackups', 'e.g. 5102, 5103'),
		description: 'IDs of the warehouses that back up this one, separated by commas',
	},
	text('Fax', 'fax'),
	{
		displayName: 'International Rank',
		name: 'internationalRank',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 1,
		description: 'Rank of the warehouse for orders to other countries',
	},
	text('Phone Extension', 'phoneExtension'),
	group(
		'Returns Location',
		'returnsLocation',
		[
			text('Name', 'name'),
			text('Attention', 'attention'),
			text('Phone', 'phone'),
			text('Phone Extension', 'phoneExtension'),
			...ADDRESS,
		],
		'Address for returns',
	),
	{
		...text('State Allocations', 'stateAllocations', 'e.g. NV, CA'),
		description: 'US states that this warehouse serves first, separated by commas',
	},
	text('Time Zone', 'timeZone', 'e.g. America/Los_Angeles'),
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		options: [
			{
				name: 'Direct Fulfillment',
				value: 'DIRECT_FULFILLMENT',
				description: 'Your own warehouse, with stock locations',
			},
			{ name: 'Dropship Vendor', value: 'DROPSHIP_VENDOR' },
			{ name: 'Retail Store', value: 'RETAIL_STORE' },
			{ name: 'Sales Channel', value: 'SALES_CHANNEL', description: 'A marketplace that fulfills orders itself' },
			{ name: 'Third-Party Logistics', value: 'THIRD_PARTY_LOGISTICS' },
		],
		default: 'THIRD_PARTY_LOGISTICS',
	},
];

/** Reads the fields that were added. @throws InputError naming the field */
export function readDetails(fields: Fields): WarehouseDetails {
	const returns = added(fields, 'returnsLocation');
	const address = added(fields, 'address');
	const rank = fields.text('internationalRank');
	return {
		type: fields.text('type'),
		active: fields.optionalFlag('active'),
		timeZone: fields.text('timeZone'),
		contactEmail: fields.text('contactEmail'),
		contactPhone: fields.text('contactPhone'),
		phoneExtension: fields.text('phoneExtension'),
		fax: fields.text('fax'),
		color: fields.text('color'),
		address: address && readAddress(address),
		returnsLocation: returns && {
			name: returns.text('name'),
			attention: returns.text('attention'),
			phone: returns.text('phone'),
			phoneExtension: returns.text('phoneExtension'),
			address: readAddress(returns),
		},
		domesticBackups: fields.list('domesticBackups'),
		stateAllocations: fields.list('stateAllocations')?.map((state) => state.toUpperCase()),
		internationalRank: rank === undefined ? undefined : fields.quantity('internationalRank', 'International Rank'),
	};
}

const added = (fields: Fields, name: string): Fields | undefined => fields.rows(name, 'value')[0];

/** Only the fields that are filled in. The kind of address alone is not an address. */
function readAddress(fields: Fields): Partial<PostalAddress> | undefined {
	const country = fields.text('country') === undefined ? undefined : fields.country('country', 'Country');
	const state = fields.text('state')?.toUpperCase();
	const address: Partial<PostalAddress> = {
		street1: fields.text('street1'),
		street2: fields.text('street2'),
		street3: fields.text('street3'),
		city: fields.text('city'),
		state,
		province: fields.text('province'),
		postalCode: readPostalCodeOf(fields, 'postalCode', 'Postal Code', country, state),
		country,
	};
	const empty = Object.values(address).every((value) => value === undefined);
	return empty ? undefined : { ...address, type: fields.text('type') };
}
