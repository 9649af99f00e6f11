import { openKillableEngine } from '../engine';
import { CONTRACTS } from '../support/credentials';
import { newOrder } from '../support/parameters';
import { jsons } from '../support/results';
import { startSandbox } from '../support/sandbox';
import { PRODUCTS, Stage } from '../support/stage';

const NUMBERS = Array.from({ length: 10 }, (_, at) => `ERP-${at}`);
const items = NUMBERS.map((no) => ({ no }));

/** The moment of the kill: after so many creations have reached the service. */
const KILLS = { live: [1], guide: [1, 5, 10] } as const;

describe.each(CONTRACTS)('n8n that is killed while it creates orders, and started again, %s contract', (contract) => {
	it.each(KILLS[contract])(
		'lists show orders 3 s late: no order is doubled, or it is said so with both IDs (killed at creation %d)',
		async (at) => {
			const stage = new Stage();
			stage.sandbox = await startSandbox();
			stage.control.seed({ products: PRODUCTS });
			stage.control.visibility({ lists: 3_000 });
			const creation = contract === 'live' ? 'PUT /v1/order' : 'POST /api/orders';
			const first = await openKillableEngine('2');
			stage.engine = first.engine;
			stage.control.latency({ ms: 20 });
			const run = stage
				.orders('create', newOrder({ options: { settleSeconds: 30 } }), { contract, items })
				.catch(() => undefined);
			while (stage.calls(creation) < at) await new Promise((resolve) => setTimeout(resolve, 2));
			// Long enough for the service to have done it, too short for its answer to be of use.
			await new Promise((resolve) => setTimeout(resolve, 25));
			await first.kill();
			await run;
			const second = await openKillableEngine('2');
			stage.engine = second.engine;
			const again = await stage.orders('create', newOrder({ options: { settleSeconds: 30 } }), {
				contract,
				items,
			});
			expect(again.status).toBe('success');
			for (const json of jsons(again)) {
				const ids = stage.control.orders({ number: String(json.orderNumber) }).map(({ orderId }) => String(orderId));
				const reported = [json.orderId, ...((json.otherOrderIds as string[] | undefined) ?? [])].map(String);
				expect(reported.sort()).toEqual(ids.sort());
				if (ids.length > 1) expect(json.notice).toMatch(/Keep the oldest, ID \d+, and cancel ID \d+/);
			}
			await second.engine.close();
			await stage.sandbox.close();
		},
	);
});
