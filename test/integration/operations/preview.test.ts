import type { IDataObject } from 'n8n-workflow';
import { tokenCredential } from '../../support/credentials';
import { builtNodes } from '../../support/pack';
import { newLevel, newOrder } from '../../support/parameters';
import { failures } from '../../support/results';
import { type NodeName, useStage } from '../../support/stage';
import { NODES } from './cases/known';
import { type Write, WRITES, writesOf } from './cases/writes';

/** A change by API Request, which belongs to every node. */
const CUSTOM: Write[] = NODES.map((node) => ({
	what: `API Request of ${node}, live`,
	contract: 'live',
	node,
	operation: 'call',
	parameters: {
		resource: 'customApiCall',
		method: 'PUT',
		path: '/v1/labels',
		body: '[{"name": "New", "hexColor": "#000000"}]',
	},
	items: [{}],
}));

interface Previewed {
	method: string;
	path: string;
	query: Record<string, unknown>;
	body: unknown;
}

const previewsOf = (items: Array<{ json: IDataObject }>): Previewed[] =>
	items.map(({ json }) => json.preview as unknown as Previewed);

/** The pairs of a query as they are sent. */
const pairsOf = (query: Record<string, unknown>): string[] =>
	Object.entries(query)
		.flatMap(([name, value]) => [value].flat().map((one) => `${name}=${String(one)}`))
		.sort();

/** The resource that a node has selected at first. */
const INITIAL: Partial<Record<NodeName, string>> = {
	extensivOrders: 'order',
	extensivProducts: 'product',
	extensivInventory: 'stockLevel',
};

it('every operation that changes something has the option Preview, and no other', () => {
	const offering = builtNodes().flatMap(({ name, description: { properties } }) =>
		properties
			.filter((one) => one.name === 'options' && one.options?.some((option) => option.name === 'preview'))
			.flatMap(({ displayOptions: { show } = {} }) => `${name} ${String(show?.resource)} ${String(show?.operation)}`),
	);
	const changing = [...WRITES, ...CUSTOM].map(
		({ node, parameters, operation }) => `${node} ${String(parameters.resource ?? INITIAL[node])} ${operation}`,
	);
	expect([...new Set(offering)].sort()).toEqual([...new Set(changing)].sort());
});

describe('a previewed write', () => {
	const stage = useStage('2');

	it.each([...WRITES, ...CUSTOM])('gives the request that is sent later, and sends none: $what', async (write) => {
		const { contract, node, operation, parameters, items, arrange } = write;
		const more = (await arrange?.(stage)) ?? {};
		const run = async (preview: boolean) => {
			stage.control.clearRequests();
			return await stage.run(
				node,
				operation,
				{ ...parameters, options: { ...(parameters.options as IDataObject | undefined), preview } },
				{ contract, items: items.map((item) => ({ ...item, ...more })), onError: 'continueErrorOutput' },
			);
		};
		const changes = new Set(['PUT /v1/labels', ...writesOf(contract).map(({ method, path }) => `${method} ${path}`)]);
		const made = () => stage.control.requests().log.filter(({ endpoint }) => changes.has(endpoint));

		const shown = await run(true);
		expect(shown).toMatchObject({ status: 'success', errorItems: [] });
		expect(made()).toEqual([]);
		expect(shown.pairs.flat()).toEqual(items.map((_, item) => item));
		const previews = previewsOf(shown.items);
		for (const preview of previews) expect(Object.keys(preview)).toEqual(['method', 'path', 'query', 'body']);
		for (const { json } of shown.items) expect(json.input).toMatch(/\w/);

		await run(false);
		const [sent] = made();
		const [first] = previews;
		expect(`${first?.method} ${first?.path}`).toBe(`${sent?.method} ${sent?.path}`);
		if (items.length === 1) {
			const pairs = [...new URLSearchParams(sent?.query)].map(([name, value]) => `${name}=${value}`).sort();
			expect(pairsOf(first?.query ?? {})).toEqual(pairs);
		}
		const body: unknown = sent?.body === undefined ? null : JSON.parse(sent.body);
		const bodies = Array.isArray(body) ? body : [body];
		expect(bodies).toContainEqual(Array.isArray(first?.body) ? first.body[0] : first?.body);
	});

	it('gives each item its own row of the one call that is made for all', async () => {
		const items = ['MUG', 'POT', 'MUG-XL'].map((sku, at) => ({ sku, onHand: at + 1 }));
		const previews = previewsOf((await stage.stock('set', newLevel({ options: { preview: true } }), { items })).items);
		stage.control.clearRequests();
		await stage.stock('set', newLevel(), { items });
		const [{ body = '' } = {}, ...others] = stage.control.requests().log.filter(({ method }) => method === 'POST');
		expect(others).toEqual([]);
		expect(previews.map((one) => one.body)).toEqual(JSON.parse(body));
	});

	it('leaves an item alone that needs no change, and says so', async () => {
		const result = await stage.orders('create', newOrder({ options: { preview: true } }), {
			items: [{ no: 'ERP-1' }, { no: 'NW-10046' }],
		});
		expect(result.items.map(({ json }) => json)).toMatchObject([
			{ input: 'Order ERP-1', preview: { method: 'PUT', body: { orderNumber: 'ERP-1' } } },
			{ outcome: 'existing', orderNumber: 'NW-10046', preview: null },
		]);
	});

	it('does not hide what is wrong with an item', async () => {
		const result = await stage.orders('create', newOrder({ options: { preview: true } }), {
			items: [{ no: '' }, { no: 'ERP-1' }],
			onError: 'continueErrorOutput',
		});
		expect(failures(result)).toMatchObject([{ no: '', failure: 'input' }]);
		expect(previewsOf(result.items)).toHaveLength(1);
	});

	it('may be made with a read-only credential and while Retry On Fail is on', async () => {
		const result = await stage.stock(
			'add',
			{ sku: 'NW-MUG-BLU', warehouse: { mode: 'id', value: '5101' }, quantity: 1, options: { preview: true } },
			{ retryOnFail: true, credentials: tokenCredential(stage.url, { readOnly: true }) },
		);
		expect(result.status).toBe('success');
		expect(previewsOf(result.items)).toMatchObject([{ method: 'POST', body: { addQuantity: 1 } }]);
	});

	it('cannot be switched by an expression, which would send the change of another item', async () => {
		const items = [
			{ sku: 'MUG', onHand: 1, preview: true },
			{ sku: 'POT', onHand: 2, preview: false },
		];
		stage.control.clearRequests();
		const { error } = await stage.stock('set', newLevel({ options: { preview: '={{ $json.preview }}' } }), { items });
		expect(error?.message).toMatch(/Preview.*expression.*all items/);
		expect(stage.control.requests().total).toBe(0);
	});
});
