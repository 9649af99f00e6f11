import { readFileSync } from 'node:fs';
import path from 'node:path';
import axios, { type AxiosResponse } from 'axios';
import { projectFolder } from '../host';
import { createCredential, deleteCredential, type SavedCredential } from '../host/credentials';
import { publishWorkflow, unpublishWorkflow } from '../host/publish';
import type { Rest } from '../host/rest';
import { deleteWorkflow, importWorkflow, runWorkflow, type WorkflowFile, workflowFile } from '../host/workflows';
import { type Sandbox, SECRETS, startSandbox } from '../sandbox';
import { DataTable } from './erp/support/dataTable';
import { importFlow } from './erp/support/flow';
import { callWith } from './erp/support/calling';
import { reportOf } from './erp/support/reporting';
import { reconciliationOf } from './reconciliationOf';
import { sharedHost } from './sharedHost';

const PASSWORD = { username: 'reader', password: 'a-password-of-the-test' };

let rest: Rest;
let sandbox: Sandbox;
let workflowId: string;
const saved: SavedCredential[] = [];
/** What the page reads. */
let tables: DataTable[];

const credential = async (
	type: string,
	data: Record<string, string | boolean>,
): Promise<Record<string, SavedCredential>> => {
	const one = await createCredential(rest, type, `Dashboard ${type}`, data);
	saved.push(one);
	return { [type]: one };
};

/** The template with the credentials that a user chooses. */
async function template(): Promise<WorkflowFile> {
	const file = path.join(projectFolder, 'workflows/common/dashboard.json');
	const workflow = workflowFile.parse(JSON.parse(readFileSync(file, 'utf8')));
	const account = { environment: 'custom', apiUrl: sandbox.url, accessToken: SECRETS.privateToken, readOnly: true };
	for (const node of workflow.nodes) {
		if (node.type.endsWith('.webhook'))
			node.credentials = await credential('httpBasicAuth', { user: PASSWORD.username, password: PASSWORD.password });
		if (node.type.startsWith('n8n-nodes-extensiv-om.'))
			node.credentials = await credential('extensivOrderManagerApi', account);
	}
	return workflow;
}

beforeAll(async () => {
	({ rest } = await sharedHost());
	tables = ['failures', 'incidents', 'reconciliations'].map((name) => new DataTable(rest, `Extensiv ${name}`));
	for (const table of tables) await table.remove();
	sandbox = await startSandbox();
	workflowId = await importWorkflow(rest, await template());
	await publishWorkflow(rest, workflowId);
});
afterAll(async () => {
	await unpublishWorkflow(rest, workflowId);
	await deleteWorkflow(rest, workflowId);
	for (const one of saved) await deleteCredential(rest, one);
	for (const table of tables) await table.remove();
	await sandbox.close();
});

const open = async (auth?: typeof PASSWORD): Promise<AxiosResponse<string>> =>
	await axios.get<string>(`${rest.url}/webhook/extensiv-dashboard`, {
		proxy: false,
		responseType: 'text',
		validateStatus: () => true,
		auth,
	});

describe('The template of the dashboard', () => {
	it('shows the page to those who know the password', async () => {
		const { status, headers, data } = await open(PASSWORD);
		expect({ status, type: headers['content-type'] as unknown }).toEqual({
			status: 200,
			type: expect.stringMatching(/^text\/html/),
		});
		expect(data).toMatch(/^<!doctype html>.*Northwind Outdoor LLC.*Open orders by age.*<\/html>\s*$/s);
	});

	it('says that failures are not kept while there is no table of them, and what to do', async () => {
		const { data } = await open(PASSWORD);
		expect(data).toMatch(/They are not shown: .*Extensiv failures.* not found.*Import and publish Extensiv failures/s);
	});

	it('lists what failed and is not closed, with time, flow, key, reason and remedy, and nothing of the item', async () => {
		const failures = await importFlow(rest, 'common/failures.json', { credentials: [] });
		await publishWorkflow(rest, failures.id);
		try {
			await callWith(rest, failures.id, [reportOf('ERP orders', ['90001', '90002'])]);
			await callWith(rest, failures.id, [reportOf('ERP orders', [], ['90002'])]);
		} finally {
			await unpublishWorkflow(rest, failures.id);
			await deleteWorkflow(rest, failures.id);
		}
		const { data } = await open(PASSWORD);
		const rows = [...data.matchAll(/<tr>\s*<td class="time">(.*?)<\/td>\s*<td>(.*?)<\/td>\s*<td>(.*?)<\/td>/gs)];
		expect(rows.map((cells) => cells.slice(1))).toEqual([
			[
				expect.stringMatching(/\d{4}, \d\d:\d\d$/),
				'ERP orders: 90001',
				'Country &quot;Atlantis&quot; is not known. Correct the country of the order.',
			],
		]);
		expect(data).not.toMatch(/Jane|Orchard|not shown/);
	});

	it('shows the inventory accuracy of the last comparison of stock', async () => {
		const account = saved.find(({ type }) => type === 'extensivOrderManagerApi')!;
		const id = await importWorkflow(rest, reconciliationOf([], [{ sku: 'NOT-THERE', onHand: 1 }])(account));
		await runWorkflow(rest, id, 'Start');
		await deleteWorkflow(rest, id);
		const [stock] = (await tables[2]!.all()).filter(({ what }) => what === 'stock');
		expect((await open(PASSWORD)).data).toMatch(new RegExp(`Inventory accuracy.*>${stock?.accuracyPercent}%`, 's'));
	});

	it('shows nothing to others', async () => {
		const { status, data } = await open();
		expect(status).toBe(401);
		expect(data).not.toContain('Northwind');
	});

	it('says what went wrong when the account cannot be read, and what to do', async () => {
		sandbox.control.faults([
			{ kind: 'answer', path: '/v1.1/orders', response: { status: 403, body: { message: 'Forbidden' } } },
		]);
		const { status, data } = await open(PASSWORD);
		sandbox.control.faults([]);
		expect(status).toBe(502);
		expect(data).toMatch(/permission/);
	});
});
