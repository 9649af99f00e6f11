import type { IDataObject } from 'n8n-workflow';
import { RENO } from '../../../support/parameters';
import type { Cases } from './case';

/** An unknown code is no failure: it leaves by the output Unmapped. What fails is a parameter that cannot be used. */
const refused = { bad: { code: 'x', into: ['a', 'b'] }, names: [/Output Field/, /a.*b/] };

/** Parameters that take the code, and the field for the result, from the item. */
const mapped = (more: IDataObject = {}): IDataObject => ({
	code: '={{ $json.code }}',
	outputField: '={{ $json.into }}',
	...more,
});

export const MAPPING: Cases = {
	'sku map': {
		parameters: mapped(),
		good: { code: 'mug', into: 'mappedProduct' },
		gives: { code: 'mug', mappedProduct: { sku: 'MUG', name: 'Mug', matchedBy: 'sku' } },
		...refused,
	},
	'warehouse map': {
		parameters: mapped(),
		good: { code: 'reno in-house', into: 'mappedWarehouse' },
		gives: { mappedWarehouse: { warehouseId: RENO, name: 'Reno In-House', matchedBy: 'name' } },
		...refused,
	},
	'salesChannel map': {
		parameters: mapped(),
		good: { code: '1207', into: 'mappedSalesChannel' },
		gives: { mappedSalesChannel: { salesChannelId: '1207', name: 'Northwind Direct', matchedBy: 'id' } },
		...refused,
	},
	'shippingMethod map': {
		parameters: mapped(),
		good: { code: 'FedEx® Ground', into: 'mappedShipping' },
		gives: { mappedShipping: { carrier: 'FEDEX', serviceCode: 'GROUND', matchedBy: 'name' } },
		...refused,
	},
	'orderStatus map': {
		parameters: mapped(),
		good: { code: 'Fulfilled', into: 'mappedStatus' },
		gives: { mappedStatus: { status: 'fulfilled', stage: 'fulfilled', matchedBy: 'stage' } },
		...refused,
	},
	'tax map': {
		parameters: { taxRate: '={{ $json.rate }}', outputField: '={{ $json.into }}' },
		good: { rate: 10, into: 'mappedTax', lines: [{ sku: 'MUG', quantity: 2, unitPrice: 14.5 }] },
		gives: { mappedTax: { tax: 2.9, rate: 10, lines: [{ sku: 'MUG', tax: 2.9, netUnitPrice: 14.5 }] } },
		...refused,
	},
	'country map': {
		parameters: mapped(),
		good: { code: 'Germany', into: 'mappedCountry' },
		gives: { mappedCountry: { country: 'DE', alpha3: 'DEU', name: 'Germany' } },
		...refused,
	},
	'state map': {
		parameters: mapped({ country: 'US' }),
		good: { code: 'new york', into: 'mappedState' },
		gives: { mappedState: { state: 'NY', name: 'New York', country: 'US' } },
		...refused,
	},
	'unit map': {
		parameters: mapped({ quantity: '={{ $json.weight }}' }),
		good: { code: 'KGM', weight: 1, into: 'mappedUnit' },
		gives: { mappedUnit: { unit: 'oz', kind: 'weight', erpUnit: 'kg', quantity: 35.273962 } },
		...refused,
	},
};
