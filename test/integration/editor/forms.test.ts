import type { IDataObject, INodeProperties } from 'n8n-workflow';
import * as line2 from 'n8n-workflow';
import * as line1 from 'n8n-workflow-v1';
import { LINES } from '../../engine';
import { byId, SHOPIFY } from '../../support/parameters';
import { builtNodes } from '../../support/pack';
import { column, jsons } from '../../support/results';
import { numbered } from '../../support/shipments';
import { useStage } from '../../support/stage';

const HELPERS = { '1': line1.NodeHelpers as unknown as typeof line2.NodeHelpers, '2': line2.NodeHelpers };
const NODES = builtNodes();
const orders = NODES.find(({ name }) => name === 'extensivOrders');
if (!orders) throw new Error('The pack has no node for orders');

describe.each(LINES)('The form of a node, n8n line %s', (line) => {
	/** The fields that the editor shows, by their labels. */
	const shown = (values: IDataObject, description = orders.description): string[] => {
		const { getNodeParameters, displayParameter } = HELPERS[line];
		const complete =
			getNodeParameters(description.properties, values as never, true, false, { typeVersion: 1 }, description) ?? {};
		const fields = description.properties.filter(
			(field) =>
				field.type !== 'hidden' && displayParameter(complete, field, { typeVersion: 1 }, description, complete),
		);
		return fields.map(({ displayName }) => displayName);
	};

	it('asks for the sales channel of an order only where the order is given by its number', () => {
		const form = (order: IDataObject): string[] => shown({ operation: 'hold', order });
		expect(form(numbered('10250'))).toContain('Sales Channel');
		for (const order of [byId(7), { __rl: true, mode: 'list', value: '7' }])
			expect(form(order)).not.toContain('Sales Channel');
	});

	it('has one line where each input item is one, and no choice of where lines come from', () => {
		const form = shown({ inputMode: 'orderLine' });
		expect(form).toContain('Order Line');
		expect(form).not.toContain('Order Lines');
		expect(form).not.toContain('Order Lines From');
		expect(shown({ inputMode: 'order' })).toEqual(expect.arrayContaining(['Order Lines From', 'Order Lines']));
	});

	it('says at the line that an item is what a further one would be: n8n has the button in any case', () => {
		const labels = orders.properties
			.filter(({ name }) => name === 'lines')
			.map(({ displayName, placeholder }) => `${displayName}: ${placeholder}`);
		expect([...new Set(labels)]).toEqual(['Order Lines: Add line', 'Order Line: Add another line of the same item']);
	});

	it("says whose SKU a line has under each contract: the guide's refuses a listing SKU", () => {
		const lines = orders.properties
			.filter(({ name }) => name === 'lines')
			.flatMap(({ options }) => (options ?? []) as Array<{ values?: INodeProperties[] }>);
		const skus = lines.flatMap(({ values }) => values ?? []).filter(({ name }) => name === 'sku');
		expect(skus).not.toEqual([]);
		for (const { description } of skus)
			expect(description).toMatch(/^Live API: .*sales channel.*Developer guide: the product's own SKU\.$/);
	});

	it('asks for the date of payment only where there is one', () => {
		expect(shown({})).not.toContain('Paid On');
		expect(shown({ paid: 'date' })).toContain('Paid On');
	});

	it("says under the guide's contract which fields it has", () => {
		const notice = expect.stringMatching(/only has Currency, Requested Shipping, Shipping Cost/);
		expect(shown({ authentication: 'extensivOAuth2Api' })).toContainEqual(notice);
		expect(shown({})).not.toContainEqual(notice);
	});

	it('warns, as a tool, that the model decides, and begins with lines as JSON', () => {
		const tool = { ...orders.description, name: 'extensivOrdersTool' };
		const form = shown({ operation: 'create' }, tool);
		expect(form).toContainEqual(expect.stringMatching(/The model decides when to run this.*Read Only/));
		expect(form).toContain('Order Lines (JSON)');
		expect(shown({ operation: 'create' })).not.toContain('Order Lines (JSON)');
	});

	// A report is the node's own: it has no raw form.
	const isReport = (name: string): boolean => name === 'extensivInsights';

	it.each(
		NODES.filter(
			({ name, description }) =>
				!isReport(name) && description.properties.some(({ name: field }) => field === 'operation'),
		),
	)('has Output or Simplify above Filters and Options: $name', ({ description }) => {
		const all = description.properties
			.filter(({ name }) => name === 'operation')
			.flatMap(({ displayOptions, options }) =>
				(options ?? []).flatMap((option) =>
					'value' in option ? [{ resource: displayOptions?.show?.resource?.[0], operation: option.value }] : [],
				),
			);
		for (const choice of (all as IDataObject[]).filter(({ resource }) => resource !== 'customApiCall')) {
			const form = shown(choice, description);
			const above = Math.max(form.indexOf('Output'), form.indexOf('Simplify'));
			const below = ['Filters', 'Options'].map((label) => form.indexOf(label)).filter((at) => at >= 0);
			expect({ ...choice, isAbove: above >= 0 && below.every((at) => above < at) }).toEqual({
				...choice,
				isAbove: true,
			});
		}
	});
});

describe('The columns of an order', () => {
	it('are called as the fields of the form are', () => {
		const labels = orders.properties.map(({ displayName }: INodeProperties) => displayName);
		expect(labels).toEqual(expect.arrayContaining(['Street', 'Listing SKU']));
	});
});

describe.each(LINES)('Orders by number, n8n line %s', (line) => {
	const stage = useStage(line);

	it('are told apart by the channel that is chosen', async () => {
		stage.control.seed({
			orders: [
				{ orderNumber: 'TWICE', salesChannelId: 1207 },
				{ orderNumber: 'TWICE', salesChannelId: 1210 },
			],
		});
		const parameters = { order: numbered('={{ $json.no }}'), salesChannel: byId(SHOPIFY), internalNotes: 'x' };
		const result = await stage.orders('setNotes', parameters, { items: [{ no: 'TWICE' }] });
		const [shop] = stage.control
			.orders({ number: 'TWICE' })
			.filter(({ salesChannel }) => String((salesChannel as IDataObject).salesChannelId) === SHOPIFY);
		expect(column(result, 'orderId')).toEqual([String(shop?.orderId)]);
	});
});

describe.each(LINES)('The filter Status, n8n line %s', (line) => {
	const stage = useStage(line);
	const numbers = async (filters: IDataObject): Promise<unknown[]> =>
		column(await stage.orders('getAll', { filters }), 'orderNumber');

	it('takes the words of the shop and those of the service', async () => {
		expect(await numbers({ status: ['unresolved'] })).toEqual(['NW-10047']);
		expect(await numbers({ status: ['AWAITING_3PL_EXPORT'] })).toEqual(['NW-10046']);
		expect(await numbers({ status: ['fulfilled', 'UNRESOLVED'] })).toEqual(['NW-10045', 'NW-10047']);
	});

	it('still counts where a workflow was saved with the field of its own that the words of the service had', async () => {
		expect(await numbers({ serviceStatus: 'AWAITING_3PL_EXPORT' })).toEqual(['NW-10046']);
	});

	it('is one list with both, the same as in the trigger', () => {
		const optionsOf = (node: string): unknown =>
			NODES.find(({ name }) => name === node)?.properties.find(
				({ name, type }) => name === 'status' && type === 'multiOptions',
			)?.options;
		expect(optionsOf('extensivOrders')).toEqual(optionsOf('extensivTrigger'));
		expect(optionsOf('extensivOrders')).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ value: 'pending' }),
				expect.objectContaining({ value: 'AWAITING_3PL_EXPORT' }),
			]),
		);
	});

	it('filters what the column status shows', async () => {
		const rows = jsons(await stage.orders('getAll', { filters: { status: ['AWAITING_3PL_EXPORT'] } }));
		expect(rows).toMatchObject([{ status: 'AWAITING_3PL_EXPORT' }]);
	});
});
