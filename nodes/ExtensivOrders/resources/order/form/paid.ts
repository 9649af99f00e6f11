import type { INodeProperties } from 'n8n-workflow';
import { isNoDate } from '../../../../shared/domain/values/dates/date';
import { now } from '../../../../shared/domain/values/dates/dateSpan';
import { InputError } from '../../../../shared/domain/inputError';
import type { Fields } from '../../../../shared/n8n/read/params';

/** When an order was paid. With *Not Yet*, the payment date among the additional fields counts. */
export const paidFields: INodeProperties[] = [
	{
		displayName: 'Paid',
		name: 'paid',
		type: 'options',
		options: [
			{
				name: 'Not Yet',
				value: 'notYet',
				description:
					'The order waits for payment and does not ship, unless Payment Date is set under Additional Fields',
			},
			{ name: 'On a Date', value: 'date' },
			{
				name: 'On the Order Date',
				value: 'orderDate',
				description: 'Paid when it was ordered. Without an order date, it counts as paid now.',
			},
		],
		default: 'notYet',
		description: 'Order Manager only ships orders that are paid (live API)',
	},
	{
		displayName: 'Paid On',
		name: 'paidOn',
		type: 'dateTime',
		required: true,
		default: '',
		displayOptions: { show: { paid: ['date'] } },
	},
];

/** A date with the values of its field in all items of the run. */
interface Payment {
	date: unknown;
	column(): Iterable<unknown>;
}

/**
 * The payment date from *Paid*; undefined with *Not Yet*.
 * @param more the additional fields
 * @throws InputError where it is missing, or where two fields set it
 */
export function paymentFrom(form: Fields, more: Fields): Payment | undefined {
	const paid = form.raw('paid');
	if (paid !== 'date' && paid !== 'orderDate') return undefined;
	if (!isNoDate(more.raw('paymentDate'))) {
		throw new InputError(
			'Paid',
			'The payment date is set in two places.',
			'Remove Payment Date from the additional fields, or set Paid to “Not Yet”.',
		);
	}
	if (paid === 'orderDate') {
		const ordered = more.raw('orderDate');
		return isNoDate(ordered)
			? { date: now(), column: () => [] }
			: { date: ordered, column: () => more.column('orderDate') };
	}
	if (isNoDate(form.raw('paidOn'))) form.required('paidOn', 'Paid On');
	return { date: form.raw('paidOn'), column: () => form.column('paidOn') };
}
