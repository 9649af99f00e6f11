import type { IDataObject } from 'n8n-workflow';
import { LIVE } from '../../../nodes/shared/api/live/catalogue';
import { OPTION_CATALOGUES, type OptionCatalogue } from '../../../nodes/shared/domain/account/account';
import { NEWEST } from '../../engine';
import { column, failures, jsons } from '../../support/results';
import { selected } from '../../support/selected';
import { warehouses } from '../../support/shipments';
import { useStage } from '../../support/stage';

const CATALOGUES = Object.keys(OPTION_CATALOGUES) as OptionCatalogue[];

describe.each(NEWEST)('Sales channels and the account, n8n line %s', (line) => {
	const stage = useStage(line);
	const channels = async (parameters: IDataObject, settings = {}) =>
		await warehouses(stage, 'getAll', { resource: 'salesChannel', returnAll: true, ...parameters }, settings);
	const account = async (operation: string, parameters: IDataObject = {}, settings = {}) =>
		await warehouses(stage, operation, { resource: 'account', returnAll: true, ...parameters }, settings);

	it('gives the active channels, or all of them', async () => {
		expect(jsons(await channels({}))[0]).toEqual({
			salesChannelId: '1207',
			name: 'Northwind Direct',
			type: 'CUSTOM',
			active: true,
			companyName: 'Northwind Outdoor LLC',
			phoneNumber: '555-0100',
		});
		expect(column(await channels({}), 'salesChannelId')).toEqual(['1207', '1210']);
		expect(column(await channels({ includeInactive: true }), 'active')).toEqual([true, true, false]);
	});

	it('gives the company of the credential to every item, with one call', async () => {
		const result = await account('getCompany', selected('companyId', 'name', 'country', 'address'), {
			items: [{}, {}],
		});
		expect(result.pairs).toEqual([[0], [1]]);
		expect(jsons(result)[1]).toMatchObject({
			companyId: '2044',
			name: 'Northwind Outdoor LLC',
			country: 'US',
			address: { city: 'Reno', postalCode: '89501' },
		});
		expect(stage.calls('GET /v1/companyinfo')).toBe(1);
		const [own] = jsons(await account('getCompany', { output: 'raw' }));
		expect(own).toMatchObject({ companyId: 2044, countryOfOperation: 'USA' });
	});

	it('gives how often each call may be made', async () => {
		stage.control.quotas([{ method: 'GET', path: '/v1.1/orders', burst: 20, perSecond: 5 }]);
		const rows = jsons(await account('getThrottleLimits'));
		expect(rows).toContainEqual({
			method: 'GET',
			path: '/v1.1/orders',
			notes: null,
			maxRequests: 20,
			restoreRate: 5,
			maxRequestsPerHour: 18020,
		});
	});

	it.each(CATALOGUES)('reads the catalogue %s', async (catalogue) => {
		const result = await account('getOptions', { catalogue });
		expect(result.status).toBe('success');
		for (const json of jsons(result))
			expect(json).toEqual({
				id: expect.any(String),
				code: json.code === null ? null : expect.any(String),
				name: expect.any(String),
			});
		expect(stage.calls(`GET ${LIVE[catalogue].path}`)).toBe(1);
	});

	it('keeps to the limit, and gives rows as they are when Simplify is off', async () => {
		const result = await account('getOptions', {
			catalogue: 'paymentTypes',
			returnAll: false,
			limit: 1,
			simplify: false,
		});
		expect(jsons(result)).toEqual([{ orderPaymentTypeId: 1, name: 'Cash' }]);
	});

	it('says what is wrong on its own item', async () => {
		const items = [{ catalogue: 'toString' }, { catalogue: 'addressTypes' }];
		const result = await account(
			'getOptions',
			{ catalogue: '={{ $json.catalogue }}' },
			{ items, onError: 'continueErrorOutput' },
		);
		expect(failures(result)).toEqual([
			{
				catalogue: 'toString',
				error: expect.stringMatching(/Catalog.*toString/),
				message: expect.any(String),
				failure: 'input',
			},
		]);
		expect(column(result, 'name')).toEqual(['UNKNOWN', 'RESIDENTIAL', 'COMMERCIAL']);
	});

	it.each(['getCompany', 'getThrottleLimits', 'getOptions'])(
		'%s is not offered by the guide, even to an expression',
		async (operation) => {
			const result = await account(operation, operation === 'getOptions' ? { catalogue: 'paymentTypes' } : {}, {
				contract: 'guide',
			});
			expect(result.error?.message).toMatch(/not part of the contract/);
			const listed = await channels({}, { contract: 'guide' });
			expect(listed.error?.message).toMatch(/not part of the contract/);
		},
	);
});
