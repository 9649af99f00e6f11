import type { IDataObject } from 'n8n-workflow';
import { LINES } from '../../engine';
import { CONTRACTS } from '../../support/credentials';
import { staticHints } from '../../support/hints';
import { newOrder, newLevel } from '../../support/parameters';
import { customCall } from '../../support/shipments';
import { useStage } from '../../support/stage';
import { type Known, knownOf, NODES, runCase } from '../operations/cases/known';

/** n8n's own setting, with as short a wait as it allows. */
const AGAIN = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
const REFUSED = /Retry On Fail.*is on\..*Nothing was sent/;
const isHinted = (line: '1' | '2', { node, resource, operation, given }: Known): boolean =>
	staticHints(line, node, { resource, operation, ...given.parameters }).length > 0;

const everything = NODES.flatMap(knownOf);
const atMostOnce = everything.filter((one) => isHinted('2', one));

describe.each(LINES)('With n8n’s Retry On Fail, n8n line %s', (line) => {
	const stage = useStage(line);

	it.each(atMostOnce)('what must not be done twice is refused before anything is sent: $name of $node', async (one) => {
		const { status, error } = await runCase(stage, one, [one.given.good], AGAIN);
		expect({ status, message: error?.message }).toEqual({ status: 'error', message: expect.stringMatching(REFUSED) });
		expect(error?.description).toMatch(/Turn off “Retry On Fail” in the settings of the node/);
		expect(stage.control.requests().total).toBe(0);
	});

	it('it is refused for every item when the node continues on errors', async () => {
		const { errorItems } = await stage.stock('add', newLevel({ quantity: 1 }), {
			items: [{ sku: 'MUG' }, { sku: 'POT' }],
			onError: 'continueErrorOutput',
			...AGAIN,
		});
		expect(errorItems).toMatchObject(
			[0, 1].map((item) => ({ json: { error: expect.stringMatching(REFUSED) }, pairedItem: { item } })),
		);
		expect(stage.control.requests().total).toBe(0);
	});

	describe.each(CONTRACTS)('%s contract', (contract) => {
		const path = contract === 'live' ? '/v1.1/orders' : '/api/orders';

		it.each(['POST', 'PUT', 'DELETE'])('a custom API call that changes something is refused: %s', async (method) => {
			const { error } = await customCall(stage, { method, path, body: '[]' }, { contract, ...AGAIN });
			expect(error?.message).toMatch(REFUSED);
			expect(stage.control.requests().log.filter(({ endpoint }) => endpoint !== 'POST /oauth/token')).toEqual([]);
		});

		it('a custom API call that reads is not', async () => {
			expect((await customCall(stage, { path }, { contract, ...AGAIN })).status).toBe('success');
		});

		it('creating orders without a look-up is refused; with one, nothing is created twice', async () => {
			const items = [{ no: 'ERP-1' }, { no: 'ERP-2', sku: 'NONE' }];
			const parameters = (more: IDataObject): IDataObject =>
				newOrder({
					orderNumber: '={{ $json.no }}',
					lines: { line: [{ sku: '={{ $json.sku ?? "MUG" }}', quantity: 1 }] },
					...more,
				});
			const blind = await stage.orders('create', parameters({ options: { lookUpFirst: false, batchSize: 1 } }), {
				contract,
				items,
				...AGAIN,
			});
			expect(blind.error?.message).toMatch(REFUSED);
			// The guide refuses the unknown SKU; in the live contract the second call of each try breaks.
			if (contract === 'live') stage.control.faults([{ kind: '500', method: 'PUT', path: '/v1/order', at: [2, 3] }]);
			await stage.orders('create', parameters({ options: { batchSize: 1, maxTries: 1 } }), {
				contract,
				items,
				...AGAIN,
			});
			expect(stage.control.orders({ number: 'ERP-1' })).toHaveLength(1);
			expect(stage.control.books().doubled).toEqual([]);
		});
	});
});

describe('The editor', () => {
	const sample: Array<[what: string, shown: boolean, parameters: IDataObject]> = [
		['orders are created', false, { resource: 'order', operation: 'create' }],
		[
			'orders are created without a look-up',
			true,
			{ resource: 'order', operation: 'create', options: { lookUpFirst: false } },
		],
		['orders are created with one', false, { resource: 'order', operation: 'create', options: { lookUpFirst: true } }],
		['orders are split', true, { resource: 'order', operation: 'split' }],
		['a custom call reads', false, { resource: 'customApiCall', operation: 'call', method: 'GET' }],
		['a custom call changes something', true, { resource: 'customApiCall', operation: 'call', method: 'POST' }],
	];

	it.each(LINES.flatMap((line) => sample.map(([what, shown, parameters]) => ({ line, what, shown, parameters }))))(
		'of line $line says what must not be done twice: $what ($shown)',
		({ line, shown, parameters }) => {
			expect(staticHints(line, 'extensivOrders', parameters)).toEqual(
				shown ? [expect.stringMatching(/Keep “Retry On Fail” off/)] : [],
			);
		},
	);
});
