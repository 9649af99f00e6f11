import { nearName } from '../../../nodes/shared/n8n/columns/nearName';

const COLUMNS = ['Vendor Cost', 'Description', 'Postal Code', 'Shipping Cost', 'Name', 'UPC', 'Weight (Ounces)'].map(
	(label) => ({ id: label, label }),
);

describe('The column that may have been meant', () => {
	it.each([
		['Cost Vendor', 'Vendor Cost'],
		['Standard Cost', undefined],
		['vendor_cost', 'Vendor Cost'],
		['Discription', 'Description'],
		['Ship Postal Code', 'Postal Code'],
		['weightKg', undefined],
		['Weight', 'Weight (Ounces)'],
		['Salesperson', undefined],
		['Nam', undefined],
		['', undefined],
	])('by %j is %j', (name, label) => {
		expect(nearName(name, COLUMNS)).toBe(label);
	});
});
