import type { Rest } from '../host/rest';
import { createCredential, deleteCredential, type SavedCredential } from '../host/credentials';
import { deleteWorkflow, type Execution, importWorkflow, runWorkflow } from '../host/workflows';
import { type Sandbox, SECRETS, startSandbox } from '../sandbox';
import { DataTable } from './erp/support/dataTable';
import { reconciliationOf } from './reconciliationOf';
import { sharedHost } from './sharedHost';

const ORDERS = [
	{ orderNumber: 'SAME', sku: 'MUG', quantity: 2 },
	{ orderNumber: 'SAME', sku: 'POT', quantity: 1 },
	{ orderNumber: 'LINES', sku: 'MUG', quantity: 5 },
	{ orderNumber: 'LOST', sku: 'MUG', quantity: 1 },
	{ orderNumber: 'ODD', sku: 'MUG', quantity: 'some' },
];

let rest: Rest;
let sandbox: Sandbox;
let credential: SavedCredential;
/** What the runs found. */
let results: DataTable;
beforeAll(async () => {
	({ rest } = await sharedHost());
	results = new DataTable(rest, 'Extensiv reconciliations');
	sandbox = await startSandbox();
	credential = await createCredential(rest, 'extensivOrderManagerApi', 'Reconciliation', {
		environment: 'custom',
		apiUrl: sandbox.url,
		accessToken: SECRETS.privateToken,
		readOnly: true,
	});
});
afterAll(async () => {
	await results.remove();
	await deleteCredential(rest, credential);
	await sandbox.close();
});
beforeEach(async () => {
	// Each run is one of a new workflow, with a result of its own.
	await results.remove();
	sandbox.control.reset();
	sandbox.control.seed({
		products: [{ sku: 'MUG' }, { sku: 'POT' }],
		stock: [{ sku: 'MUG', warehouseId: 5102, onHand: 7 }],
		orders: [
			{
				orderNumber: 'SAME',
				items: [
					{ sku: 'MUG', quantity: 2 },
					{ sku: 'POT', quantity: 1 },
				],
			},
			{ orderNumber: 'LINES', items: [{ sku: 'MUG', quantity: 4 }] },
		],
	});
});

async function run(orders: object[], stock: object[]): Promise<Execution> {
	const id = await importWorkflow(rest, reconciliationOf(orders, stock)(credential));
	try {
		return await runWorkflow(rest, id, 'Start');
	} finally {
		await deleteWorkflow(rest, id);
	}
}

describe('The template of the nightly reconciliation', () => {
	it('lists exactly what differs, what could not be compared, and the counts', async () => {
		const execution = await run(ORDERS, [
			{ sku: 'MUG', warehouse: 'A', onHand: 5 },
			{ sku: 'MUG', warehouse: 'B', onHand: 1 },
		]);
		expect(execution.status).toBe('success');
		expect(execution.output('Differences of orders')).toMatchObject([
			{ outcome: 'linesDiffer', orderNumber: 'LINES', inErp: 'MUG × 5', inExtensiv: 'MUG × 4' },
			{ outcome: 'neverArrived', orderNumber: 'LOST' },
		]);
		expect(execution.output('Orders: not compared')).toMatchObject([
			{ orderNumber: 'ODD', reason: expect.stringMatching(/Quantity/) },
		]);
		expect(execution.output('Orders: not all equal')).toMatchObject([{ compared: 3, equal: 1, accuracyPercent: 33.3 }]);
		expect(await results.all()).toMatchObject([
			{ what: 'orders', compared: 3, equal: 1, accuracyPercent: 33.3, notCompared: 1 },
			{ what: 'stock', workflow: 'Test and Extensiv reconciled' },
		]);
		expect(execution.output('Differences of stock')).toContainEqual(
			expect.objectContaining({ outcome: 'different', sku: 'MUG', erpOnHand: 6, extensivOnHand: 7, difference: 1 }),
		);
	});

	it('says 100 % when everything agrees', async () => {
		const stock = Object.entries(
			sandbox.control
				.books()
				.stock.reduce<
					Record<string, number>
				>((all, { sku, onHand }) => ({ ...all, [sku]: (all[sku] ?? 0) + onHand }), {}),
		).map(([sku, onHand]) => ({ sku, warehouse: 'A', onHand }));
		const execution = await run(ORDERS.slice(0, 2), stock);
		expect(execution.output('Orders: all equal')).toMatchObject([{ compared: 1, accuracyPercent: 100 }]);
		expect(execution.output('Stock: all equal')).toMatchObject([{ accuracyPercent: 100 }]);
		expect(execution.output('Differences of stock')).toEqual([]);
		expect(await results.all()).toMatchObject(
			['orders', 'stock'].map((what) => ({ what, accuracyPercent: 100, notCompared: 0, examples: '' })),
		);
	});
});
