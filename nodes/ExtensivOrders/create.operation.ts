import type { INodeProperties } from 'n8n-workflow';
import type { CreatedOrder, NewOrder } from '../shared/domain/order';
import { onlyFor, optionsWith, simplify } from '../shared/n8n/fields';
import { withoutLookUp } from '../shared/n8n/atMostOnce';
import { batchOperation } from '../shared/n8n/operation';
import {
	type Mapped,
	mergeLines,
	nameOfNew,
	noticeOf,
	onceOnlyOptions,
	ordersPerRequest,
	readCreateOptions,
	readNewOrder,
} from './newOrder';
import { nearColumn, type OrderAccount } from './orderColumns';
import { type OrderForm, loadAccount, orderForm } from './orderForm';
import { type OrderRow, emptyNumberOption } from './orderRows';
import { termFields } from './prices';
import { attentionHints, receiptShape } from './receipt';

/** What *Create* has beside the fields of an order. */
export const createFields: INodeProperties[] = onlyFor('order', 'create', [
	simplify,
	optionsWith([
		{
			displayName: 'Look Up Order Number First',
			name: 'lookUpFirst',
			type: 'boolean',
			default: true,
			description:
				'Whether to look for an order with this number first, and return it instead of creating it again. ' +
				'After creating, the node looks once more, to report an order that another n8n process has created at ' +
				'the same time.',
		},
		emptyNumberOption,
		ordersPerRequest,
		...onceOnlyOptions,
		...termFields,
	]),
]);

const readInput = (form: OrderForm): Mapped<NewOrder> => ({ ...readNewOrder(form), unused: form.unused });

export const create = batchOperation<Mapped<NewOrder>, CreatedOrder, OrderAccount, OrderRow>({
	atMostOnce: withoutLookUp,
	load: loadAccount,
	read: (fields, account) => readInput(orderForm(fields, account)),
	shape: receiptShape,
	hints: attentionHints,
	nameOf: nameOfNew,
	merge: mergeLines(readInput),
	run: async (manager, orders, options) => {
		const more = options.inside('options');
		return await manager.orders.create(orders, readCreateOptions(more, more.flag('lookUpFirst', true)));
	},
	notSent: ({ notSent }) => notSent,
	noticeOf,
	unused: ({ unused }) => unused,
	near: nearColumn,
});
