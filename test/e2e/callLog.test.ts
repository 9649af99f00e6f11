import axios, { type AxiosResponse } from 'axios';
import { callLog } from '../../workflows/parts/flows/callLog';
import { code, extensiv, manualTrigger } from '../../workflows/parts/steps/n8nSteps';
import type { Step } from '../../workflows/parts/step';
import { createCredential, deleteCredential, type SavedCredential } from '../host/credentials';
import { publishWorkflow, unpublishWorkflow } from '../host/publish';
import type { Rest } from '../host/rest';
import { deleteWorkflow, type Execution, importWorkflow, runWorkflow } from '../host/workflows';
import { type Sandbox, SECRETS, startSandbox } from '../sandbox';
import { DataTable } from './erp/support/dataTable';
import { adapted, extensivCredential } from './erp/support/flow';
import { callWith, chainOf } from './erp/support/calling';
import { sharedHost } from './sharedHost';

const PASSWORD = { username: 'reader', password: 'a-password-of-the-test' };
const NOTE = 'Ring twice at number 12';

let rest: Rest;
let sandbox: Sandbox;
let account: SavedCredential;
let logId: string;
let calls: DataTable;
/** Newest first. */
const ends: Array<() => Promise<unknown>> = [];

/** The steps that a user copies from the template, and turns on. */
const copied = (...names: string[]): Step[] =>
	callLog()
		.nodes.filter(({ name }) => names.includes(name))
		.map(({ disabled: _off, id: _id, position: _position, ...step }) => step);

beforeAll(async () => {
	({ rest } = await sharedHost());
	sandbox = await startSandbox();
	ends.unshift(sandbox.close);
	calls = new DataTable(rest, 'Extensiv calls');
	await calls.remove();
	ends.unshift(async () => await calls.remove());
	account = await extensivCredential(rest, sandbox);
	const page = await createCredential(rest, 'httpBasicAuth', 'Page of the calls', {
		user: PASSWORD.username,
		password: PASSWORD.password,
	});
	ends.unshift(
		async () => await deleteCredential(rest, account),
		async () => await deleteCredential(rest, page),
	);
	const workflow = adapted('common/call-log.json', { credentials: [] });
	for (const node of workflow.nodes)
		if (node.type.endsWith('.webhook')) node.credentials = { httpBasicAuth: { id: page.id, name: page.name } };
	logId = await importWorkflow(rest, workflow);
	ends.unshift(async () => await deleteWorkflow(rest, logId));
	await publishWorkflow(rest, logId);
	ends.unshift(async () => await unpublishWorkflow(rest, logId));
	sandbox.control.seed({
		products: [{ sku: 'MUG' }],
		orders: ['C-1', 'C-2'].map((orderNumber) => ({ orderNumber, items: [{ sku: 'MUG', quantity: 1 }] })),
	});
});
afterAll(async () => {
	for (const end of ends) await end();
});

/** A workflow that sets the notes of orders, and hands over its calls as the template shows. */
async function setNotes(name: string, ...orders: string[]): Promise<Execution> {
	const [ofRun, keep] = copied('Calls of this run', 'Keep the calls');
	keep!.parameters['workflowId'] = { __rl: true, mode: 'id', value: logId };
	const items = JSON.stringify(orders.map((no) => ({ json: { no } })));
	const order = { __rl: true, mode: 'number', value: '={{ $json.no }}' };
	const write: Step = extensiv(
		'Set notes',
		'Orders',
		{
			resource: 'order',
			operation: 'setNotes',
			order,
			internalNotes: NOTE,
			notesFromBuyer: '',
			notesToBuyer: '',
			options: { callLog: true, maxTries: 1 },
		},
		{ onError: 'continueErrorOutput' },
	);
	const workflow = chainOf(name, [manualTrigger(), code('Orders', `return ${items};`), write, ofRun!, keep!]);
	const toCalls = workflow.connections['Set notes']!.main;
	workflow.connections['Set notes'] = { main: [[], ...toCalls] };
	for (const node of workflow.nodes)
		if (node.name === 'Set notes') Object.assign(node, { credentials: { [account.type]: account } });
	const id = await importWorkflow(rest, workflow);
	try {
		return await runWorkflow(rest, id, 'Start');
	} finally {
		await deleteWorkflow(rest, id);
	}
}

const open = async (query: string, auth?: typeof PASSWORD): Promise<AxiosResponse<string>> =>
	await axios.get<string>(`${rest.url}/webhook/extensiv-calls${query}`, {
		proxy: false,
		responseType: 'text',
		validateStatus: () => true,
		auth,
	});
/** The workflows of the lines that a search finds. */
const found = async (query: string): Promise<string[]> => {
	const { status, data } = await open(query, PASSWORD);
	expect(status).toBe(200);
	return [
		...new Set([...data.matchAll(/<td>([^<]+)<div class="soft">execution \d+<\/div>/g)].map(([, name]) => name!)),
	];
};

describe('The template of the call log', () => {
	it('keeps the calls that a workflow hands over, with the workflow, its execution and its orders', async () => {
		const execution = await setNotes('Notes of C-1', 'C-1');
		expect(execution.status).toBe('success');
		const lines = await calls.all();
		expect(lines.length).toBeGreaterThan(0);
		for (const line of lines)
			expect(line).toMatchObject({
				workflow: 'Notes of C-1',
				execution: execution.id,
				orders: 'C-1',
				operation: 'order setNotes',
				status: 200,
				failure: '',
			});
		expect(lines.map(({ method }) => method)).toContain('POST');
	});

	it('finds them by order number, failure, text and day', async () => {
		sandbox.control.faults([{ kind: '503', method: 'POST' }]);
		expect((await setNotes('Notes of C-2', 'C-2')).status).toBe('success');
		sandbox.control.faults([]);
		expect(await found('')).toEqual(['Notes of C-2', 'Notes of C-1']);
		expect(await found('?order=C-1')).toEqual(['Notes of C-1']);
		expect(await found('?failed=1')).toEqual(['Notes of C-2']);
		expect(await found('?text=notes+of+c-1')).toEqual(['Notes of C-1']);
		expect(await found('?to=2026-01-01')).toEqual([]);
	});

	it('has no body and no secret in them', async () => {
		const text = JSON.stringify([await calls.all(), (await open('', PASSWORD)).data]);
		expect(text).not.toContain(NOTE);
		for (const secret of Object.values(SECRETS)) expect(text).not.toContain(secret);
	});

	it('refuses items that are no calls, and does not keep them', async () => {
		const before = (await calls.all()).length;
		await expect(callWith(rest, logId, [{ orderNumber: 'C-1', name: 'Jane Roe' }])).rejects.toThrow(/is not a call/);
		expect(await calls.all()).toHaveLength(before);
	});

	it('deletes lines after the days that were set, and keeps younger ones', async () => {
		const before = await calls.all();
		const old = { time: '2026-01-01T00:00:00.000Z', method: 'GET', path: '/v1/products', operation: 'product getAll' };
		await callWith(rest, logId, [old]);
		expect(await calls.all()).toHaveLength(before.length + 1);
		expect((await runWorkflow(rest, logId, 'Every night')).status).toBe('success');
		expect(await calls.all()).toEqual(before);
	});

	it('shows nothing without the password', async () => {
		const { status, data } = await open('');
		expect(status).toBe(401);
		expect(data).not.toContain('Notes of');
	});
});
