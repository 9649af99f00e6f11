import { InputError } from '../../../../shared/domain/inputError';
import type { NewOrderLine } from '../../../../shared/domain/order/order';
import type { Fields } from '../../../../shared/n8n/read/params';
import { NO_PRICE, readLine } from './lines';
import type { OrderAccount } from './columns';
import type { Terms } from '../form/prices';

/** Reads the line in an item. */
export function readLineOf(values: Fields, terms: Terms): NewOrderLine {
	const line = readLine(lineOf(values), terms);
	if (!values.has('unitPrice')) values.remark(NO_PRICE, line.sku);
	return line;
}

/** The columns of a line, under the names of its fields. */
const lineOf = (values: Fields): Fields => {
	const names = ['sku', 'quantity', 'unitPrice', 'tax', 'discount', 'discountPercent', 'notes'].filter((name) =>
		values.has(name),
	);
	const line = Object.fromEntries(names.map((name) => [name, values.raw(name)]));
	return values.of(
		{ ...line, name: values.raw('productName') },
		{
			path: values.pathOf(''),
			column: (name) => values.column(name),
			template: (name) => values.template(name),
			has: (name) => values.has(name),
		},
	);
};

/** The ID of a channel that is given by ID or by name. */
export function channelOf(values: Fields, { channels }: OrderAccount): string | undefined {
	const given = values.text('salesChannel');
	if (given === undefined || /^\d+$/.test(given)) return given;
	const [channel, other] = channels.filter(({ name }) => name.toLowerCase() === given.toLowerCase());
	if (channel && !other) return channel.id;
	throw new InputError(
		'Sales Channel',
		`${other ? 'Several sales channels are' : 'No sales channel is'} called “${given}”.`,
		'Give the ID of the channel.',
	);
}
