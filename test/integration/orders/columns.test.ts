import type { IDataObject } from 'n8n-workflow';
import { NEWEST } from '../../engine';
import { CONTRACTS, type Contract, credentialFor, guideCredential } from '../../support/credentials';
import { defineFields } from '../../support/orderActions';
import { byId, DIRECT, SHOPIFY } from '../../support/parameters';
import { column, failures, hintsBesideAttention } from '../../support/results';
import { selected } from '../../support/selected';
import { type Stage, useStage } from '../../support/stage';

const TO = {
	recipientName: 'Alex Example',
	street1: '1 Test Street',
	city: 'Albany',
	state: 'NY',
	postalCode: '12207',
	country: 'US',
};
/** An order as an ERP exports it. */
const ROW = {
	'Order No': 'ERP-1',
	Name: 'Alex Example',
	Address: '1 Test Street',
	City: 'Albany',
	Region: 'NY',
	'Zip Code': '12207',
	Country: 'United States',
	lines: [{ sku: 'MUG', quantity: 2, unitPrice: 14.5 }],
};

const automatic = (more: IDataObject = {}): IDataObject => ({
	fieldsFrom: 'columns',
	salesChannel: byId(DIRECT),
	columns: { mappingMode: 'autoMapInputData', value: null, matchingColumns: [], schema: [] },
	...more,
});
const byHand = (value: IDataObject, more: IDataObject = {}): IDataObject =>
	automatic({ columns: { mappingMode: 'defineBelow', value, matchingColumns: [], schema: [] }, ...more });

