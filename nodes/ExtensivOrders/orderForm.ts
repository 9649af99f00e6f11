import type { INodeProperties } from 'n8n-workflow';
import type { Contract, OrderManager } from '../shared/api/port';
import type { CustomFieldSetting } from '../shared/domain/customField';
import { InputError } from '../shared/domain/inputError';
import type { NewOrderLine } from '../shared/domain/order';
import { columnsField, mappedByHand, mapsAutomatically, readColumns } from '../shared/n8n/columns';
import { isCustomColumn, readCustomColumns } from '../shared/n8n/customColumns';
import { LIVE_CREDENTIALS } from '../shared/n8n/fields';
import type { Fields } from '../shared/n8n/params';
import { readGroups } from './additional';
import { readJsonLines, readLine, readLines } from './lines';
import { type OrderAccount, discountColumn, orderColumns } from './orderColumns';

/** Where the parts of an order stand in a form. Nothing is read before it is asked for: of a further line of an order, most is not. */
export interface OrderForm {
	/** Number and address. */
	head: Fields;
	/** Everything that most orders do without. */
	more(): Fields;
	salesChannelId?: string;
	/** The contract knows sales channels and needs one. */
	needsChannel: boolean;
	customFields(): CustomFieldSetting[];
	/** Columns of the incoming item that nothing stands for. */
	unused: string[];
	discount(): number;
	lines(): NewOrderLine[];
}

export const fieldsFrom: INodeProperties = {
	displayName: 'Fields From',
	name: 'fieldsFrom',
	type: 'options',
	options: [
		{ name: 'Form', value: 'form', description: 'Fill in the fields below, or drag fields of the incoming items into them. Form and columns do not share what is filled in.' },
		{ name: 'Columns', value: 'columns', description: 'Map columns, or take those of the incoming items by their names; also for custom fields of the account' },
	],
	default: 'form',
};

/** The columns of *Create* and of *Create or Update*. */
export const orderColumnsField = (mode: 'add' | 'upsert'): INodeProperties =>
	columnsField({ method: 'getOrderColumns', mode, dependsOn: ['inputMode'], valuesLabel: 'Values of the Order' });

const fromColumns = (fields: Fields): boolean => fields.raw('fieldsFrom') === 'columns';
const isByLine = (fields: Fields): boolean => fields.raw('inputMode') === 'orderLine';
const contractOf = (fields: Fields): Contract => (LIVE_CREDENTIALS.includes(fields.text('authentication') ?? '') ? 'live' : 'guide');

/** Reads of the account what the columns in use need. */
export async function loadAccount(manager: OrderManager, parameters: Fields): Promise<OrderAccount> {
	const byHand = mappedByHand(parameters);
	const wants = (used: (id: string) => boolean): boolean => fromColumns(parameters) && (mapsAutomatically(parameters) || byHand.some(used));
	const definitions = wants(isCustomColumn) ? await manager.orderFields?.definitions() : undefined;
	const channels = wants((id) => id === 'salesChannel') ? await manager.salesChannels?.list() : undefined;
	return {
		definitions: (definitions ?? []).map(({ value }) => value),
		channels: (channels ?? []).map(({ value }) => ({ id: value.salesChannelId, name: value.name })),
	};
}

/** The form that an order is given in. */
export function orderForm(fields: Fields, account: OrderAccount): OrderForm {
	const needsChannel = contractOf(fields) === 'live';
	if (fromColumns(fields)) return { needsChannel, ...columnForm(fields, account) };
	const more = (): Fields => readGroups(fields);
	return {
		head: fields,
		more,
		salesChannelId: fields.locator('salesChannel'),
		needsChannel,
		customFields: () => [],
		unused: [],
		discount: () => more().amount('discount', 'Discount') ?? 0,
		lines: () => readLines(fields),
	};
}

function columnForm(fields: Fields, account: OrderAccount): Omit<OrderForm, 'needsChannel'> {
	const byLine = isByLine(fields);
	const { values, unused } = readColumns(fields, orderColumns({ contract: contractOf(fields), byLine }, account));
	return {
		head: values,
		more: () => values,
		salesChannelId: channelOf(values, account) ?? fields.locator('salesChannel'),
		customFields: () => readCustomColumns(values, account.definitions),
		unused,
		discount: () => values.amount(discountColumn(byLine), 'Discount') ?? 0,
		lines: () => (byLine ? [readLine(lineOf(values))] : readJsonLines(values, 'lines', 'Order Lines')),
	};
}

/** The columns of a line by the names that a line has for them. */
const lineOf = (values: Fields): Fields => {
	const names = ['sku', 'quantity', 'unitPrice', 'tax', 'discount', 'notes'];
	return values.of({ ...Object.fromEntries(names.map((name) => [name, values.raw(name)])), name: values.raw('productName') });
};

/** A channel by its id, or by its name as exports have it. */
function channelOf(values: Fields, { channels }: OrderAccount): string | undefined {
	const given = values.text('salesChannel');
	if (given === undefined || /^\d+$/.test(given)) return given;
	const [channel, other] = channels.filter(({ name }) => name.toLowerCase() === given.toLowerCase());
	if (channel && !other) return channel.id;
	throw new InputError('Sales Channel', `${other ? 'Several sales channels are' : 'No sales channel is'} called “${given}”.`, 'Give the ID of the channel.');
}

/** Which order an item belongs to, even when the rest of it cannot be read. */
export function numberOf(fields: Fields): string | undefined {
	if (!fromColumns(fields)) return fields.text('orderNumber');
	const columns = orderColumns({ contract: contractOf(fields), byLine: isByLine(fields) }, { definitions: [], channels: [] });
	return readColumns(fields, columns).values.text('orderNumber');
}
