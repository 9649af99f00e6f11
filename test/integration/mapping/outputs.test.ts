import type { IDataObject } from 'n8n-workflow';
import fc from '../../support/fastCheck';
import { LINES, NEWEST } from '../../engine';
import { CONTRACTS } from '../../support/credentials';
import { codes, map, typed } from '../../support/mapping';
import { RENO } from '../../support/parameters';
import { useStage } from '../../support/stage';

const inputs = (items: Array<{ pairedItem?: unknown }>): number[] =>
	items.map(({ pairedItem }) => (pairedItem as { item: number }).item);

describe.each(LINES)('The outputs of Extensiv Mapping, n8n line %s', (line) => {
	const stage = useStage(line);

	it('are Mapped and Unmapped, and every item is linked to the one it came from', async () => {
		const { result } = await map(stage, 'warehouse', codes('nowhere', RENO, '', 'Columbus 3PL'));
		expect(result.outputs.map(inputs)).toEqual([
			[1, 3],
			[0, 2],
		]);
	});

	it('send an unusable parameter to the error output, behind the two', async () => {
		const items = [
			{ code: RENO, into: 'a' },
			{ code: RENO, into: '' },
			{ code: 'nowhere', into: 'b' },
		];
		const into = { outputField: '={{ $json.into }}' };
		const { result, mapped, unmapped } = await map(stage, 'warehouse', items, into, { onError: 'continueErrorOutput' });
		expect(mapped).toMatchObject([{ a: { warehouseId: RENO } }]);
		expect(unmapped).toMatchObject([{ code: 'nowhere' }]);
		expect(result.errorItems).toMatchObject([{ json: { ...items[1], error: expect.stringMatching(/Output Field/) } }]);
	});

	it('never have a failed item among the mapped ones: it leaves by Unmapped', async () => {
		stage.control.faults([{ kind: '500', path: '/v1/warehouses' }]);
		const options = { options: { maxTries: 1 } };
		const { mapped, unmapped } = await map(stage, 'warehouse', codes(RENO, 'x'), options, {
			onError: 'continueRegularOutput',
		});
		expect(mapped).toEqual([]);
		expect(unmapped).toMatchObject([{ error: expect.stringMatching(/500/) }, { error: expect.stringMatching(/500/) }]);
	});
});

describe.each(NEWEST)('Any items, n8n line %s', (line) => {
	const stage = useStage(line);
	const code = fc.oneof(
		fc.constantFrom(RENO, 'reno in-house', 'Columbus 3PL', 'columbus', '#REF!', 'N/A', 'undefined', '__proto__'),
		fc.constantFrom<unknown>(5102, 1.5, true, null, undefined, { deep: 'object' }, ['list']),
		fc.string({ maxLength: 6 }),
	);
	const item = fc.record({ code, keep: fc.string(), more: fc.dictionary(fc.string({ minLength: 1 }), fc.integer()) });

	it.each(CONTRACTS)('come out once each, with all their fields, on one of the two (%s contract)', async (contract) => {
		await fc.assert(
			fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 20 }), async (given) => {
				const items = JSON.parse(JSON.stringify(given)) as IDataObject[];
				const { result } = await map(stage, 'warehouse', items, typed(['W', RENO]), { contract });
				expect(result.status).toBe('success');
				const all = result.outputs.flat();
				expect(inputs(all).sort((a, b) => a - b)).toEqual(items.map((_, at) => at));
				for (const { json, pairedItem } of all) {
					const { mapped, reason, candidates, ...rest } = json;
					expect(rest).toEqual(items[(pairedItem as { item: number }).item]);
					expect((mapped !== undefined) !== (reason !== undefined && candidates !== undefined)).toBe(true);
				}
			}),
			{ seed: Number(process.env['PROPERTY_SEED'] ?? 11), numRuns: 15 },
		);
	});
});

describe.each(NEWEST)('An item with a reason of its own, n8n line %s', (line) => {
	const stage = useStage(line);

	it('loses it on Unmapped with a hint, and keeps it on Mapped', async () => {
		const items = codes(RENO, 'nowhere').map((one) => ({ ...one, reason: 'RMA' }));
		const { result, mapped, unmapped } = await map(stage, 'warehouse', items);
		expect(mapped).toMatchObject([{ reason: 'RMA' }]);
		expect(unmapped).toMatchObject([{ reason: expect.stringMatching(/no warehouse/) }]);
		expect(result.hints).toContainEqual(expect.stringMatching(/“Unmapped”.*replaced: reason/));
	});
});
