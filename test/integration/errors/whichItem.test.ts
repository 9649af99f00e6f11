import { NEWEST } from '../../engine';
import { newLevel, newOrder } from '../../support/parameters';
import { failures } from '../../support/results';
import { useStage } from '../../support/stage';

const GOOD = { sku: 'POT-CMP-2L', onHand: 1 };
const BAD = { sku: 'NONE', onHand: 1 };

describe.each(NEWEST)('A message about an item, n8n line %s', (line) => {
	const stage = useStage(line);
	const set = async (items: object[], onError?: 'continueErrorOutput') =>
		await stage.stock('set', newLevel(), { items: items as never, onError });

	it('does not count items where there is one', async () => {
		const { error } = await set([BAD]);
		expect(error?.message).toMatch(/^SKU NONE in warehouse 5102: The product does not exist\./);
		expect(`${error?.message} ${error?.description}`).not.toMatch(/Item|other|succeeded/i);
	});

	it('names the item, counted from 1, and what it is about', async () => {
		const { error } = await set([GOOD, BAD]);
		expect(error?.message).toMatch(/^Item 2: SKU NONE in warehouse 5102: .* 1 succeeded\.$/);
		expect(error?.description).toMatch(/Item 1: done\.\nItem 2: refused\.$/);
		expect(error?.context).toMatchObject({ itemIndex: 1 });
	});

	it('says of no other that it succeeded where none did', async () => {
		const { error } = await set([BAD, { ...BAD, sku: 'NONE-2' }]);
		expect(error?.message).toMatch(/^2 of 2 items were refused\. The first is item 1: SKU NONE in warehouse 5102: /);
		expect(`${error?.message} ${error?.description}`).not.toMatch(/succeeded/);
	});

	it('says that the others succeeded where they did', async () => {
		expect(failures(await set([GOOD, BAD], 'continueErrorOutput'))[0]?.message).toMatch(/The other items succeeded\.$/);
		expect(failures(await set([BAD], 'continueErrorOutput'))[0]?.message).not.toMatch(/other|succeeded/);
		const both = failures(await set([BAD, { ...BAD, sku: 'NONE-2' }], 'continueErrorOutput'));
		expect(both.map(({ message }) => message)).toEqual([
			expect.not.stringMatching(/other|succeeded/),
			expect.not.stringMatching(/other|succeeded/),
		]);
	});

	it('says nothing of the kind of a run that stops at trouble', async () => {
		stage.control.faults([{ kind: '503' }]);
		const { error } = await stage.orders('create', newOrder({ options: { maxTries: 1 } }), {
			items: [{ no: 'ERP-1' }, { no: 'ERP-2' }],
		});
		expect(error?.message).toMatch(/The service failed \(HTTP \d+\)/);
		expect(`${error?.message} ${error?.description}`).not.toMatch(/succeeded/);
	});

	it('names the item whose list cannot be read', async () => {
		const { error } = await stage.orders(
			'getAll',
			{ filters: { createdFrom: '={{ $json.since }}' } },
			{ items: [{ since: '2025-01-01' }, { since: 'the day before' }] },
		);
		expect(error?.message).toMatch(/^Item 2: Created After: /);
	});

	it('is cut where ten of them would be too long, and names all of them', async () => {
		const items = Array.from({ length: 12 }, (_, at) => ({ sku: `NONE-${at}-${'x'.repeat(200)}`, onHand: 1 }));
		const { error } = await set(items);
		expect(error?.message.length).toBeLessThanOrEqual(1_000);
		expect((error?.description ?? '').length).toBeLessThanOrEqual(1_100);
		expect((error?.description ?? '').split('\n').filter((text) => /^Item \d+: SKU NONE-\d+-/.test(text))).toHaveLength(
			10,
		);
	});
});
