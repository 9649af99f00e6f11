import { LINES, openEngine } from '../../engine';
import { SECRETS, startSandbox } from '../../sandbox';
import { byId, COLUMBUS, newOrder, newOrderLine } from '../../support/parameters';

/*
 * What reading items costs, and for how long n8n is kept from everything else meanwhile: the built pack in both lines of n8n-core (`npm run bench:reading`). The last item cannot be read,
 * so that nothing is sent.
 */
const COUNT = Number(process.argv[2] ?? 50_000);
const last = COUNT - 1;
const items = Array.from({ length: COUNT }, (_, at) => ({
	no: at === last ? '' : `E-${at}`,
	order: at === last ? '' : `O-${at % (COUNT / 10)}`,
	sku: 'MUG',
	onHand: at === last ? 'x' : at,
	quantity: 1,
}));
const CASES = [
	{
		what: 'stock levels',
		node: 'extensivInventory',
		resource: 'stockLevel',
		operation: 'set',
		sku: '={{ $json.sku }}',
		onHand: '={{ $json.onHand }}',
		warehouse: byId(COLUMBUS),
	},
	{ what: 'orders', node: 'extensivOrders', resource: 'order', operation: 'create', ...newOrder() },
	{
		what: 'lines of orders',
		node: 'extensivOrders',
		resource: 'order',
		operation: 'create',
		...newOrderLine({ orderNumber: '={{ $json.order }}' }),
	},
];

async function main(): Promise<void> {
	const sandbox = await startSandbox();
	for (const line of LINES) {
		const engine = await openEngine({ line });
		for (const { what, node, ...parameters } of CASES) {
			const credentials = {
				type: 'extensivOrderManagerApi',
				data: { environment: 'custom', apiUrl: sandbox.url, accessToken: SECRETS.privateToken },
			};
			const run = await engine.runNode({
				node,
				credentials,
				parameters: { authentication: credentials.type, ...parameters },
				items,
				watchEventLoop: true,
			});
			if (!run.eventLoop || !/Nothing was sent/.test(run.error?.message ?? ''))
				throw new Error(`Not as expected: ${run.status}, ${run.error?.message}`);
			const { tookMs, turns, longestBlockMs, longestWorkMs } = run.eventLoop;
			console.log(
				`n8n ${line}, ${COUNT} ${what}: ${(tookMs / 1000).toFixed(1)} s, ${turns} turns for others; longest block ${longestBlockMs.toFixed(0)} ms, ${longestWorkMs.toFixed(0)} ms of it computed`,
			);
		}
		await engine.close();
	}
	await sandbox.close();
}

void main();
