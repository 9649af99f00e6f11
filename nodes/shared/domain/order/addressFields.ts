/** How an address field is written; a country is ISO 3166-1 alpha-2. */
export type AddressFieldKind = 'text' | 'postalCode' | 'country' | 'phone';

/** One field of an address: the form, the columns, the reading and both contracts follow from its row. */
export interface AddressField {
	name: string;
	/** The name of its parameter and of its column. */
	parameter: string;
	label: string;
	kind: AddressFieldKind;
	/** Every address requires it. */
	required?: true;
	/** Most addresses do not have it, so it is among the additional fields. */
	rare?: true;
	placeholder?: string;
	description?: string;
	/** Other names of its column in exports: as clear as the label, clearer, or also used for something else. */
	alsoCalled?: readonly string[];
	specific?: readonly string[];
	general?: readonly string[];

	/** Its name in an order of the live API. */
	live: string;
	/** Its name in an address of the guide's contract; parts of the same name are joined. Without it, it is not sent. */
	guide?: string;
	/** The most characters that the live API allows. */
	longest?: number;
	/** The live API cannot change it (postOrder). */
	fixed?: true;
}

/** The fields of an address, in the order of bodies and outputs. */
export const ADDRESS_FIELDS = [
	{
		name: 'name',
		parameter: 'recipientName',
		label: 'Recipient Name',
		kind: 'text',
		required: true,
		placeholder: 'e.g. Alex Example',
		alsoCalled: ['Recipient', 'Ship Name', 'Ship To Name'],
		general: ['Ship To'],
		live: 'shipName',
		guide: 'name',
		longest: 100,
	},
	{
		name: 'company',
		parameter: 'company',
		label: 'Company',
		kind: 'text',
		rare: true,
		alsoCalled: ['Company Name'],
		specific: ['Ship Company'],
		live: 'shipCompany',
		longest: 100,
	},
	{
		name: 'street1',
		parameter: 'street1',
		label: 'Street',
		kind: 'text',
		required: true,
		placeholder: 'e.g. 12 Placeholder St',
		alsoCalled: ['Address 1'],
		specific: ['Ship Address', 'Ship Address 1', 'Ship To Address'],
		general: ['Address'],
		live: 'shipAddress1',
		guide: 'street1',
		longest: 150,
	},
	{
		name: 'street2',
		parameter: 'street2',
		label: 'Street 2',
		kind: 'text',
		rare: true,
		alsoCalled: ['Address 2'],
		specific: ['Ship Address 2'],
		live: 'shipAddress2',
		guide: 'street1',
		longest: 150,
	},
	{
		name: 'street3',
		parameter: 'street3',
		label: 'Street 3',
		kind: 'text',
		rare: true,
		alsoCalled: ['Address 3'],
		specific: ['Ship Address 3'],
		live: 'shipAddress3',
		guide: 'street1',
		longest: 150,
	},
	{
		name: 'city',
		parameter: 'city',
		label: 'City',
		kind: 'text',
		required: true,
		placeholder: 'e.g. Albany',
		specific: ['Ship City', 'Ship To City'],
		live: 'shipCity',
		guide: 'city',
		longest: 60,
	},
	{
		name: 'state',
		parameter: 'state',
		label: 'State',
		kind: 'text',
		placeholder: 'e.g. NY',
		description: 'State, province or region. Required for the United States, as a two-letter code.',
		alsoCalled: ['Region', 'Province'],
		specific: ['Ship State', 'Ship Region', 'Ship To State'],
		live: 'shipState',
		guide: 'state',
		longest: 20,
	},
	{
		name: 'postalCode',
		parameter: 'postalCode',
		label: 'Postal Code',
		kind: 'postalCode',
		required: true,
		placeholder: 'e.g. 12207',
		alsoCalled: ['Zip', 'Zip Code', 'Postcode'],
		specific: ['Ship Postal Code', 'Ship Zip', 'Ship Zip Code'],
		live: 'shipZipCode',
		guide: 'postal_code',
	},
	{
		name: 'country',
		parameter: 'country',
		label: 'Country',
		kind: 'country',
		required: true,
		placeholder: 'e.g. US',
		description: 'A code (US, USA) or the English name (United States)',
		alsoCalled: ['Country Code'],
		specific: ['Ship Country', 'Ship To Country'],
		live: 'shipCountry',
		guide: 'country',
	},
	{
		name: 'email',
		parameter: 'email',
		label: 'Email',
		kind: 'text',
		rare: true,
		placeholder: 'e.g. name@email.com',
		alsoCalled: ['Email Address'],
		specific: ['Ship Email'],
		live: 'shipEmail',
		longest: 100,
		fixed: true,
	},
	{
		name: 'phone',
		parameter: 'phone',
		label: 'Phone',
		kind: 'phone',
		rare: true,
		alsoCalled: ['Phone Number', 'Telephone'],
		specific: ['Ship Phone'],
		live: 'shipPhone',
		longest: 30,
	},
] as const satisfies readonly AddressField[];

type Row = (typeof ADDRESS_FIELDS)[number];

/** Where an order is sent. Fields that are not required may be null. */
export type Address = {
	[Part in Row as Part['name']]: Part extends { required: true } ? string : string | null;
};

/** The given fields. */
export const givenAddressFields = (address: Partial<Address>): AddressField[] =>
	ADDRESS_FIELDS.filter(({ name }) => address[name]);
