import type { INodeProperties } from 'n8n-workflow';
import { InputError } from '../shared/domain/inputError';
import type { CreatedOrder, NewOrderLine, OrderUpsert } from '../shared/domain/order';
import { asIs } from '../shared/http/rethrow';
import { onlyFor, optionsWith, simplify } from '../shared/n8n/fields';
import { batchOperation } from '../shared/n8n/operation';
import { readAddressChange } from './address';
import { readDetails } from './details';
import {
	type Mapped,
	mergeLines,
	nameOfNew,
	noticeOf,
	onceOnlyOptions,
	ordersPerRequest,
	readCreateOptions,
	readCustomFields,
	readNewOrder,
	readNumber,
} from './newOrder';
import { nearColumn, type OrderAccount } from './orderColumns';
import { loadAccount, orderForm } from './orderForm';
import { termFields } from './prices';
import { attentionHints, receiptShape } from './receipt';

/** What *Create or Update* has beside the fields of an order. */
export const upsertFields: INodeProperties[] = onlyFor('order', 'upsert', [
	simplify,
	optionsWith([ordersPerRequest, ...onceOnlyOptions, ...termFields]),
]);

export const upsert = batchOperation<Mapped<OrderUpsert>, CreatedOrder, OrderAccount, NewOrderLine[] | InputError>({
	load: loadAccount,
	read: (fields, account) => {
		const form = orderForm(fields, account);
		const more = form.more();
		return {
			unused: form.unused,
			...readNumber(form),
			order: orElseError(() => readNewOrder(form)),
			shipTo: { ...readAddressChange(form.head), ...readAddressChange(more) },
			details: readDetails(more),
			...readCustomFields(form),
		};
	},
	shape: receiptShape,
	hints: attentionHints,
	nameOf: nameOfNew,
	merge: mergeLines(
		(form) => orElseError(() => form.lines()),
		(first, lines) => ({ ...first, order: joined(first.order, lines) }),
	),
	run: async (manager, orders, options) => await manager.orders.createOrUpdate(orders, readCreateOptions(options.inside('options'), true)),
	notSent: ({ notSent }) => notSent,
	noticeOf,
	unused: ({ unused }) => unused,
	near: nearColumn,
});

/** What is missing only matters when the order is not there yet: a change needs no more than what it changes. */
function orElseError<T>(read: () => T): T | InputError {
	try {
		return read();
	} catch (error) {
		if (error instanceof InputError) return error;
		throw asIs(error);
	}
}

function joined(first: OrderUpsert['order'], lines: NewOrderLine[] | InputError): OrderUpsert['order'] {
	if (first instanceof InputError) return first;
	return lines instanceof InputError ? lines : { ...first, lines: [...first.lines, ...lines] };
}
