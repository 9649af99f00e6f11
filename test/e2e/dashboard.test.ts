import { readFileSync } from 'node:fs';
import path from 'node:path';
import axios, { type AxiosResponse } from 'axios';
import { projectFolder } from '../host';
import { createCredential, deleteCredential, type SavedCredential } from '../host/credentials';
import { publishWorkflow, unpublishWorkflow } from '../host/publish';
import type { Rest } from '../host/rest';
import { deleteWorkflow, importWorkflow, type WorkflowFile, workflowFile } from '../host/workflows';
import { type Sandbox, SECRETS, startSandbox } from '../sandbox';
import { sharedHost } from './sharedHost';

const PASSWORD = { username: 'reader', password: 'a-password-of-the-test' };

let rest: Rest;
let sandbox: Sandbox;
let workflowId: string;
const saved: SavedCredential[] = [];

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
	sandbox = await startSandbox();
	workflowId = await importWorkflow(rest, await template());
	await publishWorkflow(rest, workflowId);
});
afterAll(async () => {
	await unpublishWorkflow(rest, workflowId);
	await deleteWorkflow(rest, workflowId);
	for (const one of saved) await deleteCredential(rest, one);
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
