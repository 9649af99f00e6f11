import type { IDataObject } from 'n8n-workflow';
import { NEWEST } from '../../engine';
import { CONTRACTS } from '../../support/credentials';
import { newOrder, newOrderLine } from '../../support/parameters';
import { column, hintsBesideAttention } from '../../support/results';
import { useStage } from '../../support/stage';

const row = (no: string, sku: string, quantity = 1): IDataObject => ({ no, sku, quantity });
const CREATE = { live: 'PUT /v1/order', guide: 'POST /api/orders' } as const;

describe.each(NEWEST)('An order that exists with other lines, n8n line %s', (line) => {
	const stage = useStage(line);

	describe.each(CONTRACTS)('%s contract', (contract) => {
		const run = async (items: IDataObject[], operation = 'create', more: IDataObject = {}) =>
			await stage.orders(operation, newOrderLine(more), { contract, items });

		it('says what differs, in a notice and in one hint', async () => {
			await run([row('A-1', 'MUG'), row('A-2', 'MUG'), row('A-3', 'MUG')]);
			const result = await run([row('A-1', 'POT', 3), row('A-2', 'MUG', 2), row('A-3', 'mug')]);
			expect(column(result, 'outcome')).toEqual(['existing', 'existing', 'existing']);
			expect(column(result, 'notice')).toEqual([
				'Order A-1 exists with other lines: it has 1 × MUG; the input has 3 × POT. It was not changed.',
				'Order A-2 exists with other lines: it has 1 × MUG; the input has 2 × MUG. It was not changed.',
				undefined,
			]);
			expect(hintsBesideAttention(result)).toEqual([
				'2 orders exist with other lines, which were not changed: A-1 (it has 1 × MUG; the input has 3 × POT), A-2 (it has 1 × MUG; the input has 2 × MUG).',
			]);
		});

		it('costs no further call, and a run that is repeated says nothing', async () => {
			const items = [row('A-1', 'MUG', 2), row('A-1', 'POT'), row('A-1', 'MUG')];
			await run(items);
			stage.control.clearRequests();
			const again = await run(items);
			expect([column(again, 'notice'), hintsBesideAttention(again)]).toEqual([[undefined], []]);
			const { total } = stage.control.requests();
			stage.control.clearRequests();
			expect(column(await run([row('A-1', 'POT')]), 'notice')).toEqual([expect.stringMatching(/other lines/)]);
			expect([stage.control.requests().total, stage.calls(CREATE[contract])]).toEqual([total, 0]);
		});

		it('says it in Create or Update too', async () => {
			await run([row('A-1', 'MUG')]);
			const result = await run([row('A-1', 'POT', 3)], 'upsert');
			expect(column(result, 'notice')).toEqual([
				expect.stringMatching(/it has 1 × MUG; the input has 3 × POT\. Its lines were not changed\./),
			]);
			expect(hintsBesideAttention(result)).toEqual([expect.stringMatching(/^1 order exists with other lines/)]);
		});

		it('is compared where its lines come as a whole order, too', async () => {
			stage.control.seed({ orders: [{ orderNumber: 'A-1', items: [{ sku: 'MUG', quantity: 1, unitPrice: 12 }] }] });
			const result = await stage.orders('create', newOrder(), { contract, items: [{ no: 'A-1' }] });
			expect(column(result, 'notice')).toEqual([
				expect.stringMatching(/it has 1 × MUG at 12; the input has 1 × MUG at 14\.5/),
			]);
		});

		it('is not compared where several orders have the number', async () => {
			stage.control.seed({
				orders: [
					{ orderNumber: 'A-1', items: [{ sku: 'MUG' }] },
					{ orderNumber: 'A-1', items: [{ sku: 'POT' }] },
				],
			});
			expect(column(await run([row('A-1', 'MUG-XL')]), 'notice')).toEqual([expect.not.stringMatching(/other lines/)]);
		});
	});
});
