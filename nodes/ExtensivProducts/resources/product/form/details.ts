import { InputError } from '../../../../shared/domain/inputError';
import type { ProductDetails } from '../../../../shared/domain/product/product';
import { webAddress } from '../../../../shared/domain/webAddress';
import { readUpcOf } from '../../../../shared/n8n/read/mending';
import type { Fields } from '../../../../shared/n8n/read/params';

/**
 * Reads what was given of a product; an empty value says nothing. @throws InputError naming the column that cannot be
 * read
 */
export function readDetails(values: Fields): ProductDetails {
	const details: ProductDetails = {
		name: values.text('name'),
		brand: values.text('brand'),
		description: values.text('description'),
		active: values.yesNo('active', 'Active'),
		upc: readUpcOf(values, 'upc', 'UPC'),
		mpn: values.code('mpn', 'MPN'),
		weight: measure(values, 'weight', 'Weight'),
		length: measure(values, 'length', 'Length'),
		width: measure(values, 'width', 'Width'),
		height: measure(values, 'height', 'Height'),
		vendorCost: measure(values, 'vendorCost', 'Vendor Cost'),
		mapPrice: measure(values, 'mapPrice', 'MAP Price'),
		shippingCost: measure(values, 'shippingCost', 'Shipping Cost'),
		currency: values.currency('currency'),
		hazmat: values.yesNo('hazmat', 'Hazmat'),
		digital: values.yesNo('digital', 'Digital'),
		giftCard: values.yesNo('giftCard', 'Gift Card'),
		allowBackorders: values.yesNo('allowBackorders', 'Allow Backorders'),
		shipsInOwnBox: values.yesNo('shipsInOwnBox', 'Ships in Own Box'),
		categories: values.list('categories'),
		imageUrls: values.list('imageUrls')?.map((url) => webAddress(url, 'Image URLs')),
		buyerName: values.text('buyerName'),
		buyerEmail: values.text('buyerEmail'),
		customsCountry:
			values.text('customsCountry') === undefined ? undefined : values.country('customsCountry', 'Customs Country'),
		customsDescription: values.text('customsDescription'),
		customsValue: measure(values, 'customsValue', 'Customs Value'),
		harmonizationCode: values.code('harmonizationCode'),
	};
	return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
}

/** A weight, a length or a price: a number that is not below zero. */
function measure(values: Fields, name: string, label: string): number | undefined {
	const number = values.amount(name, label);
	if (number !== undefined && number < 0) throw new InputError(label, `${number} is below zero.`, 'Give 0 or more.');
	return number;
}
