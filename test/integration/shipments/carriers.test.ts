import type { IDataObject } from 'n8n-workflow';
import { NEWEST } from '../../engine';
import { byId } from '../../support/parameters';
import { column, failures, jsons } from '../../support/results';
import { shipments } from '../../support/shipments';
import { useStage } from '../../support/stage';

describe.each(NEWEST)('Get many carriers, n8n line %s', (line) => {
	const stage = useStage(line);
	const look = async (parameters: IDataObject, settings = {}) => await shipments(stage, 'getAll', { resource: 'carrier', returnAll: true, ...parameters }, settings);

	it.each([
		['carrier', { id: '2', name: 'FedEx', code: 'FEDEX', carrier: null }],
		['service', { id: '31', name: 'UPS Ground', code: 'GROUND', carrier: 'UPS', international: false }],
		['packageType', { id: '4', name: 'UPS: My packaging', code: 'MY_PACKAGING', carrier: 'UPS' }],
		['provider', { id: '88', name: 'UPS account', code: 'UPS', carrier: null }],
	])('%s', async (kind, expected) => {
		const rows = jsons(await look({ kind }));
		expect(rows).toContainEqual(expect.objectContaining({ kind, ...expected }));
		for (const row of rows) expect(Object.keys(row)).toEqual(['kind', 'id', 'name', 'code', 'carrier', 'active', 'international']);
	});

	it('gives the services of one carrier', async () => {
		expect(column(await look({ kind: 'service', carrier: byId('FedEx') }), 'carrier')).toEqual(['FEDEX', 'FEDEX']);
		expect(stage.queries('GET', '/v1/shipment/services')[0]?.getAll('carrierCode')).toEqual(['FEDEX']);
	});

	it('keeps to the limit, and gives rows as they are when Simplify is off', async () => {
		const result = await look({ kind: 'service', returnAll: false, limit: 1, simplify: false });
		expect(jsons(result)).toEqual([expect.objectContaining({ shippingServiceId: 31, serviceName: 'UPS Ground', weightRequired: true })]);
	});

	it('says what is wrong on its own item', async () => {
		const items = [{ kind: 'stamp' }, { kind: 'carrier' }];
		const result = await look({ kind: '={{ $json.kind }}' }, { items, onError: 'continueErrorOutput' });
		expect(failures(result)).toEqual([{ kind: 'stamp', error: expect.stringMatching(/Kind.*stamp/), message: expect.any(String) }]);
		expect(result.items).toHaveLength(4);
	});

	it('is not offered by the guide, even to an expression', async () => {
		const result = await look({ kind: 'carrier' }, { contract: 'guide' });
		expect(result.error?.message).toMatch(/not part of the contract/);
	});
});
