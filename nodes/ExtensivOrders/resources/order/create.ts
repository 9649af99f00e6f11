import type { INodeProperties } from 'n8n-workflow';
import type { CreatedOrder, NewOrder } from '../../../shared/domain/order/order';
import { optionsWith, simplify } from '../../../shared/n8n/form/fields';
import { withoutLookUp } from '../../../shared/n8n/run/atMostOnce';
import { batchOperation } from '../../../shared/n8n/run/operation';
import {
	type Mapped,
	mergeLines,
	nameOfNew,
	noticeOf,
	onceOnlyOptions,
	ordersPerRequest,
	readCreateOptions,
	readNewOrder,
} from './form/orderInput';
import { nearColumn, type OrderAccount } from './lines/columns';
import { type OrderForm, loadAccount, orderForm } from './form/orderForm';
import { type OrderRow, emptyNumberOption } from './lines/orderRows';
import { termFields } from './form/prices';
import { attentionHints, receiptShape } from './output/receipt';

/** The fields of *Create* besides those of an order. */
export const createFields: INodeProperties[] = [
	simplify,
	optionsWith([
		{
			displayName: 'Look Up Order Number First',
			name: 'lookUpFirst',
			type: 'boolean',
			default: true,
			description:
				'Whether to look for an order with this number first, and return it instead of creating it again. ' +
				'After creating the order, the node looks again, and reports an order that another n8n process ' +
				'created at the same time.',
		},
		emptyNumberOption,
		ordersPerRequest,
		...onceOnlyOptions,
		...termFields,
	]),
];

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
