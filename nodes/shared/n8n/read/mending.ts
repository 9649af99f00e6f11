import { readPostalCode } from '../../domain/values/address/postalCode';
import { excerpt } from '../../domain/values/text';
import { readUpc } from '../../domain/values/upc';
import type { Fields } from './params';

/** Reads a postal code, and remarks on codes that were repaired or look wrong. */
export function readPostalCodeOf(
	fields: Fields,
	name: string,
	label: string,
	country: string | undefined,
	state: string | null | undefined,
): string | undefined {
	const read = readPostalCode(fields.raw(name), label, country, state);
	if (read?.mended)
		fields.remark(
			'Postal codes had lost a leading zero, which was restored: %s.',
			`${excerpt(fields.raw(name))} → ${read.code}`,
		);
	if (read?.odd)
		fields.remark(
			'Postal codes are too short for their country and were sent unchanged: %s. Format the column as text in ' +
				'the spreadsheet.',
			read.code,
		);
	return read?.code;
}

/** The same for a UPC. */
export function readUpcOf(fields: Fields, name: string, label: string): string | undefined {
	const read = readUpc(fields.raw(name), label);
	if (read?.mended)
		fields.remark(
			'UPCs had lost a leading zero, which was restored: %s.',
			`${excerpt(fields.raw(name))} → ${read.upc}`,
		);
	if (read?.odd)
		fields.remark(
			'UPCs are too short and were sent unchanged: %s. Format the column as text in the spreadsheet.',
			read.upc,
		);
	return read?.upc;
}
