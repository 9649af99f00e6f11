import type { IDataObject } from 'n8n-workflow';
import { NEWEST } from '../../engine';
import { byId } from '../../support/parameters';
import { column, failures, jsons } from '../../support/results';
import { shipments } from '../../support/shipments';
import { useStage } from '../../support/stage';

describe.each(NEWEST)('Get many carriers, n8n line %s', (line) => {
	const stage = useStage(line);
	const look = async (parameters: IDataObject, settings = {}) =>
		await shipments(stage, 'getAll', { resource: 'carrier', returnAll: true, ...parameters }, settings);

	it.each([
		['carrier', { name: 'FedEx', code: 'FEDEX', id: '2', kind: 'carrier' }],
		[
			'service',
			{
				name: 'UPS Ground',
				code: 'GROUND',
				carrier: 'UPS',
				active: true,
				international: false,
				id: '31',
				kind: 'service',
			},
		],
		[
			'packageType',
			{
				name: 'UPS: My packaging',
				code: 'MY_PACKAGING',
				carrier: 'UPS',
				active: true,
				international: true,
				id: '4',
				kind: 'packageType',
			},
		],
		['provider', { name: 'UPS account', code: 'UPS', active: true, id: '88', kind: 'provider' }],
	])('%s, with the columns that this kind has', async (kind, expected) => {
		const rows = jsons(await look({ kind }));
		expect(rows).toContainEqual(expected);
		for (const row of rows) expect(Object.keys(row)).toEqual(Object.keys(expected));
	});

	it('gives the services of one carrier', async () => {
		expect(column(await look({ kind: 'service', carrier: byId('FedEx') }), 'carrier')).toEqual(['FEDEX', 'FEDEX']);
		expect(stage.queries('GET', '/v1/shipment/services')[0]?.getAll('carrierCode')).toEqual(['FEDEX']);
	});

	it('keeps to the limit, and gives rows as they are with Output on Raw', async () => {
		const result = await look({ kind: 'service', returnAll: false, limit: 1, output: 'raw' });
		expect(jsons(result)).toEqual([
			expect.objectContaining({ shippingServiceId: 31, serviceName: 'UPS Ground', weightRequired: true }),
		]);
	});

	it('says what is wrong on its own item', async () => {
		const items = [{ kind: 'stamp' }, { kind: 'carrier' }];
		const result = await look({ kind: '={{ $json.kind }}' }, { items, onError: 'continueErrorOutput' });
		expect(failures(result)).toEqual([
			{ kind: 'stamp', error: expect.stringMatching(/Kind.*stamp/), message: expect.any(String), failure: 'input' },
		]);
		expect(result.items).toHaveLength(4);
	});

	it('is not offered by the guide, even to an expression', async () => {
		const result = await look({ kind: 'carrier' }, { contract: 'guide' });
		expect(result.error?.message).toMatch(/not part of the contract/);
	});
});
