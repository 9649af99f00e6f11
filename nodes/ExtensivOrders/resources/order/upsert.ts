import type { INodeProperties } from 'n8n-workflow';
import { InputError } from '../../../shared/domain/inputError';
import type { CreatedOrder, OrderUpsert } from '../../../shared/domain/order/order';
import { rethrow } from '../../../shared/http/errors/rethrow';
import { optionsWith, simplify } from '../../../shared/n8n/form/fields';
import { batchOperation } from '../../../shared/n8n/run/operation';
import { readAddressChange } from './form/address';
import { readDetails } from './form/details';
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
} from './form/orderInput';
import { nearColumn, type OrderAccount } from './lines/columns';
import { type OrderForm, loadAccount, orderForm } from './form/orderForm';
import { type OrderRow, emptyNumberOption } from './lines/orderRows';
import { termFields } from './form/prices';
import { attentionHints, receiptShape } from './output/receipt';

/** The fields of *Create or Update* besides those of an order. */
export const upsertFields: INodeProperties[] = [
	simplify,
	optionsWith([emptyNumberOption, ordersPerRequest, ...onceOnlyOptions, ...termFields]),
];

function readInput(form: OrderForm): Mapped<OrderUpsert> {
	const more = form.more();
	return {
		unused: form.unused,
		...readNumber(form),
		order: orElseError(() => readNewOrder(form)),
		shipTo: { ...readAddressChange(form.head), ...readAddressChange(more) },
		details: readDetails(more),
		...readCustomFields(form),
	};
}

export const upsert = batchOperation<Mapped<OrderUpsert>, CreatedOrder, OrderAccount, OrderRow>({
	load: loadAccount,
	read: (fields, account) => readInput(orderForm(fields, account)),
	shape: receiptShape,
	hints: attentionHints,
	nameOf: nameOfNew,
	merge: mergeLines(readInput),
	run: async (manager, orders, options) =>
		await manager.orders.createOrUpdate(orders, readCreateOptions(options.inside('options'), true)),
	// Lines that differ have their own hint.
	notSent: ({ notSent, otherLines }) => (otherLines ? notSent.filter((field) => field !== 'lines') : notSent),
	noticeOf,
	unused: ({ unused }) => unused,
	near: nearColumn,
});

/** A missing field only matters to an order that does not exist yet. A change needs only what it changes. */
function orElseError<T>(read: () => T): T | InputError {
	try {
		return read();
	} catch (error) {
		if (error instanceof InputError) return error;
		rethrow(error);
	}
}
