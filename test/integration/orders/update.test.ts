import type { IDataObject } from 'n8n-workflow';
import { NEWEST, type RunResult } from '../../engine';
import { byId, byNumber, DIRECT, RENO, SHOPIFY } from '../../support/parameters';
import { failures, jsons } from '../../support/results';
import { useStage } from '../../support/stage';

const NUMBER = 'NW-10046';
const ID = 77120046;

describe.each(NEWEST)('Update an order, live API, n8n line %s', (line) => {
	const stage = useStage(line);

	const change = async (updateFields: IDataObject): Promise<RunResult> =>
		await stage.orders('update', { orderBy: 'id', orderId: ID, updateFields }, { timezone: 'UTC' });

	it('changes the address', async () => {
		const address = {
			recipientName: 'Sam Example',
			company: 'Example Ltd',
			street1: '2 New St',
			street2: 'Unit 3',
			street3: 'Rear',
			city: 'Toronto',
			state: 'ON',
			postalCode: 'M5H 2N2',
			country: 'Canada',
			phone: '555-0199',
		};
		const result = await change(address);
		expect(jsons(result)).toMatchObject([{ outcome: 'updated', orderId: String(ID) }]);
		expect(stage.order(NUMBER)).toMatchObject({
			shipName: 'Sam Example',
			shipCompany: 'Example Ltd',
			shipAddress1: '2 New St',
			shipAddress2: 'Unit 3',
			shipAddress3: 'Rear',
			shipCity: 'Toronto',
			shipState: 'ON',
			shipZipCode: 'M5H 2N2',
			shipCountry: 'CAN',
			shipPhone: '555-0199',
		});
	});

	it('leaves alone what was not given', async () => {
		const before = stage.order(NUMBER);
		await change({ city: 'Troy', state: '' });
		const { modifiedDate: _before, shipCity: _city, ...others } = before;
		expect(stage.order(NUMBER)).toMatchObject({ ...others, shipCity: 'Troy' });
	});

	it('changes notes of all kinds, those to and from the buyer too', async () => {
		const notes = { notesToBuyer: 'On its way', notesFromBuyer: 'Ring twice', internalNotes: 'Fragile' };
		expect((await change(notes)).items).toHaveLength(1);
		expect(stage.order(NUMBER)).toMatchObject(notes);
	});

	it('changes dates, gift and custom fields', async () => {
		await change({
			paymentDate: '2026-02-01',
			shipByDate: '2026-02-02T10:00:00Z',
			receiveByDate: '02/25/2026',
			gift: true,
			giftMessage: 'For you',
			customField1: 'a',
			customField2: 'b',
			customField3: 'c',
		});
		expect(stage.order(NUMBER)).toMatchObject({
			paymentDate: '2026-02-01T00:00:00Z',
			shipByDate: '2026-02-02T10:00:00Z',
			receiveByDate: '2026-02-25T00:00:00Z',
			gift: true,
			giftMessage: 'For you',
			customField1: 'a',
			customField2: 'b',
			customField3: 'c',
		});
	});

	it('changes carrier, shipping provider and service', async () => {
		await change({ carrier: 'FEDEX', shippingProviderId: '90', shippingServiceId: 41 });
		expect(stage.order(NUMBER)).toMatchObject({
			shipMethod: { shippingCarrier: 'FEDEX', shippingProviderId: 90, shippingServiceId: 41 },
		});
	});

	it('changes the fulfillment source', async () => {
		await change({ warehouse: byId(RENO) });
		expect(stage.order(NUMBER)).toMatchObject({ fulfillmentSource: { warehouseId: 5101 } });
	});

	it('makes the changes of one order in one item, whichever calls they take', async () => {
		const result = await change({ city: 'Troy', notesToBuyer: 'On its way', customField1: 'a' });
		expect(result.items).toHaveLength(1);
		expect(stage.order(NUMBER)).toMatchObject({ shipCity: 'Troy', notesToBuyer: 'On its way', customField1: 'a' });
	});

	it.each([
		['requestedShipping', 'Express'],
		['email', 'new@example.com'],
	])('tells that the service has no place for %s, and changes the rest', async (field, value) => {
		const result = await change({ city: 'Troy', [field]: value });
		expect(jsons(result)).toMatchObject([{ outcome: 'updated', notSent: [field] }]);
		expect(result.hints).toEqual([expect.stringContaining(field)]);
		expect(stage.order(NUMBER)).toMatchObject({ shipCity: 'Troy' });
	});

	it('does not lose an item that has only fields without a place', async () => {
		const parameters = byNumber({
			salesChannel: byId(DIRECT),
			updateFields: { requestedShipping: '={{ $json.how }}', city: '={{ $json.city }}' },
		});
		const items = [
			{ no: NUMBER, how: 'Express' },
			{ no: 'NW-10047', city: 'Troy' },
		];
		const result = await stage.orders('update', parameters, { items, onError: 'continueErrorOutput' });
		expect([...result.items, ...result.errorItems].map(({ pairedItem }) => pairedItem)).toEqual(
			expect.arrayContaining([{ item: 0 }, { item: 1 }]),
		);
	});

	it('changes many orders in one call', async () => {
		const parameters = byNumber({ salesChannel: byId(DIRECT), updateFields: { internalNotes: '={{ $json.note }}' } });
		const items = [
			{ no: NUMBER, note: 'first' },
			{ no: 'NW-10047', note: 'second' },
		];
		const result = await stage.orders('update', parameters, { items });
		expect(result.pairs).toEqual([[0], [1]]);
		expect(stage.order(NUMBER)).toMatchObject({ internalNotes: 'first' });
		expect(stage.order('NW-10047')).toMatchObject({ internalNotes: 'second' });
		expect(stage.control.requests().total).toBe(1);
	});

	it('gives a refused order its own error; the others are changed', async () => {
		const parameters = byNumber({ salesChannel: byId(DIRECT), updateFields: { city: 'Troy', notesToBuyer: 'Moved' } });
		const items = [{ no: 'NW-10045' }, { no: NUMBER }, { no: 'NW-404' }];
		const result = await stage.orders('update', parameters, { items, onError: 'continueErrorOutput' });
		expect(result.pairs).toEqual([[1]]);
		expect(failures(result)).toMatchObject([
			{ no: 'NW-10045', error: expect.stringMatching(/NW-10045.*SHIPPED/) },
			{ no: 'NW-404', error: expect.stringMatching(/NW-404/) },
		]);
		expect(stage.order('NW-10045')).toMatchObject({ shipCity: 'Albany', notesToBuyer: null });
	});

	it('finds an order by its number alone when one channel only has it', async () => {
		const result = await stage.orders('update', byNumber({ updateFields: { city: 'Troy' } }), {
			items: [{ no: NUMBER }],
		});
		expect(result.error).toBeUndefined();
		expect(stage.order(NUMBER)).toMatchObject({ shipCity: 'Troy' });
	});

	it('changes the order of the channel that is chosen', async () => {
		stage.control.seed({
			orders: [
				{ orderNumber: 'TWICE', salesChannelId: 1207 },
				{ orderNumber: 'TWICE', salesChannelId: 1210 },
			],
		});
		const parameters = byNumber({ salesChannel: byId(SHOPIFY), updateFields: { city: 'Troy', notesToBuyer: 'Hello' } });
		await stage.orders('update', parameters, { items: [{ no: 'TWICE' }] });
		expect(stage.control.orders({ number: 'TWICE' })).toMatchObject([
			{ shipCity: 'Albany', notesToBuyer: null },
			{ shipCity: 'Troy', notesToBuyer: 'Hello' },
		]);
	});

	it.each([
		['nothing', {}, /Update Fields.*nothing to change/],
		['a country that is none', { country: 'Atlantis' }, /Country.*Atlantis/],
		['a warehouse that is no ID', { warehouse: byId('Reno') }, /Warehouse.*Reno/],
		['a date that is none', { shipByDate: 'soon' }, /Ship By Date.*soon/],
	])('refuses to change %s, before anything is sent', async (_, fields, message) => {
		const { error } = await change(fields);
		expect(error).toMatchObject({ message: expect.stringMatching(message), description: expect.stringMatching(/\w/) });
		expect(stage.control.requests().total).toBe(0);
	});
});
