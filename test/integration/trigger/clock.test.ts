import { LINES } from '../../engine';
import { CONTRACTS } from '../../support/credentials';
import { warnings } from '../../support/results';
import { useStage } from '../../support/stage';
import { Watch } from '../../support/watch';

const HOUR_MS = 3_600_000;

describe.each(LINES)('A service whose clock is not that of this machine, n8n line %s', (line) => {
	const stage = useStage(line);
	const orders = ['N-1', 'N-2'].map((orderNumber) => ({ orderNumber }));
	const numbers = (items: unknown[]): unknown[] =>
		items.map((item) => (item as { order: { orderNumber: string } }).order.orderNumber);

	it.each(CONTRACTS)(
		'an hour behind: what happens is told at once, and that the clocks differ is told once: %s contract',
		async (contract) => {
			stage.control.clock({ advanceMs: -HOUR_MS });
			const watch = new Watch(stage, { events: ['orderCreated'] }, contract);
			expect(await watch.items()).toEqual([]);
			stage.control.seed({ orders });
			const poll = await watch.poll();
			const { items } = poll;
			expect(items?.map(({ json }) => json)).toMatchObject([
				{ notice: expect.stringContaining("This machine's clock is 60 minutes ahead of the service's clock") },
				{},
			]);
			expect(warnings(poll)).toEqual([]);
			stage.control.seed({ orders: [{ orderNumber: 'N-3' }] });
			const [next, ...others] = await watch.items();
			expect([next?.order, next?.notice, others]).toEqual([
				expect.objectContaining({ orderNumber: 'N-3' }),
				undefined,
				[],
			]);
		},
	);

	it('the difference is logged when it is seen', async () => {
		const watch = new Watch(stage, { events: ['orderCreated'] });
		stage.control.clock({ advanceMs: -HOUR_MS });
		expect(warnings(await watch.poll())).toEqual([
			expect.objectContaining({ level: 'warn', message: expect.stringContaining('60 minutes ahead') }),
		]);
	});

	it('without a Date header: everything is told, by the times of the records', async () => {
		stage.control.clock({ advanceMs: -HOUR_MS, header: false });
		const watch = new Watch(stage, { events: ['orderCreated'] });
		await watch.items();
		stage.control.seed({ orders });
		expect(numbers(await watch.items())).toEqual(['N-1', 'N-2']);
		stage.control.seed({ orders: [{ orderNumber: 'N-3' }] });
		expect(numbers(await watch.items())).toEqual(['N-3']);
	});
});
