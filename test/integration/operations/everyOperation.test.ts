import type { IDataObject } from 'n8n-workflow';
import { LINES } from '../../engine';
import { CONTRACTS } from '../../support/credentials';
import { byNumber, newLevel, newOrder } from '../../support/parameters';
import { failures } from '../../support/results';
import { type NodeName, useStage } from '../../support/stage';

interface Case {
	operation: string;
	node: NodeName;
	name: string;
	parameters: IDataObject;
	good: IDataObject;
	bad: IDataObject;
	/** What the message must name: the field, and the thing or value concerned. */
	names: RegExp[];
}

/** One item that goes through and one that does not, for each operation. */
const CASES: Case[] = [
	{
		operation: 'Orders: Create',
		node: 'extensivOrders',
		name: 'create',
		parameters: newOrder({ country: '={{ $json.country }}', state: '' }),
		good: { no: 'ERP-1', country: 'Germany' },
		bad: { no: 'ERP-2', country: 'Atlantis' },
		names: [/Country/, /Atlantis/],
	},
	{
		operation: 'Orders: Get',
		node: 'extensivOrders',
		name: 'get',
		parameters: byNumber(),
		good: { no: 'NW-10046' },
		bad: { no: 'NW-404' },
		names: [/number/i, /NW-404/],
	},
	{
		operation: 'Orders: Get Many',
		node: 'extensivOrders',
		name: 'getAll',
		parameters: { limit: 1, filters: { createdFrom: '={{ $json.since }}' } },
		good: { since: '2025-01-01' },
		bad: { since: 'the day before' },
		names: [/Created After/, /the day before/],
	},
	{
		operation: 'Orders: Update',
		node: 'extensivOrders',
		name: 'update',
		parameters: byNumber({ salesChannel: { __rl: true, mode: 'id', value: '1207' }, updateFields: { city: 'Troy' } }),
		good: { no: 'NW-10046' },
		bad: { no: 'NW-404' },
		names: [/number/i, /NW-404/],
	},
	{
		operation: 'Orders: Cancel',
		node: 'extensivOrders',
		name: 'cancel',
		parameters: byNumber(),
		good: { no: 'NW-10046' },
		bad: { no: 'NW-404' },
		names: [/number/i, /NW-404/],
	},
	{
		operation: 'Inventory: Get Many',
		node: 'extensivInventory',
		name: 'getAll',
		parameters: { limit: '={{ $json.limit }}', filters: { skus: 'MUG-BLU-12' } },
		good: { limit: 1 },
		bad: { limit: 'a few' },
		names: [/Limit/, /a few/],
	},
	{
		operation: 'Inventory: Set',
		node: 'extensivInventory',
		name: 'set',
		parameters: newLevel(),
		good: { sku: 'POT-CMP-2L', onHand: 7 },
		bad: { sku: 'POT-404', onHand: 7 },
		names: [/sku/i, /POT-404/],
	},
];

describe.each(LINES)('n8n line %s', (line) => {
	const stage = useStage(line);

	describe.each(CONTRACTS)('%s contract', (contract) => {
		describe.each(CASES)('$operation', ({ node, name, parameters, good, bad, names }) => {
			it('gives each item its answer, linked to the item it came from', async () => {
				const result = await stage.run(node, name, parameters, { contract, items: [good] });
				expect(result).toMatchObject({ status: 'success', pairs: [[0]], errorItems: [] });
			});

			it('sends a failed item to the error output with all its fields, what happened and what to do', async () => {
				const settings = { contract, items: [bad, good], onError: 'continueErrorOutput' as const };
				const result = await stage.run(node, name, parameters, settings);
				expect(result).toMatchObject({ status: 'success', pairs: [[1]] });
				expect(result.errorItems).toEqual([
					{ json: { ...bad, error: expect.any(String), message: expect.stringMatching(/\w{3}.*\.$/s) }, pairedItem: { item: 0 } },
				]);
				for (const named of names) expect(failures(result)[0]?.error).toMatch(named);
			});

			it('keeps every item on the one output when set to continue', async () => {
				const settings = { contract, items: [good, bad], onError: 'continueRegularOutput' as const };
				const result = await stage.run(node, name, parameters, settings);
				expect(result).toMatchObject({ status: 'success', pairs: [[0], [1]] });
				expect(result.items[0]?.json).not.toHaveProperty('error');
				expect(result.items[1]?.json).toMatchObject({ error: expect.any(String), message: expect.any(String) });
			});

			it('stops the workflow with a message that names the trouble and the item, and says what to do', async () => {
				const result = await stage.run(node, name, parameters, { contract, items: [good, bad] });
				expect(result).toMatchObject({ status: 'error', items: [], error: { context: { itemIndex: 1 } } });
				for (const named of names) expect(result.error?.message).toMatch(named);
				expect(result.error?.description).toMatch(/\w{3}.*\.$/s);
			});
		});
	});
});
