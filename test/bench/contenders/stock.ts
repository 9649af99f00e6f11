import { COLUMBUS, newLevel } from '../../support/parameters';
import { httpRequest, loop, ourNode, type Parameters, sequence } from '../n8n/workflow';
import type { Contender, Sample } from '../row';
import { sized, type Stage } from '../stage';

const PATH = '/v1.1/inventory/adjust';

/** *Loop Over Items* takes a minute for 500 rows. */
const LOOPED = 500;

export const skuOf = (at: number): string => `SKU-${at}`;

/** Levels that differ from those of the runs before. */
const rows = (count: number, onHand: number): string =>
	`return Array.from({ length: ${count} }, (_, at) => ({ json: { sku: 'SKU-' + at, onHand: ${onHand} } }));`;

const oneRow = (url: string): Parameters => ({
	method: 'POST',
	url: `${url}${PATH}`,
	sendBody: true,
	specifyBody: 'json',
	jsonBody: `=[{ "masterSku": "{{ $json.sku }}", "warehouseId": ${COLUMBUS}, "onHandQuantity": {{ $json.onHand }} }]`,
	options: {},
});

/** Ways to set the stock of as many products as the table says. */
export const stockContenders = (stage: Stage): Contender[] => {
	const { sandbox, n8n, credential } = stage;
	const count = sized(stage, 10_000);
	const looped = sized(stage, LOOPED);
	let onHand = 0;

	/** Looks into the books: a contender that did not set every level has no time. */
	const expectLevels = async (expected: number): Promise<void> => {
		const { stock } = await sandbox.books();
		const set = stock.filter((one) => one.sku.startsWith('SKU-') && one.onHand === onHand).length;
		if (set !== expected) throw new Error(`${set} levels were set, not ${expected}`);
	};
	const run = async (levels: number, work: () => ReturnType<typeof n8n.run>): Promise<Sample> => {
		await sandbox.takeRequests();
		const { seconds, error } = await work();
		const { byEndpoint, byStatus } = await sandbox.takeRequests();
		const figures = { seconds, calls: byEndpoint[`POST ${PATH}`] ?? 0, refused: byStatus['429'] ?? 0 };
		if (error !== undefined) return { figures, failure: error };
		await expectLevels(levels);
		return { figures };
	};
	return [
		{
			name: 'ours',
			label: 'this package',
			run: async () =>
				await run(count, async () => {
					const parameters = { resource: 'stockLevel', operation: 'set', ...newLevel() };
					return await n8n.run(
						sequence(ourNode('extensivInventory', credential, parameters), rows(count, (onHand += 1))),
					);
				}),
		},
		{
			name: 'http',
			label: 'HTTP Request, all at once',
			run: async () =>
				await run(count, async () => {
					const node = httpRequest(credential, oneRow(sandbox.url));
					return await n8n.run(sequence(node, rows(count, (onHand += 1))));
				}),
		},
		{
			name: 'loop',
			label: 'Loop Over Items (scaled)',
			rounds: 2,
			run: async () => {
				const { figures, failure } = await run(looped, async () => {
					const node = httpRequest(credential, oneRow(sandbox.url));
					return await n8n.run(loop(node, rows(looped, (onHand += 1))));
				});
				const scaled = Object.entries(figures).map(([name, value]) => [name, value * (count / looped)]);
				return {
					figures: Object.fromEntries(scaled) as Record<string, number>,
					...(failure === undefined ? {} : { failure }),
				};
			},
		},
	];
};
