import { NEWEST } from '../../engine';
import { CONTRACTS } from '../../support/credentials';
import { column, jsons } from '../../support/results';
import { useStage } from '../../support/stage';
import { expectPages } from '../../support/pages';

const LIST = { live: 'GET /v1.1/orders', guide: 'GET /api/orders' } as const;

describe.each(NEWEST)('Get many orders, n8n line %s', (line) => {
	const stage = useStage(line);

	describe.each(CONTRACTS)('%s contract', (contract) => {
		it('gives all of them, each once and in order, in three calls at most beyond its pages', async () => {
			stage.control.seed({ generateOrders: { count: 230 } });
			stage.control.latency({ ms: 20 });
			const result = await stage.orders('getAll', { returnAll: true, options: { pageSize: 50 } }, { contract });
			expect(new Set(column(result, 'orderId')).size).toBe(233);
			expect(result.items).toHaveLength(233);
			const ids = column(result, 'orderId').map(Number);
			expect(ids).toEqual([...ids].sort((one, other) => one - other));
			expectPages(stage.calls(LIST[contract]), 5);
		});

		it('gives each once although the list moves while it is read', async () => {
			stage.control.seed({ generateOrders: { count: 120 } });
			stage.control.ordering({ orders: 'modifiedDesc' });
			stage.control.drift({ touchPerPage: 3 });
			const result = await stage.orders('getAll', { returnAll: true, options: { pageSize: 20 } }, { contract });
			expect(new Set(column(result, 'orderId')).size).toBe(result.items.length);
		});

		it('gives at most the limit and reads no more than it needs', async () => {
			stage.control.seed({ generateOrders: { count: 60 } });
			const first = await stage.orders('getAll', { limit: 7 }, { contract });
			expect(first.items).toHaveLength(7);
			// A page asked for ahead and not needed would be on its way now: it arrives before the second run is done.
			await stage.orders('getAll', { limit: 7 }, { contract });
			expect(stage.calls(LIST[contract])).toBe(2);
		});

		it('asks for no page beyond a limit of several pages', async () => {
			stage.control.seed({ generateOrders: { count: 300 } });
			const parameters = { limit: 150, options: { pageSize: 50 } };
			for (const run of [1, 2]) {
				const result = await stage.orders('getAll', parameters, { contract });
				expect(result.items).toHaveLength(150);
				expect(stage.calls(LIST[contract])).toBe(3 * run);
			}
		});

		it('gives 50 when no limit is set', async () => {
			stage.control.seed({ generateOrders: { count: 60 } });
			const result = await stage.orders('getAll', {}, { contract });
			expect(result.items).toHaveLength(50);
		});

		it('reads the list for every item and links the rows to it', async () => {
			const parameters = { limit: 5, filters: { orderNumbers: '={{ $json.no }}' } };
			const items = [{ no: 'NW-10047' }, { no: 'NW-404' }, { no: 'NW-10045' }];
			const result = await stage.orders('getAll', parameters, { contract, items });
			expect(column(result, 'orderNumber')).toEqual(['NW-10047', 'NW-10045']);
			expect(result.pairs).toEqual([[0], [2]]);
		});

		it('gives nothing, and no error, when there is nothing', async () => {
			const result = await stage.orders('getAll', { filters: { createdFrom: '2999-01-01' } }, { contract });
			expect(result).toMatchObject({ status: 'success', items: [] });
		});

		it('keeps what was read before the service failed', async () => {
			stage.control.seed({ generateOrders: { count: 100 } });
			// Pages are read ahead, so which call reads which page is known of the first one only.
			stage.control.faults([{ kind: '503', at: [2, 3, 4, 5], path: LIST[contract].slice(4) }]);
			const parameters = { returnAll: true, options: { pageSize: 40, maxTries: 1 } };
			const result = await stage.orders('getAll', parameters, { contract, onError: 'continueErrorOutput' });
			expect(result.items).toHaveLength(40);
			expect(result.errorItems).toMatchObject([{ json: { error: expect.stringContaining('40 rows were read') } }]);
		});

		it("gives the service's own objects with Output on Raw", async () => {
			const result = await stage.orders('getAll', { limit: 1, output: 'raw' }, { contract });
			const own = {
				live: stage.order('NW-10045'),
				guide: { id: 77120045, order_number: 'NW-10045', status: 'fulfilled' },
			};
			expect(jsons(result)).toMatchObject([own[contract]]);
		});
	});
});
