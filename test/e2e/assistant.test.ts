import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import axios from 'axios';
import { parse as parseFlatted } from 'flatted';
import { z } from 'zod/v4';
import {
	createCredential,
	deleteCredential,
	deleteWorkflow,
	projectFolder,
	type SavedCredential,
	workflowFile,
} from '../host';
import type { Rest } from '../host/rest';
import { type Sandbox, SECRETS, startSandbox } from '../sandbox';
import { type ChatModel, startChatModel } from './chatModel';
import { sharedHost } from './sharedHost';

const ORDER = 'NW-10046';
const UNTIL = '2031-05-01';
const CHAT = 'When somebody asks';

let rest: Rest;
let sandbox: Sandbox;
let model: ChatModel;
/** Newest first. */
const ends: Array<() => Promise<unknown>> = [];
let reading: SavedCredential;
let writing: SavedCredential;
let modelCredential: SavedCredential;

beforeAll(async () => {
	({ rest } = await sharedHost());
	sandbox = await startSandbox();
	model = await startChatModel();
	ends.unshift(sandbox.close, model.close);
	const saved = async (type: string, data: Record<string, string | boolean>): Promise<SavedCredential> => {
		const one = await createCredential(rest, type, `Assistant ${type} ${ends.length}`, data);
		ends.unshift(async () => await deleteCredential(rest, one));
		return one;
	};
	const account = { environment: 'custom', apiUrl: sandbox.url, accessToken: SECRETS.privateToken };
	reading = await saved('extensivOrderManagerApi', { ...account, readOnly: true });
	writing = await saved('extensivOrderManagerApi', { ...account, readOnly: false });
	modelCredential = await saved('openAiApi', { apiKey: 'none', url: model.url });
});
afterAll(async () => {
	for (const end of ends) await end();
});

const chosen = ({ type, id, name }: SavedCredential) => ({ [type]: { id, name } });

/** Imports a template with a model and credentials, as its notes say; somebody has asked. */
async function imported(file: string, question: string): Promise<string> {
	const text = readFileSync(path.join(projectFolder, 'workflows/common', file), 'utf8');
	const { name, nodes, connections, settings } = workflowFile.parse(JSON.parse(text));
	for (const node of nodes) {
		if (!node.type.startsWith('n8n-nodes-extensiv-om.')) continue;
		const changes = ['hold', 'restore', 'setNotes'].includes(String(node.parameters['operation']));
		node.credentials = chosen(changes ? writing : reading);
	}
	const { id } = z.object({ id: z.string() }).parse(
		await rest.call('POST', '/rest/workflows', {
			name,
			nodes: [
				...nodes,
				{
					id: 'model',
					name: 'Model',
					type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
					typeVersion: 1.2,
					position: [0, 800],
					parameters: { model: { __rl: true, mode: 'id', value: 'test' }, options: {} },
					credentials: chosen(modelCredential),
				},
			],
			connections: {
				...connections,
				Model: { ai_languageModel: [[{ node: 'Assistant', type: 'ai_languageModel', index: 0 }]] },
			},
			// The template does not keep executions that succeed.
			settings: { ...settings, saveDataSuccessExecution: 'all' },
			pinData: { [CHAT]: [{ json: { sessionId: file, action: 'sendMessage', chatInput: question } }] },
			active: false,
		}),
	);
	ends.unshift(async () => await deleteWorkflow(rest, id));
	return id;
}

const run = z.looseObject({
	data: z.record(z.string(), z.array(z.array(z.looseObject({ json: z.unknown() })).nullable())).optional(),
});
const record = z.object({ status: z.string(), data: z.string() });
const executed = z.looseObject({
	resultData: z.looseObject({
		error: z.looseObject({ message: z.string() }).optional(),
		runData: z.record(z.string(), z.array(run)),
	}),
});

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

/** What an execution has done so far. */
class Progress {
	constructor(private readonly id: string) {}

	private async read(): Promise<{ status: string; resultData: z.infer<typeof executed>['resultData'] }> {
		const { status, data } = record.parse(await rest.call('GET', `/rest/executions/${this.id}`));
		// n8n has no data of an execution that has just begun.
		return { status, ...executed.parse(parseFlatted(data) ?? { resultData: { runData: {} } }) };
	}

	/** Waits for what a step gave last, as text; its items with all that n8n keeps of them. */
	async of(step: string): Promise<string> {
		for (const deadline = Date.now() + 60_000; Date.now() < deadline; await pause(200)) {
			const { status, resultData } = await this.read();
			const given = resultData.runData[step]?.at(-1)?.data;
			if (given && status !== 'running') return JSON.stringify(given);
			if (status === 'error') throw new Error(resultData.error?.message);
		}
		throw new Error(`${step} gave nothing within a minute`);
	}

	async hasRun(step: string): Promise<boolean> {
		return step in (await this.read()).resultData.runData;
	}
}

async function ask(workflowId: string): Promise<Progress> {
	const response = await rest.call('POST', `/rest/workflows/${workflowId}/run`, { triggerToStartFrom: { name: CHAT } });
	return new Progress(z.object({ executionId: z.string() }).parse(response).executionId);
}

describe('The assistant', () => {
	it('answers where an order is with what the tools read', async () => {
		model.next = { name: 'Find_order', arguments: { orderNumber: ORDER } };
		const execution = await ask(await imported('assistant.json', `Where is order ${ORDER}?`));
		expect(await execution.of('Assistant')).toContain(ORDER);
		expect(model.offered.sort()).toEqual([
			'Find_order',
			'Find_shipments_of_order',
			'Find_stock_of_SKU',
			'List_orders_of_days',
		]);
		expect(sandbox.control.requests().log.filter(({ method }) => method !== 'GET')).toEqual([]);
	});
});

describe('The assistant that asks before it changes', () => {
	const statusOf = (): unknown => sandbox.control.orders({ number: ORDER })[0]?.['orderStatus'];
	const proposed = async (): Promise<{ execution: Progress; links: string[] }> => {
		model.next = {
			name: 'Put_order_on_hold',
			arguments: { toolParameters: { orderNumber: ORDER, holdUntil: UNTIL }, hitlParameters: {} },
		};
		const workflowId = await imported('assistant-with-approval.json', `Hold ${ORDER} until May.`);
		const execution = await ask(workflowId);
		const text = await execution.of('Ask for approval');
		expect(text).toContain(UNTIL);
		return { execution, links: [...text.matchAll(/"link":"([^"]+)"/g)].map(([, link]) => String(link)) };
	};
	/** A person clicks; n8n ignores programs, which look at links before persons do. */
	const click = async (links: string[], approved: boolean): Promise<void> => {
		const link = links.find((one) => one.includes(`approved=${approved}`)) ?? '';
		const { pathname, search } = new URL(link);
		await axios.get(`${rest.url}${pathname}${search}`, { proxy: false, headers: { 'user-agent': BROWSER } });
	};

	it('changes nothing when the person declines', async () => {
		const before = statusOf();
		const { execution, links } = await proposed();
		expect(statusOf()).toBe(before);
		await click(links, false);
		expect(await execution.of('Answer in the chat')).toMatch(/rejected/);
		expect(await execution.hasRun('Put order on hold')).toBe(false);
		expect(statusOf()).toBe(before);
	});

	it('makes the change when the person approves, and says what came of it', async () => {
		const { execution, links } = await proposed();
		await click(links, true);
		expect(await execution.of('Answer in the chat')).toMatch(/onHold/);
		expect(statusOf()).toBe('ON_HOLD');
	});
});
