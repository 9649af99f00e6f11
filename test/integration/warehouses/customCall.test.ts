import { NEWEST } from '../../engine';
import { CONTRACTS, credentialFor } from '../../support/credentials';
import { column, failures, jsons } from '../../support/results';
import { customCall } from '../../support/shipments';
import { useStage } from '../../support/stage';

const ORDERS = { live: '/v1.1/orders', guide: '/api/orders' } as const;
const ID = { live: 'orderId', guide: 'id' } as const;

describe.each(NEWEST)("An API request of one's own, n8n line %s", (line) => {
	const stage = useStage(line);

	describe.each(CONTRACTS)('%s contract', (contract) => {
		it('gives the rows of one call as items, just as they are', async () => {
			const result = await customCall(stage, { path: ORDERS[contract] }, { contract });
			expect(result.pairs).toEqual([[0], [0], [0]]);
			expect(jsons(result)[0]).toHaveProperty(ID[contract], 77120045);
			expect(stage.queries('GET', ORDERS[contract])[0]?.toString()).toBe('');
		});

		it('takes query parameters from the form and from the path', async () => {
			const query = { parameter: [{ name: contract === 'live' ? 'limit' : 'pageSize', value: 1 }] };
			const result = await customCall(stage, { path: `${ORDERS[contract]}?page=2`, query }, { contract });
			expect(column(result, ID[contract])).toEqual([77120046]);
		});

		it('reads all pages of a list, none twice while it moves', async () => {
			stage.control.seed({ generateOrders: { count: 240, status: 'AWAITING_SHIPMENT' } });
			const result = await customCall(
				stage,
				{ path: ORDERS[contract], returnAll: true, options: { pageSize: 100 } },
				{ contract },
			);
			expect(result.items).toHaveLength(243);
			expect(new Set(column(result, ID[contract])).size).toBe(243);
			expect(stage.queries('GET', ORDERS[contract]).map((query) => query.get('page'))).toEqual(['1', '2', '3']);
		});

		it('repeats a read after trouble', async () => {
			stage.control.faults([{ kind: 'reset', path: ORDERS[contract], times: 1 }]);
			const result = await customCall(stage, { path: ORDERS[contract] }, { contract });
			expect(result.items).toHaveLength(3);
		});

		it('refuses every change with a read-only credential', async () => {
			const credentials = credentialFor(contract, stage.url, { readOnly: true });
			for (const method of ['POST', 'PUT', 'DELETE']) {
				const result = await customCall(stage, { method, path: ORDERS[contract], body: '[]' }, { credentials });
				expect(result.error?.message).toMatch(/read-only/i);
			}
			const read = await customCall(stage, { path: ORDERS[contract] }, { credentials });
			expect(read.status).toBe('success');
		});

		it.each([
			['an address', 'https://api.example.com/v1/orders'],
			['an address without scheme', '//api.example.com/v1/orders'],
			['a way out', '/v1/../oauth/token'],
			['a hidden way out', '/v1/%2e%2e/oauth/token'],
			['a way out hidden twice', '/v1/%252e%252e/x'],
			['the token endpoint', '/oauth/token'],
			['the token endpoint in other letters', '/OAuth/token'],
			['the token endpoint, hidden', '/%6fauth/token'],
			['another host behind an at sign', '@example.com/v1'],
			['a backslash', '/v1\\..\\oauth'],
			['a placeholder', '/v1.1/orders/{orderId}'],
			['nothing', '/'],
			['a broken percent sign', '/v1/50%'],
			['a line break', '/v1/orders\r\nX-Other: 1'],
		])('refuses %s as a path, before anything is sent', async (_, path) => {
			const result = await customCall(stage, { path }, { contract });
			expect(result.error?.message).toMatch(/^Path: /);
			expect(result.error?.description).toMatch(/\.$/);
			expect(stage.control.requests().log.filter((call) => call.path !== '/oauth/token')).toEqual([]);
		});

		it('tells what the service refused, on its own item', async () => {
			const items = [{ path: '/v1/nothing-here' }, { path: ORDERS[contract] }];
			const result = await customCall(
				stage,
				{ path: '={{ $json.path }}' },
				{ contract, items, onError: 'continueErrorOutput' },
			);
			expect(failures(result)).toEqual([
				{
					path: '/v1/nothing-here',
					error: expect.stringMatching(/found no such record or address/),
					message: expect.any(String),
					failure: 'notFound',
				},
			]);
			expect(result.pairs).toEqual([[1], [1], [1]]);
			expect(stage.control.takeBreaches()).toEqual([
				expect.stringMatching(/nothing-here is not part of the live contract/),
			]);
		});
	});

	it('sends a JSON body, given as text or as an object', async () => {
		for (const body of [
			'[{"name": "Rush", "hexColor": "#ff0000"}]',
			'={{ [{ name: "Urgent", hexColor: "#00ff00" }] }}',
		]) {
			const result = await customCall(stage, { method: 'PUT', path: '/v1/labels', body });
			expect(jsons(result)).toMatchObject([{ labelId: expect.any(Number), name: expect.any(String) }]);
		}
	});

	it('makes calls that take everything in the query', async () => {
		const query = { parameter: [{ name: 'readdInventory', value: 'false' }] };
		const result = await customCall(stage, { method: 'POST', path: '/v1/shipment/void/6600127', query });
		expect(jsons(result)).toEqual([{ id: 6600127, message: 'Success' }]);
	});

	it('never repeats a change whose answer was lost, even one that the node itself would look up', async () => {
		stage.control.faults([{ kind: 'lostAnswer', path: '/v1/labels' }]);
		const result = await customCall(stage, {
			method: 'PUT',
			path: '/v1/labels',
			body: '[{"name": "Rush", "hexColor": "#ff0000"}]',
		});
		expect(result.error?.message).toMatch(/took effect is not known/);
		expect(stage.calls('PUT /v1/labels')).toBe(1);
	});

	it('says what is wrong with a body', async () => {
		const result = await customCall(stage, { method: 'PUT', path: '/v1/labels', body: '[{name: 1}]' });
		expect(result.error?.message).toMatch(/Body \(JSON\): This is not JSON/);
		expect(stage.control.requests().total).toBe(0);
	});

	it('keeps the paging of a list that it knows', async () => {
		stage.control.seed({
			generateOrders: { count: 130, status: 'SHIPPED', from: '2026-01-01T00:00:00Z', to: '2026-01-06T00:00:00Z' },
		});
		const query = {
			parameter: [
				{ name: 'shipmentFromDate', value: '2026-01-01T00:00:00Z' },
				{ name: 'shipmentToDate', value: '2026-01-07T00:00:00Z' },
			],
		};
		const result = await customCall(stage, { path: '/v1/shipments', query, returnAll: true });
		expect(result.items).toHaveLength(130);
		expect(stage.queries('GET', '/v1/shipments').map((asked) => asked.get('limit'))).toEqual(['50', '50', '50']);
	});

	it('is there in every node', async () => {
		for (const node of ['extensivShipments', 'extensivWarehouses'] as const) {
			const result = await stage.run(node, 'call', { resource: 'customApiCall', path: '/v1/companyinfo' });
			expect(jsons(result)).toMatchObject([{ companyId: 2044 }]);
		}
	});
});
