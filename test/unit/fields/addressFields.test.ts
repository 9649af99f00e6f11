import { messageOf } from '../../support/inWords';
import { GUIDE_CONTRACT } from '../../../nodes/shared/api/guide/contract';
import { LIVE_CONTRACT } from '../../../nodes/shared/api/live/contract';
import { additionalGroups } from '../../../nodes/ExtensivOrders/resources/order/form/additional';
import {
	addressDetailFields,
	addressFields,
	readAddress,
	readAddressChange,
} from '../../../nodes/ExtensivOrders/resources/order/form/address';
import { changeField } from '../../../nodes/ExtensivOrders/resources/order/form/updateFields';
import { orderColumns } from '../../../nodes/ExtensivOrders/resources/order/lines/columns';
import * as guide from '../../../nodes/shared/api/guide/orders/mapping';
import { readOrder } from '../../../nodes/shared/api/live/orders/read';
import { newOrder, orderChange } from '../../../nodes/shared/api/live/orders/write';
import { ADDRESS_FIELDS, type Address, type AddressField } from '../../../nodes/shared/domain/order/addressFields';
import { Fields } from '../../../nodes/shared/n8n/read/params';
import { newOrder as orderWith } from '../../support/samples';

const CONTRACTS = { live: LIVE_CONTRACT, guide: GUIDE_CONTRACT };

const PARTS: readonly AddressField[] = ADDRESS_FIELDS;
const ROWS = PARTS.map((part) => [part.name, part] as const);

const WHOLE: Address = {
	name: 'Alex Example',
	company: 'Example Ltd',
	street1: '34 Specimen Ave',
	street2: 'Rear',
	street3: 'Floor 3',
	city: 'Toledo',
	state: 'OH',
	postalCode: '43604',
	country: 'US',
	email: 'alex@example.com',
	phone: '555-0100',
};
const values: Record<string, string | null> = WHOLE;
const wireOf = ({ name, kind }: AddressField) => (kind === 'country' ? 'USA' : values[name]);

const form = new Fields((parameter) => values[PARTS.find((part) => part.parameter === parameter)?.name ?? ''], 'UTC');
const order = (shipTo = WHOLE) => orderWith('1', { shipTo });
const columnsIn = (contract: 'live' | 'guide') =>
	orderColumns({ contract: CONTRACTS[contract], byLine: false }, { definitions: [], channels: [] });

describe.each(ROWS)('The part %s of an address', (name, part) => {
	it('is in the form of a new order: an own field, or one that can be added', () => {
		const fields = part.rare ? addressDetailFields : addressFields;
		expect(fields.filter((one) => one.name === part.parameter)).toMatchObject([{ displayName: part.label }]);
		if (part.rare) expect(JSON.stringify(additionalGroups)).toContain(`"name":"${part.parameter}"`);
	});

	it('is among the update fields', () => {
		expect(changeField.options).toContainEqual(expect.objectContaining({ name: part.parameter }));
	});

	it('is a column of each contract that has it', () => {
		const has = (contract: 'live' | 'guide') => columnsIn(contract).some(({ id }) => id === part.parameter);
		expect([has('live'), has('guide')]).toEqual([true, part.guide !== undefined]);
	});

	it('is read from the form', () => {
		expect(readAddress(form, form)).toMatchObject({ [name]: values[name] });
		expect(readAddressChange(form)).toMatchObject({ [name]: values[name] });
	});

	it('is in the order that the live API is sent, and comes out as it was sent', () => {
		const body = newOrder(order());
		expect(body[part.live]).toBe(wireOf(part));
		expect(readOrder({ orderId: 5, ...body }, 'Get Orders').value.shipTo).toMatchObject({ [name]: values[name] });
	});

	it('is in the change that the live API is sent, or not sent', () => {
		const shipTo = { [name]: values[name] };
		const { header = {}, notSent } = orderChange({ key: { orderId: '5' }, shipTo, details: {} });
		expect([header[part.live], notSent]).toEqual(part.fixed ? [undefined, [name]] : [wireOf(part), []]);
	});

	it("is in what the guide's contract is sent, or not sent", () => {
		const { body, notSent } = guide.newOrder(order());
		const sent = (body.shipping_address as Record<string, string>)[part.guide ?? ''] ?? '';
		expect([sent.includes(String(values[name])), notSent.includes(name)]).toEqual(
			part.guide === undefined ? [false, true] : [true, false],
		);
	});
});

describe.each(ROWS.filter(([, { longest }]) => longest))('The part %s of an address', (name, part) => {
	const longest = part.longest ?? 0;

	it('may have as many characters as the live API takes, and no more', () => {
		const send = (length: number) => () => newOrder(order({ ...WHOLE, [name]: 'x'.repeat(length) }));
		expect(messageOf(send(longest))).toBe('');
		expect(messageOf(send(longest + 1))).toContain(
			`${part.label}: The text has ${longest + 1} characters, more than the ${longest}`,
		);
	});
});
