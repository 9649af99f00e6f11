import { LINES } from '../../engine';
import { CONTRACTS } from '../../support/credentials';
import { byNumber, newLevel, newOrder } from '../../support/parameters';
import { column } from '../../support/results';
import { useStage } from '../../support/stage';

const items = Array.from({ length: 4 }, (_, at) => ({ no: `ERP-${at}` }));

describe.each(LINES)('When answers are lost on the way, n8n line %s', (line) => {
	const stage = useStage(line);

	describe.each(CONTRACTS)('%s contract', (contract) => {
		const write = contract === 'live' ? { method: 'PUT', path: '/v1/order' } : { method: 'POST', path: '/api/orders' };

		it('orders that were created all the same are not created again', async () => {
			stage.control.faults([{ kind: 'lostAnswer', at: [1], ...write }]);
			const result = await stage.orders('create', newOrder(), { contract, items });
			expect(column(result, 'outcome')).toEqual(items.map(() => 'created'));
			expect(column(result, 'orderId')).toEqual(items.map(({ no }) => String(stage.order(no).orderId)));
			expect(stage.control.books()).toMatchObject({ doubled: [], orders: 7 });
		});

		it('orders that were not created are created', async () => {
			stage.control.faults([{ kind: 'reset', at: [1], ...write }]);
			const result = await stage.orders('create', newOrder(), { contract, items });
			expect(column(result, 'outcome')).toEqual(items.map(() => 'created'));
			expect(stage.control.books()).toMatchObject({ doubled: [], orders: 7 });
		});

		it('a cancellation is done', async () => {
			stage.control.faults([{ kind: 'lostAnswer', at: [1], method: contract === 'live' ? 'POST' : 'PUT' }]);
			const result = await stage.orders('cancel', byNumber(), { contract, items: [{ no: 'NW-10046' }] });
			expect(column(result, 'outcome')).toEqual(['cancelled']);
			expect(stage.order('NW-10046')).toMatchObject({ orderStatus: 'CANCELLED' });
		});

		it('a stock level is set', async () => {
			stage.control.faults([{ kind: 'lostAnswer', at: [1], method: contract === 'live' ? 'POST' : 'PUT' }]);
			const result = await stage.stock('set', newLevel(), { contract, items: [{ sku: 'POT-CMP-2L', onHand: 5 }] });
			expect(result.status).toBe('success');
			expect(stage.onHand('POT-CMP-2L', 5102)).toBe(5);
		});
	});
});
