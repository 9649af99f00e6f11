import type { IDataObject } from 'n8n-workflow';
import { NEWEST } from '../../engine';
import { CONTRACTS, type Contract, credentialFor } from '../../support/credentials';
import { useStage } from '../../support/stage';

describe.each(NEWEST)('Lists to choose from, n8n line %s', (line) => {
	const stage = useStage(line);
	const choose = async (
		method: string,
		{ contract = 'live' as Contract, filter = '', parameters = {} as IDataObject } = {},
	) => {
		const credentials = credentialFor(contract, stage.url);
		const { results } = await stage.engine.listSearch({
			node: 'extensivShipments',
			method,
			filter,
			credentials,
			parameters: {
				authentication: credentials.type,
				resource: 'shipment',
				operation: 'createExternal',
				...parameters,
			},
		});
		return results;
	};

	describe.each(CONTRACTS)('orders, %s contract', (contract) => {
		const hoursAgo = (hours: number): string =>
			new Date(Date.now() - hours * 3_600_000).toISOString().replace(/\.\d+/, '');

		it('shows the latest first, with number, recipient and status', async () => {
			stage.control.seed({
				orders: [1, 2, 3].map((hours) => ({
					orderNumber: `H-${hours}`,
					createdDate: hoursAgo(hours),
					shipName: 'Ann Able',
				})),
			});
			const results = await choose('searchOrders', { contract });
			expect(results.map(({ name }) => name.split(' · ')[0])).toEqual(['H-1', 'H-2', 'H-3']);
			expect(results[0]).toMatchObject({
				name: expect.stringMatching(/^H-1 · Ann Able · (AWAITING|UNRESOLVED|pending)/),
				value: stage.order('H-1').orderId?.toString(),
			});
		});

		it('finds an old order by its number', async () => {
			const results = await choose('searchOrders', { contract, filter: 'NW-10046' });
			expect(results.map(({ value }) => value)).toEqual(['77120046']);
		});
	});

	it('finds live orders by the beginning of their number', async () => {
		const results = await choose('searchOrders', { filter: 'NW-1004' });
		expect(results.map(({ value }) => value).sort()).toEqual(['77120045', '77120046', '77120047']);
	});

	it('searches carriers by name or code, under both contracts and without asking the service', async () => {
		for (const contract of CONTRACTS) {
			const results = await choose('searchCarriers', { contract, filter: 'canada post' });
			expect(results).toContainEqual({ name: 'Canada Post', value: 'CANADA_POST' });
		}
		expect(stage.control.requests().total).toBe(0);
	});

	it('shows the carriers that most orders go with first, and codes that nobody can read last', async () => {
		const codes = (await choose('searchCarriers')).map(({ value }) => value);
		expect(codes.slice(0, 4)).toEqual(['UPS', 'FEDEX', 'USPS', 'DHL']);
		expect(codes.slice(-7).every((code) => String(code).startsWith('_') || /\d/.test(String(code)))).toBe(true);
		expect(new Set(codes).size).toBe(codes.length);
	});

	it.each([
		['searchShippingServices', '42', 'FedEx International (42)'],
		['searchPackageTypes', '14', 'FedEx: My packaging (14)'],
	])('%s shows those of the carrier that is chosen', async (method, value, name) => {
		const all = await choose(method);
		expect(all).toHaveLength(8);
		const some = await choose(method, { parameters: { carrier: { __rl: true, mode: 'list', value: 'FEDEX' } } });
		expect(some).toHaveLength(2);
		expect(some).toContainEqual({ name, value });
	});

	it('shows the connected providers', async () => {
		await expect(choose('searchShippingProviders')).resolves.toEqual([
			{ name: 'FedEx account (89)', value: '89' },
			{ name: 'UPS account (88)', value: '88' },
		]);
	});

	it('shows warehouses and sales channels', async () => {
		expect((await choose('searchWarehouses', { filter: 'columbus' })).map(({ value }) => value)).toEqual(['5102']);
		expect((await choose('searchSalesChannels', { filter: 'shopify' })).map(({ value }) => value)).toEqual(['1210']);
	});
});
