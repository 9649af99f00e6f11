import type { INodeProperties } from 'n8n-workflow';
import { contractFor } from '../../../../shared/contracts';
import type { OrderManagerApi } from '../../../../shared/api/ports';
import type { Contract } from '../../../../shared/api/ports/capabilities';
import { leaveOut } from '../../../../shared/api/ports/unreadable';
import type { CustomFieldSetting } from '../../../../shared/domain/account/customField';
import { InputError } from '../../../../shared/domain/inputError';
import { sum } from '../../../../shared/domain/values/money';
import type { NewOrderLine } from '../../../../shared/domain/order/order';
import { lineValue } from '../../../../shared/domain/order/orderTotal';
import { columnsField, mappedByHand, mapsAutomatically, readColumns } from '../../../../shared/n8n/columns/columns';
import { type Column } from '../../../../shared/n8n/columns/column';
import { isExpression } from '../../../../shared/n8n/read/itemTemplate';
import { rethrow } from '../../../../shared/http/errors/rethrow';
import { isCustomColumn, readCustomColumns } from '../../../../shared/n8n/columns/customColumns';
import type { Fields } from '../../../../shared/n8n/read/params';
import { fieldLabel, groupsOf, withPayment } from './additional';
import { channelOf, readLineOf } from '../lines/columnLine';
import { readJsonLines, readLines } from '../lines/lines';
import { type OrderAccount, NUMBER_LABEL, discountColumn, orderColumns } from '../lines/columns';
import { readDiscountOf, readTerms, type Terms } from './prices';

/**
 * Where the parts of an order stand in a form. Nothing is read before it is asked for: of a further line of an order,
 * most is not.
 */
export interface OrderForm {
	/** Number and address. */
	head: Fields;
	/** Everything that most orders do without, as it was given. */
	given: Fields;
	/** The same, with the payment date that *Paid* gives. */
	more(): Fields;
	salesChannelId?: string;
	/** The channel that the item itself names. */
	ownChannelId?: string;
	/** The contract knows sales channels and needs one. */
	needsChannel: boolean;
	customFields(): CustomFieldSetting[];
	/** Columns of the incoming item that nothing stands for. */
	unused: string[];
	/** Each item is one line of it. */
	byLine: boolean;
	/** Columns are taken from the incoming item by their names. */
	automatic: boolean;
	terms(): Terms;
	/** The discount on the whole order. */
	discount(lines: readonly NewOrderLine[]): number;
	lines(terms?: Terms): NewOrderLine[];
	/** The same form with head and further fields from elsewhere. */
	with(head: Fields, given: Fields): OrderForm;
	/** What the user calls a field. */
	labelOf(name: string): string;
}

export const fieldsFrom: INodeProperties = {
	displayName: 'Fields From',
	name: 'fieldsFrom',
	type: 'options',
	options: [
		{
			name: 'Form',
			value: 'form',
			description:
				'Fill in the fields below, or drag fields of the incoming items into them. Form and columns do not ' +
				'share what is filled in.',
		},
		{
			name: 'Columns',
			value: 'columns',
			description:
				'Map columns, or take those of the incoming items by their names; also for custom fields of the account',
		},
	],
	default: 'form',
};

/** The columns of *Create* and of *Create or Update*. */
export const orderColumnsField = (mode: 'add' | 'upsert'): INodeProperties =>
	columnsField({ method: 'getOrderColumns', mode, dependsOn: ['inputMode'], valuesLabel: 'Values of the Order' });

const fromColumns = (fields: Fields): boolean => fields.raw('fieldsFrom') === 'columns';
const isByLine = (fields: Fields): boolean => fields.raw('inputMode') === 'orderLine';
const contractOf = (fields: Fields): Contract => contractFor(fields.text('authentication') ?? '').contract;

/** Reads of the account what the columns in use need. */
export async function loadAccount(manager: OrderManagerApi, parameters: Fields): Promise<OrderAccount> {
	const byHand = mappedByHand(parameters);
	const wants = (used: (id: string) => boolean): boolean =>
		fromColumns(parameters) && (mapsAutomatically(parameters) || byHand.some(used));
	const definitions = wants(isCustomColumn) ? await manager.orderFields?.definitions() : undefined;
	const channels = wants((id) => id === 'salesChannel')
		? await manager.salesChannels?.list({ unreadable: leaveOut })
		: undefined;
	return {
		definitions: (definitions ?? []).map(({ value }) => value),
		channels: (channels ?? []).map(({ value }) => ({ id: value.salesChannelId, name: value.name })),
	};
}

