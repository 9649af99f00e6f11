import { NEWEST } from '../../engine';
import { credentialFor, CONTRACTS } from '../../support/credentials';
import { byId, COLUMBUS, DIRECT, RENO } from '../../support/parameters';
import { useStage } from '../../support/stage';

/** What a workflow made for the live API asks for when its credential is changed to one of the guide. */
const LIVE_ONLY = [
	['Stock Level: Get Changes', 'getChanges', { salesChannel: byId(DIRECT) }],
	['Stock Record: Get Many', 'getAll', { resource: 'stockRecord' }],
	['Stock Record: Create', 'create', { resource: 'stockRecord', sku: 'MUG', warehouse: byId(COLUMBUS), onHand: 1 }],
	['Stock Record: Move', 'move', { resource: 'stockRecord', fromRecord: byId(1), toRecord: byId(2), quantity: 1 }],
	['Stock Record: Get History', 'getHistory', { resource: 'stockRecord', historyOf: 'record', record: byId(1) }],
	[
		'Location: Rename',
		'rename',
		{ resource: 'location', locationBy: 'name', warehouse: byId(RENO), oldName: 'A', newName: 'B' },
	],
	[
		'Location: Set Flags',
		'setFlags',
		{ resource: 'location', sku: 'MUG', warehouse: byId(COLUMBUS), flags: { active: true } },
	],
] as const;

describe.each(NEWEST)('Extensiv Inventory, n8n line %s', (line) => {
	const stage = useStage(line);

	it.each(LIVE_ONLY)(
		"says that %s is not part of the guide's contract, and sends nothing",
		async (_, operation, parameters) => {
			const { error } = await stage.stock(operation, parameters, { contract: 'guide' });
			expect(error).toMatchObject({
				message: expect.stringMatching(/not part of the contract/),
				description: expect.stringMatching(/live API/),
			});
			expect(stage.control.requests().total).toBe(0);
		},
	);

	describe.each(CONTRACTS)('%s contract', (contract) => {
		it('finds products for the SKU field by the beginning of their SKU', async () => {
			stage.control.seed({ stock: ['MUG', 'MUG-XL', 'POT'].map((sku) => ({ sku, warehouseId: 5102, onHand: 1 })) });
			const credentials = credentialFor(contract, stage.url);
			const call = {
				node: 'extensivInventory',
				method: 'searchSkus',
				parameters: { authentication: credentials.type },
				credentials,
			};
			const found = await stage.engine.listSearch({ ...call, filter: 'mug' });
			expect(found.results.map(({ value }) => value)).toEqual(expect.arrayContaining(['MUG', 'MUG-XL', 'MUG-BLU-12']));
			expect(found.results.map(({ value }) => value)).not.toContain('POT');
		});
	});
});
