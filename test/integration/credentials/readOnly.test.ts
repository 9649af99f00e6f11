import type { IDataObject } from 'n8n-workflow';
import { LINES } from '../../engine';
import { EVERY_CREDENTIAL } from '../../support/credentials';
import { byId, byNumber, DIRECT, newLevel, newOrder } from '../../support/parameters';
import { type NodeName, useStage } from '../../support/stage';

const ITEM = { no: 'NW-10046', sku: 'POT-CMP-2L', onHand: 1 };

const WRITES: Array<[name: string, node: NodeName, operation: string, parameters: IDataObject]> = [
	['creating a new order', 'extensivOrders', 'create', newOrder({ orderNumber: 'ERP-1' })],
	['creating an order that is there already', 'extensivOrders', 'create', newOrder()],
	[
		'changing an order',
		'extensivOrders',
		'update',
		byNumber({ salesChannel: byId(DIRECT), updateFields: { city: 'Troy' } }),
	],
	[
		'changing notes',
		'extensivOrders',
		'update',
		byNumber({ updateFields: { notesToBuyer: 'Hello', city: 'Troy' }, salesChannel: byId(DIRECT) }),
	],
	['cancelling an order', 'extensivOrders', 'cancel', byNumber()],
	['setting stock', 'extensivInventory', 'set', newLevel()],
	['creating stock records', 'extensivInventory', 'set', newLevel({ sku: 'MUG', options: { createMissing: true } })],
];

const READS: Array<[name: string, node: NodeName, operation: string, parameters: IDataObject]> = [
	['an order', 'extensivOrders', 'get', byNumber()],
	['many orders', 'extensivOrders', 'getAll', { limit: 1 }],
	['stock levels', 'extensivInventory', 'getAll', { limit: 1 }],
];

describe.each(LINES)('Read Only, n8n line %s', (line) => {
	const stage = useStage(line);

	describe.each(EVERY_CREDENTIAL)('in %s', (type, make) => {
		it.each(WRITES)('refuses %s before anything is sent', async (_, node, operation, parameters) => {
			const credentials = await make(stage.url, { readOnly: true });
			stage.control.clearRequests();
			const before = stage.control.books();
			const result = await stage.run(node, operation, parameters, { credentials, items: [ITEM] });
			expect(result).toMatchObject({ status: 'error', items: [] });
			expect(result.error).toMatchObject({
				message: expect.stringMatching(/read-only/i),
				description: expect.stringMatching(/credential without Read Only/),
			});
			expect(stage.control.requests().log.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
			expect(stage.control.books()).toEqual(before);
		});

		it('fails every item where the workflow continues', async () => {
			const credentials = await make(stage.url, { readOnly: true });
			const items = [ITEM, { ...ITEM, no: 'ERP-2' }];
			const result = await stage.orders('create', newOrder(), { credentials, items, onError: 'continueErrorOutput' });
			expect(result.items).toEqual([]);
			expect(result.errorItems).toMatchObject(
				items.map((json, item) => ({
					json: { ...json, error: expect.stringMatching(/read-only/i) },
					pairedItem: { item },
				})),
			);
		});

		it.each(READS)('lets %s be read', async (_, node, operation, parameters) => {
			const credentials = await make(stage.url, { readOnly: true });
			const result = await stage.run(node, operation, parameters, { credentials, items: [ITEM] });
			expect(result).toMatchObject({ status: 'success', items: [{}] });
		});

		it('passes the Test', async () => {
			const { data } = await make(stage.url, { readOnly: true });
			const saved = await stage.engine.addCredential(type, data);
			await expect(stage.engine.testCredential(saved)).resolves.toMatchObject({ status: 'OK' });
		});
	});
});