/** The form that an order is given in. @throws InputError for columns that contradict each other */
export function orderForm(fields: Fields, account: OrderAccount): OrderForm {
	const needsChannel = contractOf(fields).supports('order.salesChannel');
	if (fromColumns(fields)) return { needsChannel, ...columnForm(fields, account) };
	const channel = fields.locator('salesChannel');
	const template = fields.template('salesChannel') as { value?: unknown } | undefined;
	return {
		needsChannel,
		salesChannelId: channel,
		ownChannelId: isExpression(template?.value ?? template) ? channel : undefined,
		unused: [],
		automatic: false,
		labelOf: fieldLabel,
		...formParts(fields, fields, groupsOf(fields)),
	};
}

type Parts = Pick<
	OrderForm,
	'head' | 'given' | 'byLine' | 'more' | 'customFields' | 'terms' | 'discount' | 'lines' | 'with'
>;

/** What is read of the fields of a form. */
function formParts(fields: Fields, head: Fields, given: Fields): Parts {
	const byLine = isByLine(fields);
	let groups: Fields | undefined;
	const more = (): Fields => (groups ??= withPayment(head, given));
	const terms = (): Terms => readTerms(fields, more());
	return {
		head,
		given,
		byLine,
		more,
		customFields: () => [],
		terms,
		discount: (lines) => orderDiscount(more(), 'discount', lines, terms(), byLine),
		lines: (ofOrder = terms()) => readLines(fields, ofOrder),
		with(this: OrderForm, other, others) {
			return { ...this, ...formParts(fields, other, others) };
		},
	};
}

function columnForm(fields: Fields, account: OrderAccount): Omit<OrderForm, 'needsChannel'> {
	const columns = columnsFor(fields, account);
	const { values, unused, conflicts } = readColumns(fields, columns);
	const [conflict] = conflicts;
	if (conflict) throw conflict;
	const ownChannelId = channelOf(values, account);
	return {
		salesChannelId: ownChannelId ?? fields.locator('salesChannel'),
		ownChannelId,
		unused,
		automatic: mapsAutomatically(fields),
		labelOf: (id) => columns.find((one) => one.id === id)?.label ?? id,
		...columnParts(fields, account, values, values),
	};
}

/** The same from columns. @param values where all but the line is */
function columnParts(fields: Fields, account: OrderAccount, own: Fields, values: Fields): Parts {
	const byLine = isByLine(fields);
	const terms = (): Terms => readTerms(fields, values);
	return {
		head: values,
		given: values,
		byLine,
		more: () => values,
		customFields: () => readCustomColumns(values, account.definitions),
		terms,
		discount: (lines) => orderDiscount(values, discountColumn(byLine), lines, terms(), byLine),
		lines: (ofOrder = terms()) =>
			byLine ? [readLineOf(own, ofOrder)] : readJsonLines(own, 'lines', 'Order Lines', ofOrder),
		with(this: OrderForm, other) {
			return { ...this, ...columnParts(fields, account, own, other) };
		},
	};
}

const columnsOf = new WeakMap<OrderAccount, Map<string, Column[]>>();

/** The columns of a run, made once: thousands of items are looked through for them. */
function columnsFor(fields: Fields, account: OrderAccount): Column[] {
	const use = { contract: contractOf(fields), byLine: isByLine(fields) };
	const known = columnsOf.get(account) ?? new Map<string, Column[]>();
	const key = `${use.contract.name} ${use.byLine}`;
	const columns = known.get(key) ?? orderColumns(use, account);
	columnsOf.set(account, known.set(key, columns));
	return columns;
}

/** Of an order that comes line by line not all lines are known yet: its discount is checked once they are. */
function orderDiscount(
	fields: Fields,
	name: string,
	lines: readonly NewOrderLine[],
	terms: Terms,
	byLine = false,
): number {
	const goods = sum(lines.flatMap((line) => [[1, lineValue(line)] as const, [-1, line.discount] as const]));
	return readDiscountOf(fields, name, 'Discount', {
		amount: byLine ? undefined : goods,
		currency: terms.currency,
		name: 'order',
	});
}

const NO_ACCOUNT: OrderAccount = { definitions: [], channels: [] };

/** Which order an item belongs to, even when the rest of it cannot be read; undefined when not even that. */
export function numberOf(fields: Fields): string | undefined {
	try {
		if (!fromColumns(fields)) return fields.code('orderNumber');
		const { values, conflicts } = readColumns(fields, columnsFor(fields, NO_ACCOUNT));
		return conflicts.some(({ field }) => field === NUMBER_LABEL) ? undefined : values.code('orderNumber');
	} catch (error) {
		if (error instanceof InputError) return undefined;
		rethrow(error);
	}
}