describe.each(NEWEST)('Orders from columns, n8n line %s', (line) => {
	const stage = useStage(line);

	describe('the columns on offer', () => {
		const supported = async (contract: Contract, parameters: IDataObject = {}) => {
			const credentials = contract === 'guide' ? guideCredential(stage.url) : credentialFor(contract, stage.url);
			const { fields } = await stage.engine.resourceMapping({
				node: 'extensivOrders',
				method: 'getOrderColumns',
				parameters: {
					authentication: credentials.type,
					resource: 'order',
					operation: 'create',
					fieldsFrom: 'columns',
					...parameters,
				},
				credentials,
			});
			return new Map(fields.map((field) => [field.id, field]));
		};

		it('are all fields of an order, with their types, what is required marked', async () => {
			const fields = await supported('live');
			expect([...fields.values()].filter(({ required }) => required).map(({ id }) => id)).toEqual([
				'orderNumber',
				'recipientName',
				'street1',
				'city',
				'postalCode',
				'country',
				'lines',
			]);
			expect(fields.get('orderDate')).toMatchObject({ displayName: 'Order Date', type: 'dateTime', removed: true });
			expect(fields.get('gift')).toMatchObject({ type: 'boolean' });
			expect(fields.get('shippingCost')).toMatchObject({ type: 'number' });
			expect(fields.get('lines')).toMatchObject({ type: 'array' });
		});

		it('have drop-downs where there is a choice: of the account, and of the service', async () => {
			const fields = await supported('live');
			expect(fields.get('salesChannel')?.options).toContainEqual({ name: 'Northwind Direct', value: '1207' });
			expect(fields.get('carrier')?.options).toContainEqual({ name: 'UPS', value: 'UPS' });
			expect(fields.get('deliveryConfirmation')?.options).toContainEqual({
				name: 'Adult Signature',
				value: 'ADULT_SIGNATURE_CONFIRMATION',
			});
		});

		it('include the custom fields of the account', async () => {
			const [id] = await defineFields(stage, 'Route');
			expect((await supported('live')).get(`customField:${id}`)).toMatchObject({
				displayName: 'Route',
				type: 'string',
				required: false,
			});
		});

		it('are those of a line too where each item is a line', async () => {
			const fields = await supported('live', { inputMode: 'orderLine' });
			expect(fields.has('lines')).toBe(false);
			expect([fields.get('sku')?.required, fields.get('quantity')?.required]).toEqual([true, true]);
			expect([fields.get('discount')?.displayName, fields.get('orderDiscount')?.displayName]).toEqual([
				'Line Discount',
				'Order Discount',
			]);
		});

		it('leave out what the contract of the credential has no place for', async () => {
			const fields = await supported('guide');
			expect([...fields.keys()]).toEqual(expect.arrayContaining(['orderNumber', 'lines', 'requestedShipping']));
			for (const id of ['salesChannel', 'email', 'orderDate', 'discount', 'weight']) expect(fields.has(id)).toBe(false);
		});
	});

	describe.each(CONTRACTS)('%s contract', (contract) => {
		it('takes the columns of the incoming item by their names', async () => {
			const result = await stage.orders('create', automatic(), { contract, items: [ROW] });
			expect(result).toMatchObject({ status: 'success', pairs: [[0]] });
			expect(hintsBesideAttention(result)).toEqual([]);
			expect(stage.order('ERP-1')).toMatchObject({
				shipName: 'Alex Example',
				shipState: 'NY',
				orderItems: [{ listingSku: 'MUG', quantityOrdered: 2 }],
			});
		});

		it('makes one order of the lines that have its number', async () => {
			const { lines: _, Name, ...rest } = ROW;
			const head = { ...rest, 'Ship Name': Name };
			const items = [
				{ ...head, SKU: 'MUG', Qty: '2', 'Unit Price': '14.50' },
				{ ...head, SKU: 'POT', Qty: 1, 'Unit Price': '1,029.00' },
			];
			const result = await stage.orders('create', automatic({ inputMode: 'orderLine' }), { contract, items });
			expect(result.pairs).toEqual([[0, 1]]);
			expect(stage.order('ERP-1').orderItems).toMatchObject([
				{ listingSku: 'MUG', quantityOrdered: 2, unitPrice: { amount: 14.5 } },
				{ listingSku: 'POT', unitPrice: { amount: 1029 } },
			]);
		});

		it('points out columns that nothing stands for', async () => {
			const result = await stage.orders('create', automatic(), {
				contract,
				items: [{ ...ROW, Salesperson: 'Kim', 'Delivery Slot': 3 }],
			});
			expect(hintsBesideAttention(result)).toEqual([expect.stringMatching(/Salesperson, Delivery Slot/)]);
		});

		it.each<[string, IDataObject]>([
			['Name and Ship Name', { Name: '#1001', 'Ship Name': 'Alex Example' }],
			['Ship To and Recipient', { 'Ship To': 'Home', Recipient: 'Alex Example' }],
		])('takes the better of two columns for one field, in any order: %s', async (_, names) => {
			const { Name: __, ...rest } = ROW;
			for (const [at, own] of [names, Object.fromEntries(Object.entries(names).reverse())].entries()) {
				await stage.orders('create', automatic(), { contract, items: [{ ...rest, ...own, 'Order No': `ERP-${at}` }] });
				expect(stage.order(`ERP-${at}`)).toMatchObject({ shipName: 'Alex Example' });
			}
		});

		it('does not mix two addresses: where it is shipped to goes before a plain address', async () => {
			const to = {
				'Ship Address': '9 Other Street',
				'Ship City': 'Troy',
				'Ship State': 'NY',
				'Ship Zip': '12180',
				'Ship Country': 'US',
			};
			await stage.orders('create', automatic(), { contract, items: [{ ...ROW, ...to }] });
			expect(stage.order('ERP-1')).toMatchObject({
				shipAddress1: '9 Other Street',
				shipCity: 'Troy',
				shipZipCode: '12180',
			});
		});

		it('says truly which of two columns was not used', async () => {
			const result = await stage.orders('create', automatic(), { contract, items: [{ 'Order ID': 778899, ...ROW }] });
			expect(hintsBesideAttention(result)).toEqual([
				'Column “Order ID” was not used: “Order No” supplies the order number.',
			]);
		});

		it('refuses two columns that fit equally well and differ, and holds back the order whose line has them', async () => {
			const { lines: _, Name, ...rest } = ROW;
			const item = { ...rest, 'Ship Name': Name, SKU: 'MUG', Qty: 1 };
			const items = [
				item,
				{ ...item, 'Item SKU': 'MUG', 'Product SKU': 'POT', SKU: undefined },
				{ ...item, 'Order No': 'ERP-2', 'SO Number': 'SO-7' },
				{ ...item, 'Order No': 'ERP-3' },
				{ ...item, 'Order No': 'ERP-4' },
			].map(({ SKU, ...one }) => (SKU === undefined ? one : { ...one, SKU })) as IDataObject[];
			const result = await stage.orders('create', automatic({ inputMode: 'orderLine' }), {
				contract,
				items,
				onError: 'continueErrorOutput',
			});
			expect(column(result, 'orderNumber')).toEqual(['ERP-4']);
			expect(failures(result)).toMatchObject([
				{ error: expect.stringMatching(/ERP-1.*SKU.*“Item SKU”.*“Product SKU”/) },
				{ error: expect.stringMatching(/ERP-1.*SKU.*“Item SKU”.*“Product SKU”/) },
				{ error: expect.stringMatching(/Order Number.*“Order No”.*“SO Number”.*“ERP-2”.*“SO-7”/) },
				{ error: expect.stringMatching(/ERP-3.*item 3 cannot be read/) },
			]);
		});

		it('takes columns that are mapped by hand', async () => {
			const value = { orderNumber: '={{ $json.no }}', ...TO, lines: '={{ $json.lines }}' };
			await stage.orders('create', byHand(value), { contract, items: [{ no: 'ERP-1', lines: ROW.lines }] });
			expect(stage.order('ERP-1')).toMatchObject({ shipCity: 'Albany', orderItems: [{ listingSku: 'MUG' }] });
		});

		it('creates or updates from columns, with no more than what changes', async () => {
			stage.control.seed({ orders: [{ orderNumber: 'ERP-2' }] });
			const items = [ROW, { orderNumber: 'ERP-2', city: 'Troy' }];
			const result = await stage.orders('upsert', automatic(), { contract, items });
			expect(column(result, 'outcome')).toEqual(['created', 'updated']);
			expect(stage.order('ERP-2')).toMatchObject({ shipCity: 'Troy', shipName: 'Jordan Sample' });
		});

		it('names the column that is missing or wrong, and lets the others through', async () => {
			const items = [
				{ ...ROW, 'Zip Code': '' },
				{ ...ROW, 'Order No': 'ERP-2', Country: 'Atlantis' },
				{ ...ROW, 'Order No': 'ERP-3' },
			];
			const result = await stage.orders('create', automatic(), { contract, items, onError: 'continueErrorOutput' });
			expect(column(result, 'orderNumber')).toEqual(['ERP-3']);
			expect(failures(result)).toMatchObject([
				{ error: expect.stringMatching(/Postal Code/) },
				{ error: expect.stringMatching(/Country.*Atlantis/) },
			]);
		});

		it('leaves no line out: an order with a line that cannot be read is not created', async () => {
			const { lines: _, Name, ...rest } = ROW;
			const head = { ...rest, 'Ship Name': Name };
			const items = [
				{ ...head, SKU: 'MUG', Qty: 2 },
				{ ...head, SKU: 'POT', Qty: 'some' },
			];
			const result = await stage.orders('create', automatic({ inputMode: 'orderLine' }), {
				contract,
				items,
				onError: 'continueErrorOutput',
			});
			expect(result.items).toEqual([]);
			expect(failures(result)).toHaveLength(2);
		});
	});

	it('takes the sales channel from a column, by name or ID', async () => {
		const items = [
			{ ...ROW, channel: 'northwind shopify' },
			{ ...ROW, channel: DIRECT },
			{ ...ROW, 'Order No': 'ERP-2' },
			{ ...ROW, 'Order No': 'ERP-3', channel: 'Nope' },
		];
		const result = await stage.orders('create', automatic(), { items, onError: 'continueErrorOutput' });
		const channels = stage.control
			.orders({ number: 'ERP-1' })
			.map(({ salesChannel }) => (salesChannel as IDataObject).salesChannelId);
		expect(channels.map(String).sort()).toEqual([DIRECT, SHOPIFY]);
		expect(stage.order('ERP-2')).toMatchObject({ salesChannel: { salesChannelId: Number(DIRECT) } });
		expect(failures(result)).toMatchObject([{ error: expect.stringMatching(/Sales Channel.*Nope/) }]);
	});

	it('sends custom fields and choices in the words of the service', async () => {
		const [id] = await defineFields(stage, 'Route');
		const item = {
			...ROW,
			Route: 'North',
			Carrier: 'ups',
			'Delivery Confirmation': 'Signature',
			Weight: '9.5',
			'Required Date': '1996-08-01 00:00:00.000',
			'Saturday Delivery': 'yes',
		};
		const result = await stage.orders('create', automatic(), { items: [item] });
		expect(result.status).toBe('success');
		expect(hintsBesideAttention(result)).toEqual([]);
		expect(stage.order('ERP-1')).toMatchObject({
			deliveryConfirmation: 'SIGNATURE_CONFIRMATION',
			saturdayDelivery: true,
			weight: 9.5,
			shipMethod: { shippingCarrier: 'UPS' },
			shipByDate: expect.stringMatching(/^1996-08-01/),
		});
		const values = await valuesOf(stage, 'ERP-1');
		expect(values).toMatchObject([{ fieldId: id, value: 'North' }]);
	});

	it('sets custom fields of an order that is there already', async () => {
		await defineFields(stage, 'Route');
		stage.control.seed({ orders: [{ orderNumber: 'ERP-1' }] });
		const result = await stage.orders('upsert', automatic(), { items: [{ orderNumber: 'ERP-1', Route: 'South' }] });
		expect(column(result, 'outcome')).toEqual(['updated']);
		expect(await valuesOf(stage, 'ERP-1')).toMatchObject([{ name: 'Route', value: 'South' }]);
	});

	it('asks the account for nothing that the mapped columns have no need of', async () => {
		const value = { orderNumber: 'ERP-1', ...TO, lines: JSON.stringify(ROW.lines) };
		await stage.orders('create', byHand(value), {});
		expect([stage.calls('GET /v1.1/orders/customfielddefinitions'), stage.calls('GET /v1/saleschannels')]).toEqual([
			0, 0,
		]);
	});
});

async function valuesOf(stage: Stage, number: string): Promise<unknown> {
	const order = { __rl: true, mode: 'number', value: number };
	const result = await stage.orders('get', { resource: 'orderCustomField', order, ...selected('customFields') });
	return result.items[0]?.json.customFields;
}
