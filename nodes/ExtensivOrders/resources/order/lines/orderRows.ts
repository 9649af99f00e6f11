import type { INodeProperties } from 'n8n-workflow';
import { InputError } from '../../../../shared/domain/inputError';
import { cleanText, excerpt, isNothing } from '../../../../shared/domain/values/text';
import { isExpression } from '../../../../shared/n8n/read/itemTemplate';
import type { OpenRow } from '../../../../shared/n8n/run/operation';
import type { Fields } from '../../../../shared/n8n/read/params';
import { NoKeyError } from '../../../../shared/n8n/run/rowErrors';
import type { OrderAccount } from './columns';
import { type OrderForm, orderForm } from '../form/orderForm';
import { isOnlyMarks, nameOfNew, readNumber } from '../form/orderNumber';

/** One line of an order as an item brings it. */
export interface OrderRow {
	item: number;
	form: OrderForm;
	orderNumber: string;
}

const NUMBER = 'Order Number';
const OPTION = 'Empty Order Number';

/** The option that says what to do with lines that have no order number. */
export const emptyNumberOption: INodeProperties = {
	displayName: OPTION,
	name: 'emptyOrderNumber',
	type: 'options',
	options: [
		{
			name: 'Refuse',
			value: 'refuse',
			description: 'Refuse the line and the order above it, which may be incomplete without the line',
		},
		{
			name: 'Same as Above',
			value: 'above',
			description: 'Add the line to the order above it, as in reports that show each number only once',
		},
	],
	default: 'refuse',
	description: 'What to do with an order line whose order number is empty',
	displayOptions: { show: { '/inputMode': ['orderLine'] } },
};

type Above = OpenRow<OrderRow> | undefined;

/** Which order a line belongs to. @throws InputError where that is unclear */
export function openRow(fields: Fields, account: OrderAccount, item: number, above: Above): OpenRow<OrderRow> {
	const form = orderForm(fields, account);
	if (!saysNumber(form.head)) return belowNumber(fields, form, item, above);
	const orderNumber = form.head.requiredCode('orderNumber', NUMBER);
	const before = above?.row?.orderNumber === orderNumber ? above.row.form : undefined;
	const row = { item, form, orderNumber };
	if (above && before?.ownChannelId && !form.ownChannelId) return { ...above, item, row };
	if (before && !before.ownChannelId && form.ownChannelId && before.salesChannelId !== form.ownChannelId) {
		throw new InputError(
			'Sales Channel',
			`The line above has no sales channel, but item ${item + 1} has ${form.ownChannelId}.`,
			'Give the channel in the first line of each order.',
		);
	}
	const { salesChannelId } = readNumber(form);
	return { item, name: nameOfNew({ orderNumber }), key: `${salesChannelId ?? ''}\n${orderNumber}`, row };
}

/**
 * Whether a line has an order number, readable or not. `ERP-` alone is the rest of a template whose expression is
 * empty.
 */
function saysNumber(head: Fields): boolean {
	const value = head.raw('orderNumber');
	const template = head.template('orderNumber');
	if (isNothing(value) || isOnlyMarks(value)) return false;
	if (!isExpression(template) || !template.includes('{{') || typeof value !== 'string') return true;
	return cleanText(template.slice(1).replace(/\{\{.*?\}\}/gs, '')) !== cleanText(value);
}

/** Words in the total rows of reports. */
const TOTAL = /^(?:(?:sub|grand)[- ]?)?totals?:?$|^(?:zwischen|gesamt)?summe:?$|^gesamt:?$/i;

/** The order of a line that has no order number. */
function belowNumber(fields: Fields, form: OrderForm, item: number, above: Above): OpenRow<OrderRow> {
	if (Object.values(fields.item()).every((cell) => isNothing(cell) || isOnlyMarks(cell))) {
		throw new NoKeyError(false, NUMBER, 'This field is required, and the whole item is empty.', 'Remove the item.');
	}
	if (fields.inside('options').choice('emptyOrderNumber', OPTION, ['refuse', 'above'], 'refuse') === 'refuse') {
		const remedy = `Fill in ${NUMBER}, or map it to a field of the incoming item. ${SAME_AS_ABOVE}`;
		const value = form.head.raw('orderNumber');
		const problem = isNothing(value) ? 'is empty.' : `“${excerpt(value)}” is not an order number.`;
		throw new NoKeyError(true, NUMBER, `This field is required and ${problem}`, remedy);
	}
	const total = Object.values(fields.item()).find((cell) => typeof cell === 'string' && TOTAL.test(cleanText(cell)));
	if (total !== undefined) {
		const problem = `This field is empty, and “${excerpt(total)}” in the item suggests that it is not an order line.`;
		throw new NoKeyError(true, NUMBER, problem, `Remove the item, or fill in its ${NUMBER}.`);
	}
	if (!above) {
		const remedy = `Fill in the ${NUMBER} of the first line.`;
		throw new NoKeyError(false, NUMBER, 'This field is empty, and the item has no line above it.', remedy);
	}
	if (!above.row) {
		const problem = `This field is empty, and item ${above.item + 1} above it was refused.`;
		throw new NoKeyError(false, NUMBER, problem, `Correct item ${above.item + 1}.`);
	}
	return { ...above, item, row: { item, form, orderNumber: above.row.orderNumber } };
}

const SAME_AS_ABOVE =
	'If such lines belong to the order above them, ' + `set “${OPTION}” in the options to “Same as Above”.`;

/** Why an order is not sent: another item may be one of its lines. */
export const mayBeIncomplete = (item: number, error: InputError): InputError =>
	error instanceof NoKeyError
		? new InputError(
				NUMBER,
				`Item ${item + 1} has no order number and may be a line of this order, so the order was not sent.`,
				`Fill in the ${NUMBER} of item ${item + 1}. ${SAME_AS_ABOVE}`,
			)
		: new InputError(
				NUMBER,
				`The order number of item ${item + 1} cannot be read. The item may be a line of this order, so the ` +
					'order was not sent.',
				`Correct item ${item + 1}.`,
			);
