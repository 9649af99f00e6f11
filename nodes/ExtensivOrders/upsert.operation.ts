import type { INodeProperties } from 'n8n-workflow';
import { InputError } from '../shared/domain/inputError';
import type { CreatedOrder, NewOrder, OrderUpsert } from '../shared/domain/order';
import { asIs } from '../shared/http/rethrow';
import { onlyFor, optionsWith, simplify } from '../shared/n8n/fields';
import { batchOperation } from '../shared/n8n/operation';
import { readAddressChange } from './address';
import { readDetails } from './details';
import { type Mapped, mergeLines, nameOfNew, ordersPerRequest, readBatchSize, readNewOrder, readNumber } from './newOrder';
import type { OrderAccount } from './orderColumns';
import { type OrderForm, loadAccount, orderForm } from './orderForm';

/** What *Create or Update* has beside the fields of an order. */
export const upsertFields: INodeProperties[] = onlyFor('order', 'upsert', [optionsWith([ordersPerRequest]), simplify]);

export const upsert = batchOperation<Mapped<OrderUpsert>, CreatedOrder, OrderAccount>({
	load: loadAccount,
	read: (fields, account) => {
		const form = orderForm(fields, account);
		return {
			unused: form.unused,
			...readNumber(form),
			order: wholeOrder(form),
			shipTo: { ...readAddressChange(form.head), ...readAddressChange(form.more) },
			details: readDetails(form.more),
			...(form.customFields.length > 0 ? { customFields: form.customFields } : {}),
		};
	},
	nameOf: nameOfNew,
	merge: mergeLines((first, next) => ({ ...first, order: joined(first.order, next.order) })),
	run: async (manager, orders, options) =>
		await manager.orders.createOrUpdate(orders, { lookUpFirst: true, batchSize: readBatchSize(options.inside('options')) }),
	notSent: ({ notSent }) => notSent,
	unused: ({ unused }) => unused,
});

/** What is missing only matters when the order is not there yet: a change needs no more than what it changes. */
function wholeOrder(form: OrderForm): NewOrder | InputError {
	try {
		return readNewOrder(form);
	} catch (error) {
		if (error instanceof InputError) return error;
		throw asIs(error);
	}
}

function joined(first: OrderUpsert['order'], next: OrderUpsert['order']): OrderUpsert['order'] {
	if (first instanceof InputError) return first;
	return next instanceof InputError ? next : { ...first, lines: [...first.lines, ...next.lines] };
}
