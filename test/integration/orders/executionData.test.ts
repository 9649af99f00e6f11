import { LINES } from '../../engine';
import { tokenCredential } from '../../support/credentials';
import { newOrder } from '../../support/parameters';
import { useStage } from '../../support/stage';

describe.each(LINES)('the highlighted data of an execution, n8n line %s', (line) => {
	const stage = useStage(line);
	const create = async (count: number, more: object[] = [], onError?: 'continueErrorOutput') =>
		await stage.orders('create', newOrder(), {
			items: [...Array.from({ length: count }, (_, at) => ({ no: `ERP-${at + 1}` })), ...more] as never,
			onError,
		});

	it('names the orders, and counts what was done and what failed', async () => {
		const { customData } = await create(2, [{ no: '' }], 'continueErrorOutput');
		expect(customData).toEqual({ extensivOrders: 'ERP-1, ERP-2', extensivDone: '2', extensivFailed: '1' });
	});

	it('is there too if the node stops the workflow', async () => {
		stage.control.faults([{ kind: 'answer', method: 'PUT', path: '/v1/order', response: { status: 401 } }]);
		const { status, customData } = await create(1);
		expect(status).toBe('error');
		expect(customData).toMatchObject({ extensivDone: '0', extensivFailed: '1' });
	});

	it('names the first of many orders, as many as n8n can search', async () => {
		const { customData } = await create(60);
		expect(customData.extensivDone).toBe('60');
		expect(customData.extensivOrders).toMatch(/^ERP-1, ERP-2, .*ERP-\d+$/);
		expect(customData.extensivOrders?.length).toBeLessThanOrEqual(255);
	});

	it('adds up the nodes of a workflow', async () => {
		const parameters = { ...newOrder(), resource: 'order', operation: 'create' };
		const node = (name: string) => ({
			name,
			node: 'extensivOrders',
			parameters: { authentication: 'extensivOrderManagerApi', ...parameters, options: { requestsPerSecond: 1000 } },
			credentials: tokenCredential(stage.url),
		});
		const { customData } = await stage.engine.runWorkflow(
			[node('First'), node('Second')],
			[
				['Start', 'First'],
				['Start', 'Second'],
			],
			{ items: [{ no: 'ERP-1' }] },
		);
		expect(customData).toEqual({ extensivOrders: 'ERP-1', extensivDone: '2', extensivFailed: '0' });
	});

	it('says nothing about reads and previews', async () => {
		expect((await stage.orders('get', { orderBy: 'number', orderNumber: 'NW-10046' })).customData).toEqual({});
		const preview = await stage.orders('create', newOrder({ options: { preview: true } }), {
			items: [{ no: 'ERP-1' }],
		});
		expect(preview.customData).toEqual({});
	});
});
