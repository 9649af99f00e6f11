import { InputError } from '../../../../shared/domain/inputError';
import {
	PRODUCT_FIELDS,
	type ProductDetails,
	type ProductField,
	type ProductFieldKind,
} from '../../../../shared/domain/product/fields';
import { webAddress } from '../../../../shared/domain/webAddress';
import { readUpcOf } from '../../../../shared/n8n/read/mending';
import type { Fields } from '../../../../shared/n8n/read/params';

type Read = (values: Fields, name: string, label: string) => unknown;

/** A weight, a length or a price: a number that is not below zero. */
const measure: Read = (values, name, label) => {
	const number = values.amount(name, label);
	if (number !== undefined && number < 0) throw new InputError(label, `${number} is below zero.`, 'Give 0 or more.');
	return number;
};

const READERS: Record<ProductFieldKind, Read> = {
	text: (values, name, label) => values.text(name, label),
	code: (values, name, label) => values.code(name, label),
	upc: readUpcOf,
	flag: (values, name, label) => values.yesNo(name, label),
	measure,
	amount: measure,
	currency: (values, name, label) => values.currency(name, label),
	country: (values, name, label) => (values.text(name, label) === undefined ? undefined : values.country(name, label)),
	list: (values, name, label) => values.list(name, label),
	urls: (values, name, label) => values.list(name, label)?.map((url) => webAddress(url, label)),
};

/** Reads what was given of a product; an empty value says nothing. @throws InputError naming the unreadable column */
export function readDetails(values: Fields): ProductDetails {
	const details = PRODUCT_FIELDS.map(({ name, label, kind }: ProductField) => [
		name,
		READERS[kind](values, name, label),
	]);
	return Object.fromEntries(details.filter(([, value]) => value !== undefined));
}
