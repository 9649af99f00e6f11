import { deleteWorkflow, importWorkflow, runWorkflow } from '../../host';
import { publishWorkflow, unpublishWorkflow } from '../../host/publish';
import type { Rest } from '../../host/rest';
import { sharedHost } from '../sharedHost';
import { calling } from './support/calling';
import { DataTable } from './support/dataTable';
import { importFlow } from './support/flow';

type Item = Record<string, unknown>;

describe('IDs and echoes', () => {
	let rest: Rest;
	let workflow: string;

	const tables = (): DataTable[] => ['Extensiv IDs', 'Extensiv writes'].map((name) => new DataTable(rest, name));

	beforeAll(async () => {
		({ rest } = await sharedHost());
		({ id: workflow } = await importFlow(rest, 'common/ids.json', { credentials: [] }));
		await publishWorkflow(rest, workflow);
	});
	afterAll(async () => {
		await unpublishWorkflow(rest, workflow);
		await deleteWorkflow(rest, workflow);
		for (const table of tables()) await table.remove();
	});

	const ask = async (...items: Item[]): Promise<Item[]> => {
		const id = await importWorkflow(rest, calling(workflow, items));
		const run = await runWorkflow(rest, id, 'Start');
		await deleteWorkflow(rest, id);
		expect([run.status, run.error]).toEqual(['success', undefined]);
		return run.output('Call');
	};
	const outcomes = async (...items: Item[]): Promise<unknown[]> => (await ask(...items)).map(({ outcome }) => outcome);

	const put = (erpId: string, extensivId: string): Item => ({ action: 'put', kind: 'order', erpId, extensivId });

	it('keeps many pairs at once, each once, and finds either ID by the other', async () => {
		expect(await outcomes(put('10250', '77'), put('10251', '78'))).toEqual(['done', 'done']);
		expect(await outcomes(put('10251', '78'), put('10252', '79'))).toEqual(['alreadyDone', 'done']);
		expect(
			await ask(
				{ action: 'get', kind: 'order', extensivId: '77' },
				{ action: 'get', kind: 'order', erpId: '10252' },
				{ action: 'get', kind: 'order', erpId: '1' },
			),
		).toEqual([
			expect.objectContaining({ outcome: 'found', erpId: '10250', extensivId: '77' }),
			expect.objectContaining({ outcome: 'found', erpId: '10252', extensivId: '79' }),
			expect.objectContaining({ outcome: 'unknown', erpId: '1', extensivId: null }),
		]);
	});

	it('refuses a pair that contradicts a known one, names both, and keeps the others', async () => {
		const [refused, kept] = await ask(put('10250', '99'), put('10253', '80'));
		expect(refused).toMatchObject({ outcome: 'failed', problem: expect.stringMatching(/10250.*77.*99/) });
		expect(kept).toMatchObject({ outcome: 'done' });
		expect((await tables()[0]!.all()).map(({ erpId, extensivId }) => [erpId, extensivId])).toEqual([
			['10250', '77'],
			['10251', '78'],
			['10252', '79'],
			['10253', '80'],
		]);
	});

	it('tells an echo of what was written from a change', async () => {
		const record = { system: 'extensiv', kind: 'order', id: '77', fields: { status: 'SHIPPED', pieces: 2 } };
		const other = { ...record, fields: { status: 'PENDING' } };
		const back = { ...record, fields: { pieces: '2', status: 'SHIPPED' } };
		expect(await outcomes({ action: 'wrote', ...record })).toEqual(['done']);
		expect(await outcomes({ action: 'changed', ...back })).toEqual(['echo']);
		expect(await outcomes({ action: 'changed', ...other })).toEqual(['change']);
		expect(await outcomes({ action: 'changed', ...record })).toEqual(['change']);
		expect(await tables()[1]!.all()).toHaveLength(1);
	});
});
