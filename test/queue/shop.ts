import { randomUUID } from 'node:crypto';
import { importWorkflow, type Rest, type SavedCredential } from '../host';
import { publishWorkflow } from '../host/publish';
import { QUOTA_PER_SECOND } from './quota';
import { byId, COLUMBUS, newOrder } from '../support/parameters';

/** What one call asks the shop's workflow to do. */
export type Call =
	/** Creates an order, then sets the stock of its product. */
	| { kind: 'order'; no: string; sku: string; onHand: number }
	/** Reads many products. */
	| { kind: 'read' }
	/** Looks a product up. */
	| { kind: 'lookUp'; sku: string };

const KINDS: ReadonlyArray<Call['kind']> = ['order', 'read', 'lookUp'];

/** Names of the nodes whose output the test looks at. */
export const NODES = { call: 'Call', create: 'Create order', stock: 'Set stock', read: 'Get many', lookUp: 'Look up' };

/** Products that *Get Many* asks for. */
export const READ_LIMIT = 5;

interface Step {
	name: string;
	type: string;
	typeVersion: number;
	parameters: Record<string, unknown>;
}

const ours = (name: string, type: string, parameters: Record<string, unknown>): Step => ({
	name,
	type: `n8n-nodes-extensiv-om.${type}`,
	typeVersion: 1,
	parameters,
});

const steps = [
	ours(NODES.create, 'extensivOrders', {
		resource: 'order',
		operation: 'create',
		...newOrder({
			orderNumber: '={{ $json.body.no }}',
			lines: { line: [{ sku: '={{ $json.body.sku }}', quantity: 1, unitPrice: 14.5 }] },
		}),
	}),
	ours(NODES.stock, 'extensivInventory', {
		resource: 'stockLevel',
		operation: 'set',
		sku: `={{ $('${NODES.call}').item.json.body.sku }}`,
		onHand: `={{ $('${NODES.call}').item.json.body.onHand }}`,
		warehouse: byId(COLUMBUS),
		// One call in ten seconds, which the catalogue assumes, is too few for the test.
		options: { requestsPerSecond: QUOTA_PER_SECOND },
	}),
	ours(NODES.read, 'extensivProducts', { resource: 'product', operation: 'getAll', limit: READ_LIMIT }),
	ours(NODES.lookUp, 'extensivProducts', {
		resource: 'product',
		operation: 'get',
		product: { __rl: true, mode: 'sku', value: '={{ $json.body.sku }}' },
	}),
];

const to = (...names: string[]) => ({ main: names.map((node) => [{ node, type: 'main', index: 0 }]) });

/** Publishes the workflow that a call starts; gives its id and the address to call. */
export const publishShop = async (
	rest: Rest,
	{ id, name, type }: SavedCredential,
): Promise<{ workflowId: string; url: string }> => {
	const webhookId = randomUUID();
	const workflowId = await importWorkflow(rest, {
		name: 'Shop',
		nodes: [
			{
				name: NODES.call,
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				webhookId,
				parameters: {
					httpMethod: 'POST',
					path: webhookId,
					responseMode: 'lastNode',
					responseData: 'allEntries',
					options: {},
				},
			},
			{
				name: 'Kind',
				type: 'n8n-nodes-base.switch',
				typeVersion: 3.2,
				parameters: {
					mode: 'expression',
					numberOutputs: KINDS.length,
					output: `={{ ${JSON.stringify(KINDS)}.indexOf($json.body.kind) }}`,
				},
			},
			...steps.map((step) => ({
				...step,
				parameters: { authentication: type, ...step.parameters },
				credentials: { [type]: { id, name } },
			})),
		].map((node, at) => ({ id: randomUUID(), position: [at * 220, 0], ...node })),
		connections: {
			[NODES.call]: to('Kind'),
			Kind: to(NODES.create, NODES.read, NODES.lookUp),
			[NODES.create]: to(NODES.stock),
		},
		settings: { executionOrder: 'v1' },
	});
	await publishWorkflow(rest, workflowId);
	return { workflowId, url: `${rest.url}/webhook/${webhookId}` };
};
