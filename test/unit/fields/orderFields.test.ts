import { messageOf } from '../../support/inWords';
import { GUIDE_CONTRACT } from '../../../nodes/shared/api/guide/contract';
import { LIVE_CONTRACT } from '../../../nodes/shared/api/live/contract';
import type { INodeProperties } from 'n8n-workflow';
import { additionalGroups } from '../../../nodes/ExtensivOrders/resources/order/form/additional';
import { readDetails } from '../../../nodes/ExtensivOrders/resources/order/form/details';
import { changeField } from '../../../nodes/ExtensivOrders/resources/order/form/updateFields';
import { orderColumns } from '../../../nodes/ExtensivOrders/resources/order/lines/columns';
import { valueAt } from '../../../nodes/shared/api/common/fields/paths';
import * as guide from '../../../nodes/shared/api/guide/orders/mapping';
import { readOrder } from '../../../nodes/shared/api/live/orders/read';
import { newOrder, orderChange } from '../../../nodes/shared/api/live/orders/write';
import { ORDER_FIELDS, type OrderField } from '../../../nodes/shared/domain/order/fields';
import { ORDER_PROPERTIES } from '../../../nodes/shared/domain/order/order';
import { Fields } from '../../../nodes/shared/n8n/read/params';
import { newOrder as orderWith } from '../../support/samples';

const CONTRACTS = { live: LIVE_CONTRACT, guide: GUIDE_CONTRACT };

const FIELDS: readonly OrderField[] = ORDER_FIELDS;
const ROWS = FIELDS.map((field) => [field.name, field] as const);

/** What a user gives, what is read of it, and what the live API is sent. */
const GIVEN: Record<OrderField['kind'], unknown> = {
	text: 'Words',
	date: '2026-03-05T09:12:00Z',
	flag: 'yes',
	number: '2.5',
	amount: '12.50',
	choice: '',
	carrier: 'ups',
};
const READ: typeof GIVEN = { ...GIVEN, flag: true, number: 2.5, amount: 12.5, carrier: 'UPS' };
const givenFor = ({ kind, choices }: OrderField): unknown => choices?.[0]?.name ?? GIVEN[kind];
const valueOf = ({ kind, choices }: OrderField): unknown => choices?.[0]?.value ?? READ[kind];
const wireOf = (field: OrderField): unknown =>
	field.kind === 'amount' ? { amount: valueOf(field), currency: 'USD' } : valueOf(field);

const details = (field: OrderField, value = valueOf(field)) => ({ [field.name]: value });
const order = (field: OrderField, value?: unknown) =>
	orderWith('1', { paymentDate: undefined, ...details(field, value) });
const change = (field: OrderField) => ({
	key: { orderId: '5' },
	shipTo: {},
	details: details(field),
	currency: 'USD',
});

const optionsOf = ({ options = [] }: INodeProperties): INodeProperties[] => options as INodeProperties[];
const columnsIn = (contract: 'live' | 'guide') =>
	orderColumns({ contract: CONTRACTS[contract], byLine: false }, { definitions: [], channels: [] });

describe.each(ROWS)('The order field %s', (name, field) => {
	it('is in the form of a new order, once among what can be added', () => {
		const supported = additionalGroups
			.flatMap(optionsOf)
			.filter((one) => one.name === name && one.displayOptions === undefined);
		expect(supported).toEqual([expect.objectContaining({ displayName: field.label })]);
	});

	it('is among the update fields where a contract can change it', () => {
		const supported = optionsOf(changeField).some((one) => one.name === name);
		const changeable = field.changeable !== false || field.guide !== undefined;
		expect(supported).toBe(changeable && field.kind !== 'amount');
	});

	it('is a column of each contract that has it', () => {
		const has = (contract: 'live' | 'guide') => columnsIn(contract).some(({ id }) => id === name);
		expect([has('live'), has('guide')]).toEqual([true, field.guide !== undefined]);
	});

	it('is read from the form', () => {
		const fields = new Fields((parameter) => (parameter === name ? givenFor(field) : undefined), 'UTC');
		expect(readDetails(fields)).toEqual(details(field));
	});

	it('is in the order that the live API is sent', () => {
		expect(valueAt(newOrder(order(field)), field.live)).toEqual(wireOf(field));
	});

	it('is in the change that the live API is sent, or not sent', () => {
		const { header, notes, notSent } = orderChange(change(field));
		const sent = valueAt(field.changeable === 'notes' ? notes : header, field.live);
		expect([sent, notSent]).toEqual(field.changeable ? [wireOf(field), []] : [undefined, [name]]);
	});

	it("is in what the guide's contract is sent, or not sent", () => {
		const { body, notSent } = guide.newOrder(order(field));
		const expected = field.guide === undefined ? [undefined, [name]] : [valueOf(field), []];
		expect([field.guide && valueAt(body, field.guide), notSent]).toEqual(expected);
	});

	it('comes out as it was sent where it is read back', () => {
		expect((ORDER_PROPERTIES as readonly string[]).includes(name)).toBe(field.read === true);
		if (!field.read) return;
		const read = readOrder({ orderId: 5, ...newOrder(order(field)) }, 'Get Orders').value;
		expect(read).toMatchObject(details(field));
	});
});

describe.each(ROWS.filter(([, { longest }]) => longest))('The text of the order field %s', (_, field) => {
	const longest = field.longest ?? 0;

	it('may have as many characters as the live API takes, and no more', () => {
		const send = (length: number) => () => newOrder(order(field, 'x'.repeat(length)));
		expect(messageOf(send(longest))).toBe('');
		expect(messageOf(send(longest + 1))).toContain(
			`${field.label}: The text has ${longest + 1} characters, more than the ${longest}`,
		);
	});
});

describe('The table of order fields', () => {
	it('has each name, label and place once', () => {
		for (const key of ['name', 'label', 'live'] as const)
			expect(new Set(FIELDS.map((field) => field[key])).size).toBe(FIELDS.length);
	});

	it('keeps the order of the properties of an order, which fingerprints in saved triggers depend on', () => {
		const known = (
			'orderId orderNumber status lifecycle orderDate createdAt updatedAt paymentDate shipDate shipByDate ' +
			'salesChannel warehouse currency total shippingCost shipTo requestedShipping trackingNumbers notesToBuyer ' +
			'notesFromBuyer internalNotes customField1 customField2 customField3 lines'
		).split(' ');
		expect(ORDER_PROPERTIES.filter((name) => known.includes(name))).toEqual(known);
		const read = readOrder({ orderId: 5 }, 'Get Orders').value;
		expect(Object.keys(read)).toEqual(ORDER_PROPERTIES);
		expect(Object.keys(guide.readOrder({ id: 5 }, 'Get Orders').value)).toEqual(ORDER_PROPERTIES);
	});
});
