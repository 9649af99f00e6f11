import type { IDataObject } from 'n8n-workflow';
import { LINES, type RunResult } from '../../engine';
import { type Offered, offeredBy } from '../../support/offered';
import { column, failures } from '../../support/results';
import { type NodeName, type Settings, type Stage, useStage } from '../../support/stage';
import { type Case, type Cases, caseFor, type Pages } from './cases/case';
import { CASES } from './cases';

/** Runs an operation on items, which get the fields that the preparation gave. */
export async function runCase(stage: Stage, node: NodeName, offered: Offered, given: Case, items: IDataObject[], settings: Settings = {}): Promise<RunResult> {
	const more = (await given.prepare?.(stage)) ?? {};
	const { resource, operation, contract } = offered;
	return await stage.run(node, operation, { resource, ...given.parameters }, { contract, items: items.map((item) => ({ ...item, ...more })), ...settings });
}

/** Reads a list of more than one page. */
export async function runPages(stage: Stage, node: NodeName, offered: Offered, given: Case, pages: Pages): Promise<RunResult> {
	const parameters = pages.parameters ?? { ...given.parameters, returnAll: true, options: { pageSize: 2 } };
	return await runCase(stage, node, offered, { ...given, prepare: pages.prepare ?? given.prepare, parameters }, [given.good]);
}

/** A case with the pair of items of which one fails, and the fault that makes it fail where the item cannot be wrong by itself. */
function failing(given: Case, failsAt: 0 | 1): { case: Case; items: IDataObject[]; names: RegExp[]; arrange: (stage: Stage) => void } {
	if ('bad' in given) {
		const items = failsAt === 0 ? [given.bad, given.good] : [given.good, given.bad];
		return { case: given, items, names: given.names, arrange: () => {} };
	}
	const faults = [{ kind: '500' as const, path: given.path, ...(given.together ? {} : { at: [failsAt + 1] }) }];
	return {
		case: { ...given, parameters: { ...given.parameters, options: { maxTries: 1 } } },
		items: given.together ? [given.good] : [given.good, given.good],
		names: [/500/],
		arrange: (stage) => void stage.control.faults(faults),
	};
}

/**
 * The promises that hold for every operation of a node, under every contract that offers it. The whole table is run in n8n 2; what n8n itself does with
 * failures differs between its lines, and is tried in both.
 */
export function describeOperations(node: NodeName): void {
	const cases: Cases = CASES[node];
	const offered = offeredBy(node);

	describe('the table of operations', () => {
		it('has every operation that the node offers, and no other', () => {
			expect(Object.keys(cases).sort()).toEqual([...new Set(offered.map(({ name }) => name))].sort());
		});

		it.each(offered.filter(({ hasPageSize }) => hasPageSize))('tells how $name comes in pages, $contract contract', ({ name, contract }) => {
			expect(caseFor(cases, name, contract)?.pages).toBeDefined();
		});
	});

	describe.each(LINES)('n8n line %s', (line) => {
		const stage = useStage(line);
		const known = offered.flatMap((one) => {
			const given = caseFor(cases, one.name, one.contract);
			return given ? [{ ...one, given }] : [];
		});

		describe.each(known)('$name, $contract contract', ({ given, ...one }) => {
			if (line === '2') describeSuccess(stage, node, one, given);
			describeFailure(stage, node, one, given);
		});
	});
}

function describeSuccess(stage: Stage, node: NodeName, one: Offered, given: Case): void {
	it('gives each item its answer, linked to the item it came from', async () => {
		const result = await runCase(stage, node, one, given, [given.good]);
		expect(result).toMatchObject({ status: 'success', errorItems: [] });
		expect(result.items[0]?.json).toMatchObject(given.gives);
		expect(new Set(result.pairs.flat())).toEqual(new Set([0]));
	});

	const { pages } = given;
	if (!pages) return;
	it('reads all pages and gives every row once', async () => {
		const result = await runPages(stage, node, one, given, pages);
		expect(result.status).toBe('success');
		expect(result.items).toHaveLength(pages.rows);
		expect(new Set(column(result, pages.by)).size).toBe(pages.rows);
		expect(stage.calls(pages.call)).toBeGreaterThan(1);
	});
}

function describeFailure(stage: Stage, node: NodeName, one: Offered, given: Case): void {
	const run = async (failsAt: 0 | 1, onError?: Settings['onError']): Promise<{ result: RunResult; bad: IDataObject; names: RegExp[] }> => {
		const { case: tried, items, names, arrange } = failing(given, failsAt);
		arrange(stage);
		return { result: await runCase(stage, node, one, tried, items, { onError }), bad: items[failsAt] ?? items[0] ?? {}, names };
	};
	const alone = 'together' in given;

	it('sends a failed item to the error output with all its fields, what happened and what to do', async () => {
		const { result, bad, names } = await run(0, 'continueErrorOutput');
		expect(result.status).toBe('success');
		expect(new Set(result.pairs.flat())).toEqual(new Set(alone ? [] : [1]));
		expect(result.errorItems).toEqual([
			{ json: expect.objectContaining({ ...bad, error: expect.any(String), message: expect.stringMatching(/\w{3}.*[.)]$/s) }), pairedItem: { item: 0 } },
		]);
		for (const named of names) expect(failures(result)[0]?.error).toMatch(named);
	});

	it('keeps every item on the one output when set to continue', async () => {
		const { result } = await run(alone ? 0 : 1, 'continueRegularOutput');
		expect(result).toMatchObject({ status: 'success', errorItems: [] });
		const told = result.items.filter(({ json }) => 'error' in json);
		expect(told).toMatchObject([{ json: { error: expect.any(String), message: expect.any(String) }, pairedItem: { item: alone ? 0 : 1 } }]);
		expect(new Set(result.pairs.flat())).toEqual(new Set(alone ? [0] : [0, 1]));
	});

	it('stops the workflow with a message that names the trouble and the item, and says what to do', async () => {
		const { result, names } = await run(alone ? 0 : 1);
		expect(result).toMatchObject({ status: 'error', items: [], error: alone ? {} : { context: { itemIndex: 1 } } });
		for (const named of names) expect(result.error?.message).toMatch(named);
		expect(result.error?.description).toMatch(/\w{3}.*[.)]$/s);
	});
}
