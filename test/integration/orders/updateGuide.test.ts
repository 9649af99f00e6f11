import type { IDataObject } from 'n8n-workflow';
import { NEWEST, type RunResult } from '../../engine';
import { byId, byNumber, RENO } from '../../support/parameters';
import { jsons } from '../../support/results';
import { useStage } from '../../support/stage';

const NUMBER = 'NW-10046';

describe.each(NEWEST)("Update an order, guide's contract, n8n line %s", (line) => {
	const stage = useStage(line);

	const change = async (updateFields: IDataObject): Promise<RunResult> =>
		await stage.orders('update', byNumber({ updateFields }), { contract: 'guide', items: [{ no: NUMBER }] });

	it('changes parts of the address and keeps the others', async () => {
		const result = await change({ street1: '2 New St', street2: 'Unit 3', city: 'Troy' });
		expect(jsons(result)).toEqual([{ outcome: 'updated', orderId: '77120046', orderNumber: NUMBER }]);
		expect(stage.order(NUMBER)).toMatchObject({
			shipName: 'Jordan Sample',
			shipAddress1: '2 New St, Unit 3',
			shipCity: 'Troy',
			shipState: 'NY',
			shipZipCode: '12207',
			shipCountry: 'USA',
			shipPhone: '555-0142',
		});
	});

	it('changes the requested shipping and leaves the address alone', async () => {
		await change({ requestedShipping: 'Express' });
		expect(stage.order(NUMBER)).toMatchObject({ requestedShippingService: 'Express', shipCity: 'Albany' });
	});

	it('finds the order by its ID too', async () => {
		const parameters = { orderBy: 'id', orderId: 77120046, updateFields: { city: 'Troy' } };
		await stage.orders('update', parameters, { contract: 'guide' });
		expect(stage.order(NUMBER)).toMatchObject({ shipCity: 'Troy' });
	});

	it('tells which fields the contract has no place for, and changes the others', async () => {
		const result = await change({
			city: 'Troy',
			notesToBuyer: 'Hello',
			carrier: 'UPS',
			warehouse: byId(RENO),
			company: 'Example Ltd',
		});
		expect(stage.order(NUMBER)).toMatchObject({ shipCity: 'Troy' });
		const { notSent } = jsons(result)[0] as { notSent: string[] };
		expect([...notSent].sort()).toEqual(['carrier', 'company', 'notesToBuyer', 'warehouseId']);
		expect(result.hints).toHaveLength(1);
	});

	it('refuses a change of which nothing can be sent', async () => {
		const { error } = await change({ notesToBuyer: 'Hello' });
		expect(error).toMatchObject({
			message: expect.stringMatching(/Update Fields.*notesToBuyer/),
			description: expect.stringMatching(/Choose a field/),
		});
		expect(stage.calls('PUT /api/orders/{id}')).toBe(0);
	});

	it('tells why an order cannot be changed any more', async () => {
		const parameters = byNumber({ updateFields: { city: 'Troy' } });
		const { error } = await stage.orders('update', parameters, { contract: 'guide', items: [{ no: 'NW-10045' }] });
		expect(error).toMatchObject({ message: expect.stringMatching(/NW-10045.*fulfilled/), httpCode: '422' });
	});
});
