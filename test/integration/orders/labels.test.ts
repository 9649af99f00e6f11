import type { IDataObject } from 'n8n-workflow';
import type { RunResult } from '../../engine';
import { NEWEST } from '../../engine';
import { tokenCredential } from '../../support/credentials';
import { chosen, seedOrder } from '../../support/orderActions';
import { failures, jsons } from '../../support/results';
import { selected } from '../../support/selected';
import { type Settings, type Stage, useStage } from '../../support/stage';

const labels = async (
	stage: Stage,
	operation: string,
	parameters: IDataObject,
	settings?: Settings,
): Promise<RunResult> =>
	await stage.orders(
		operation,
		{ resource: 'orderLabel', ...chosen(), ...selected('orderId', 'orderNumber', 'labels'), ...parameters },
		settings,
	);
const names = (result: RunResult): string[][] =>
	jsons(result).map((json) => (json.labels as Array<{ name: string }>).map(({ name }) => name));

describe.each(NEWEST)('Order labels, n8n line %s', (line) => {
	const stage = useStage(line);

	it('gets the labels of an order', async () => {
		const result = await labels(stage, 'get', {}, { items: [{ no: 'NW-10046' }, { no: 'NW-10047' }] });
		expect(jsons(result)).toEqual([
			{ orderId: '77120046', orderNumber: 'NW-10046', labels: [{ labelId: '12', name: 'Priority', color: '#cc3300' }] },
			{ orderId: '77120047', orderNumber: 'NW-10047', labels: [] },
		]);
	});

	it("gives the service's own labels with Output on Raw, also with a read-only credential", async () => {
		const credentials = tokenCredential(stage.url, { readOnly: true });
		const result = await labels(stage, 'get', { output: 'raw' }, { items: [{ no: 'NW-10046' }], credentials });
		expect(jsons(result)).toMatchObject([{ labels: [{ labelId: 12, name: 'Priority', hexColor: '#cc3300' }] }]);
	});

	it.each([
		['their names, however they are written', ['priority', 'CORE-RANGE']],
		['their IDs', ['12', '13']],
		['text with commas between', 'Priority, 13'],
	])('adds labels by %s', async (_, given) => {
		const result = await labels(stage, 'add', { labels: given }, { items: [{ no: 'NW-10047' }] });
		expect(names(result)).toEqual([['Priority', 'core-range']]);
	});

	it('removes labels', async () => {
		const result = await labels(stage, 'remove', { labels: ['Priority'] }, { items: [{ no: 'NW-10046' }] });
		expect(names(result)).toEqual([[]]);
		expect(stage.order('NW-10046').labels).toEqual([]);
	});

	it('adds again without harm when the answer is lost', async () => {
		stage.control.faults([{ kind: 'lostAnswer', method: 'POST', path: '/v1/orders/{orderId}/labels', at: [1] }]);
		expect(names(await labels(stage, 'add', { labels: ['13'] }, { items: [{ no: 'NW-10046' }] }))).toEqual([
			['Priority', 'core-range'],
		]);
	});

	it('reads the catalogue once for all items', async () => {
		const items = ['A', 'B', 'C'].map((no) => ({ no }));
		for (const { no } of items) seedOrder(stage, no);
		await labels(stage, 'add', { labels: ['Priority'] }, { items });
		expect(stage.calls('GET /v1/labels')).toBe(1);
	});

	it('lets the others through when there is no such label', async () => {
		const items = [
			{ no: 'NW-10047', label: 'Nope' },
			{ no: 'NW-404', label: '13' },
			{ no: 'NW-10046', label: '13' },
		];
		const result = await labels(
			stage,
			'add',
			{ labels: '={{ $json.label }}' },
			{ items, onError: 'continueErrorOutput' },
		);
		expect(result.pairs).toEqual([[2]]);
		expect(failures(result)).toMatchObject([
			{ no: 'NW-10047', error: expect.stringMatching(/no label “Nope”/) },
			{ no: 'NW-404' },
		]);
	});

	it('offers the catalogue in the list', async () => {
		const credentials = tokenCredential(stage.url);
		const options = await stage.engine.loadOptions({
			node: 'extensivOrders',
			method: 'getLabels',
			parameters: { authentication: credentials.type },
			credentials,
		});
		expect(options).toEqual([
			{ name: 'core-range', value: '13' },
			{ name: 'Priority', value: '12' },
		]);
	});
});
