import type { INodeListSearchItems } from 'n8n-workflow';
import { LINES } from '../../engine';
import { CONTRACTS, credentialFor, EVERY_CREDENTIAL, tokenCredential } from '../../support/credentials';
import { useListener } from '../../support/listener';
import { useStage } from '../../support/stage';

const NODES = ['extensivOrders', 'extensivInventory'];

describe.each(LINES)('Lists in the editor, n8n line %s', (line) => {
	const stage = useStage(line);
	const listener = useListener();

	const search = async (
		method: string,
		more: { filter?: string; paginationToken?: string; node?: string } = {},
		credentials = tokenCredential(stage.url),
	) =>
		await stage.engine.listSearch({
			node: 'extensivOrders',
			method,
			parameters: { authentication: credentials.type },
			credentials,
			...more,
		});
	const names = ({ results }: { results: INodeListSearchItems[] }): string[] => results.map(({ name }) => name);

	it.each(NODES)('offer the sales channels by name and ID (%s)', async (node) => {
		const { results, paginationToken } = await search('searchSalesChannels', { node });
		expect(results).toEqual([
			{ name: 'Northwind Direct (1207)', value: '1207' },
			{ name: 'Northwind Shopify (1210)', value: '1210' },
		]);
		expect(paginationToken).toBeUndefined();
	});

	it.each(CONTRACTS)('offer the warehouses by name and ID (%s contract)', async (contract) => {
		for (const node of NODES) {
			const { results } = await search('searchWarehouses', { node }, credentialFor(contract, stage.url));
			expect(results).toEqual([
				{ name: 'Columbus 3PL (5102)', value: '5102' },
				{ name: 'Lakeside Dropship (5103)', value: '5103' },
				{ name: 'Reno In-House (5101)', value: '5101' },
			]);
		}
	});

	it.each(EVERY_CREDENTIAL)('work with %s', async (_, make) => {
		await expect(search('searchWarehouses', {}, await make(stage.url))).resolves.toMatchObject({
			results: [{}, {}, {}],
		});
	});

	it.each([
		['a part of the name, in capitals or not', 'SHOP', ['Northwind Shopify (1210)']],
		['a part of the ID', '207', ['Northwind Direct (1207)']],
		['something that nothing has', 'elsewhere', []],
	])('find %s', async (_, filter, expected) => {
		expect(names(await search('searchSalesChannels', { filter }))).toEqual(expected);
	});

	it.each(CONTRACTS)('show 250 warehouses hundred by hundred, each once (%s contract)', async (contract) => {
		stage.control.seed({
			warehouses: Array.from({ length: 247 }, (_, at) => ({ name: `Shed ${String(at).padStart(3, '0')}` })),
		});
		const pages: string[][] = [];
		let paginationToken: string | undefined;
		do {
			const page = await search('searchWarehouses', { paginationToken }, credentialFor(contract, stage.url));
			pages.push(names(page));
			paginationToken = page.paginationToken as string | undefined;
		} while (paginationToken !== undefined);
		expect(pages.map(({ length }) => length)).toEqual([100, 100, 50]);
		expect(new Set(pages.flat()).size).toBe(250);
		expect(pages.flat()).toEqual([...pages.flat()].sort((a, b) => a.localeCompare(b)));
	});

	it('filter before they cut into pages', async () => {
		stage.control.seed({
			warehouses: Array.from({ length: 247 }, (_, at) => ({ name: `Shed ${String(at).padStart(3, '0')}` })),
		});
		const first = await search('searchWarehouses', { filter: 'shed' });
		expect(names(first)).toHaveLength(100);
		const last = await search('searchWarehouses', { filter: 'shed', paginationToken: '200' });
		expect(names(last)).toHaveLength(47);
		expect(last.paginationToken).toBeUndefined();
		expect(names(await search('searchWarehouses', { filter: 'shed 24' }))).toHaveLength(7);
	});

	it("of sales channels are empty under the guide's contract, which has none", async () => {
		await expect(search('searchSalesChannels', {}, credentialFor('guide', stage.url))).resolves.toMatchObject({
			results: [],
		});
	});

	it.each([
		[
			'a wrong token',
			() => tokenCredential(stage.url, { accessToken: 'a-wrong-token' }),
			/does not accept the credential/,
			/Open the credential/,
		],
		[
			'an address that is not https',
			() => tokenCredential('http://api.example.com'),
			/must start with https/,
			/Correct the address/,
		],
	])('that cannot be read for %s say why and what to do', async (_, make, message, description) => {
		await expect(search('searchWarehouses', {}, make())).rejects.toMatchObject({
			message: expect.stringMatching(message),
			description: expect.stringMatching(description),
		});
	});

	it('that cannot be read for a service that stays busy say why and what to do', async () => {
		stage.control.faults([{ kind: '429', retryAfterMs: 1 }]);
		await expect(search('searchWarehouses')).rejects.toMatchObject({
			message: expect.stringMatching(/is limiting requests/),
			description: expect.stringMatching(/Run again later/),
			httpCode: '429',
		});
	});

	it.each([
		['extensivOrders', 'getOrderColumns', 'orderNumber'],
		['extensivProducts', 'getProductColumns', 'sku'],
	])(
		'of columns are there for a credential that may not see what the account has added (%s)',
		async (node, method, column) => {
			listener.reply = () => ({ status: 403, body: {} });
			const credentials = tokenCredential(listener.url);
			const { fields } = await stage.engine.resourceMapping({
				node,
				method,
				parameters: { authentication: credentials.type, operation: 'create' },
				credentials,
			});
			expect(fields.map(({ id }) => id)).toContain(column);
			expect(listener.heard).not.toEqual([]);
		},
	);

	it('keep nobody waiting for a service that is down: they are asked for twice', async () => {
		stage.control.faults([{ kind: '500' }]);
		const credentials = tokenCredential(stage.url);
		const call = {
			node: 'extensivOrders',
			parameters: { authentication: credentials.type, operation: 'create' },
			credentials,
		};
		for (const load of [
			async () => await stage.engine.resourceMapping({ ...call, method: 'getOrderColumns' }),
			async () => await stage.engine.loadOptions({ ...call, method: 'getLabels' }),
			async () => await stage.engine.listSearch({ ...call, method: 'searchWarehouses' }),
		]) {
			stage.control.clearRequests();
			await expect(load()).rejects.toThrow(/500|error/i);
			expect(stage.control.requests().total).toBe(2);
		}
	});

	it('leave the ID to be typed in when they cannot be read', async () => {
		stage.control.faults([{ kind: '500', path: '/v1/warehouses' }]);
		const parameters = { sku: 'POT-CMP-2L', onHand: 3, warehouse: { __rl: true, mode: 'id', value: '5102' } };
		await expect(stage.stock('set', parameters)).resolves.toMatchObject({ status: 'success' });
	});
});
