import type { IDataObject } from 'n8n-workflow';
import { NEWEST } from '../../engine';
import { CONTRACTS, credentialFor } from '../../support/credentials';
import { chosen } from '../../support/orderActions';
import { jsons } from '../../support/results';
import { useStage } from '../../support/stage';

/** What a workflow made for the live API asks for when its credential is changed to one of the guide. */
const LIVE_ONLY: Array<[operation: string, parameters: IDataObject]> = [
	['validate', { updateFields: { city: 'Troy' } }],
	['hold', { holdUntil: '2031-05-01' }],
	['restore', {}],
	['sendToFulfillment', {}],
	['split', { parts: { piece: [{ newOrder: 1, sku: 'MUG', quantity: 1 }] } }],
	['setNotes', { internalNotes: 'x' }],
	['getStatuses', {}],
	['add', { resource: 'orderItem', sku: 'MUG', quantity: 1 }],
	['update', { resource: 'orderItem', sku: 'MUG', updateFields: { quantity: 1 } }],
	['remove', { resource: 'orderItem', sku: 'MUG' }],
	['get', { resource: 'orderLabel' }],
	['add', { resource: 'orderLabel', labels: ['12'] }],
	['remove', { resource: 'orderLabel', labels: ['12'] }],
	['get', { resource: 'orderCustomField' }],
	['set', { resource: 'orderCustomField', customFields: { field: [{ field: 'Route', value: 'x' }] } }],
];

describe.each(NEWEST)('Extensiv Orders, n8n line %s', (line) => {
	const stage = useStage(line);

	it.each(LIVE_ONLY)(
		"says that “%s” %j is not part of the guide's contract, and sends nothing",
		async (operation, parameters) => {
			const { error } = await stage.orders(operation, chosen(parameters), {
				contract: 'guide',
				items: [{ no: 'NW-10046' }],
			});
			expect(error).toMatchObject({
				message: expect.stringMatching(/not part of the contract/),
				description: expect.stringMatching(/live API/),
			});
			expect(stage.control.requests().total).toBe(0);
		},
	);

	it.each(LIVE_ONLY)('keeps the item of “%s” %j when set to continue', async (operation, parameters) => {
		const result = await stage.orders(operation, chosen(parameters), {
			items: [{ no: 'NW-404' }],
			contract: 'guide',
			onError: 'continueRegularOutput',
		});
		expect(jsons(result)).toMatchObject([{ error: expect.stringMatching(/not part of the contract/) }]);
	});

	describe.each(CONTRACTS)('%s contract', (contract) => {
		it('finds orders for the Order field by the beginning of their number', async () => {
			const credentials = credentialFor(contract, stage.url);
			const numbers = contract === 'live' ? 'NW-1004' : 'NW-10046';
			const call = {
				node: 'extensivOrders',
				method: 'searchOrders',
				parameters: { authentication: credentials.type },
				credentials,
			};
			const { results } = await stage.engine.listSearch({ ...call, filter: numbers });
			expect(results).toContainEqual({ name: expect.stringMatching(/^NW-10046 · Jordan Sample/), value: '77120046' });
		});
	});
});
