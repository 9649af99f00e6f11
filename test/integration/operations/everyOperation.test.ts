import { GUIDE } from '../../../nodes/shared/api/guide/catalogue';
import { LIVE } from '../../../nodes/shared/api/live/catalogue';
import type { Endpoint } from '../../../nodes/shared/http/endpoint';
import { supportedBy } from '../../support/supported';
import { type EndpointSpec, loadLiveContract } from '../../sandbox/contract/spec';
import { loadGuideContract } from '../../sandbox/guide/contract';
import { builtNodes } from '../../support/pack';
import { column } from '../../support/results';
import { staticHints } from '../../support/hints';
import { useStage } from '../../support/stage';
import { CASES } from './cases';
import { type Known, knownOf, NODES, runCase } from './cases/known';
import { VISITS } from './cases/visits';

/** Calls whose row says that they must not be repeated. */
const NEVER = new Set(
	[...Object.values(LIVE), ...Object.values(GUIDE)]
		.filter((row: Endpoint) => row.onLostResponse === 'fail')
		.map(({ method, path }) => `${method} ${path}`),
);

it('the table has every node of the pack that has operations', () => {
	const nodes = builtNodes().filter(({ properties }) => properties.some(({ name }) => name === 'operation'));
	expect([...NODES].sort()).toEqual(nodes.map(({ name }) => name).sort());
});

describe.each(NODES)('the table of the operations of %s', (node) => {
	const supported = supportedBy(node);

	it('has every operation that the node offers, and no other', () => {
		expect(Object.keys(CASES[node]).sort()).toEqual([...new Set(supported.map(({ name }) => name))].sort());
	});

	it('says how each list comes in pages', () => {
		const paged = supported
			.filter(({ hasPageSize }) => hasPageSize)
			.map(({ name, contract }) => `${name}, ${contract}`);
		const listed = knownOf(node)
			.filter(({ given }) => given.pages)
			.map(({ name, contract }) => `${name}, ${contract}`);
		expect(listed).toEqual(expect.arrayContaining(paged));
	});
});

describe('every operation', () => {
	const stage = useStage('2');
	const accepted = new Set<string>();
	const turned = new Set<string>();
	/** Operations that made a call which must not be repeated. */
	const callingNever = new Set<string>();
	afterEach(() => {
		for (const { endpoint, status, query } of stage.control.requests().log) {
			if (status < 200 || status > 299) continue;
			accepted.add(endpoint);
			if (new URLSearchParams(query).get('page') === '2') turned.add(endpoint);
		}
	});

	describe.each(NODES)('of %s', (node) => {
		const known = knownOf(node);

		it.each(known)(
			'gives each item its answer, linked to the item it came from: $name, $contract contract',
			async (one) => {
				const result = await runCase(stage, one, [one.given.good]);
				if (stage.control.requests().log.some(({ endpoint }) => NEVER.has(endpoint)))
					callingNever.add(`${one.name} of ${node}`);
				expect(result).toMatchObject({ status: 'success', errorItems: [] });
				expect(result.items[0]?.json).toMatchObject(one.given.gives);
				expect(new Set(result.pairs.flat())).toEqual(new Set([0]));
				// Nothing is refused on the way; that something is not there yet may be what was asked.
				expect(stage.control.requests().log.filter(({ status }) => status > 299 && status !== 404)).toEqual([]);
			},
		);

		it.each(known.filter(({ given }) => given.pages))(
			'reads all pages and gives every row once: $name, $contract contract',
			async (one) => {
				const { parameters, arrange, call, by, rows } = pagesOf(one);
				const result = await runCase(stage, { ...one, given: { ...one.given, arrange, parameters } }, [one.given.good]);
				expect(result.status).toBe('success');
				expect(column(result, by)).toHaveLength(rows);
				expect(new Set(column(result, by)).size).toBe(rows);
				expect(stage.calls(call)).toBeGreaterThan(1);
			},
		);
	});

	it.each(VISITS)('makes all its calls: $what', async ({ arrange, run }) => {
		await arrange?.(stage);
		stage.control.clearRequests();
		await run(stage);
	});

	// Last, because they are about all that was called above.
	describe.each([
		['live', LIVE],
		['guide', GUIDE],
	] as const)('the catalogue of the %s contract', (_, catalogue) => {
		const rows: Array<[string, Endpoint]> = Object.entries(catalogue);

		it.each(rows)('has a row %s that was called, and accepted by the service', (_name, { method, path }) => {
			expect(accepted).toContain(`${method} ${path}`);
		});

		it.each(rows.filter(([, { paging }]) => paging))(
			'has a row %s that was read beyond the first page',
			(_name, { method, path }) => {
				expect(turned).toContain(`${method} ${path}`);
			},
		);
	});

	it('speaks at least 80 of the 200 calls that the live API has, and all of the guide', () => {
		const spoken = (endpoints: EndpointSpec[]): EndpointSpec[] =>
			endpoints.filter(({ method, path }) => accepted.has(`${method} ${path}`));
		const live = loadLiveContract().endpoints;
		expect(live).toHaveLength(200);
		expect(spoken(live).length).toBeGreaterThanOrEqual(80);
		const guide = loadGuideContract().endpoints;
		expect(spoken(guide)).toEqual(guide);
	});

	it('is marked as one that must not be done twice when it makes a call that must not be repeated, and only then', () => {
		const marked = NODES.flatMap(knownOf).filter(
			({ node, resource, operation }) => staticHints('2', node, { resource, operation }).length > 0,
		);
		expect([...callingNever].sort()).toEqual(marked.map(({ name, node }) => `${name} of ${node}`).sort());
	});

	it('makes no call that is in no catalogue', () => {
		const rows: Endpoint[] = [...Object.values(LIVE), ...Object.values(GUIDE)];
		const known = new Set(rows.map(({ method, path }) => `${method} ${path}`));
		expect([...accepted].filter((call) => !known.has(call))).toEqual(['POST /oauth/token']);
	});
});

/** How the list is read whole; two rows a page unless the case says otherwise. */
function pagesOf({ given }: Known) {
	const whole = { ...given.parameters, returnAll: true, options: { pageSize: 2 } };
	const { arrange = given.arrange, parameters = whole, call = '', by = '', rows = 0 } = given.pages ?? {};
	return { arrange, parameters, call, by, rows };
}
