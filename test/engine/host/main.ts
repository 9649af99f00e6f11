import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { inCall, takeStrays } from './callScope';
import { compileOnce } from './builtFiles';
import { takeCoverage } from './coverage';
import { testCredential } from './credentialTest';
import { listSearch, loadOptions, resourceMapping } from './editor';
import { reportError } from './errors';
import { executeWorkflow } from './execute';
import { loadLine, type EngineLine } from './line';
import { redirectPackRequires } from './pack';
import { poll } from './poll';
import type { Reply, Call, Methods } from '../protocol';
import { createSession, type Session } from './session';
import type { Line } from '../types';
import { WebhookEndpoint } from './webhook';

// The engine process: one n8n line behind a loopback port. n8n-core is loaded by the first call, so that a run of unit tests pays
// nothing for it; a run that counts coverage is a whole one and needs it soon.

const [lineName, builtFolder, counted] = process.argv.slice(2) as [Line, string, string | undefined];
const sessions = new Map<string, Session>();
let loaded: EngineLine | undefined;

function line(): EngineLine {
	if (loaded) return loaded;
	compileOnce(builtFolder, counted !== undefined);
	loaded = loadLine(lineName);
	redirectPackRequires(loaded);
	return loaded;
}

function session(id: string): Session {
	const found = sessions.get(id);
	if (!found) throw new Error('The engine is closed');
	return found;
}

function webhook(id: string, key: string): WebhookEndpoint {
	const found = session(id).webhooks.get(key);
	if (!found) throw new Error('The webhook is closed');
	return found;
}

const methods: Methods = {
	async open({ pack }) {
		const id = randomUUID();
		sessions.set(id, await createSession(line(), pack));
		return id;
	},
	async close({ id }) {
		const { running, webhooks, rejections } = session(id);
		for (const execution of running.values()) execution.cancel();
		await Promise.all([...webhooks.values()].map(async (webhook) => await webhook.close()));
		sessions.delete(id);
		await setImmediate();
		const unhandled = [...rejections, ...takeStrays()].map((error) => reportError(line(), error));
		return { coverage: takeCoverage(), unhandled };
	},
	runWorkflow: async ({ id, ...request }) => await executeWorkflow(session(id), request),
	async cancel({ id, key }) {
		session(id).running.get(key)?.cancel();
	},
	poll: async ({ id, ...options }) => await poll(session(id), options),
	async openWebhook({ id, ...options }) {
		const webhook = new WebhookEndpoint(session(id), options);
		const url = await webhook.open();
		const key = randomUUID();
		session(id).webhooks.set(key, webhook);
		return { key, url };
	},
	async webhookState({ id, key }) {
		return webhook(id, key).report();
	},
	async closeWebhook({ id, key }) {
		const closing = webhook(id, key);
		session(id).webhooks.delete(key);
		await closing.close();
	},
	listSearch: async ({ id, ...call }) => await listSearch(session(id), call),
	loadOptions: async ({ id, ...call }) => await loadOptions(session(id), call),
	resourceMapping: async ({ id, ...call }) => await resourceMapping(session(id), call),
	async addCredential({ id, type, data }) {
		return { ...session(id).credentials.add(type, data as never), type };
	},
	async readCredential({ id, credential }) {
		return session(id).credentials.read(credential.id) as never;
	},
	async writeCredential({ id, credential, data }) {
		session(id).credentials.write(credential.id, data as never);
	},
	testCredential: async ({ id, credential, submitted }) => await testCredential(session(id), credential, submitted),
};

async function reply(request: IncomingMessage): Promise<Reply> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const { method, args } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Call;
	const rejections = sessions.get(args.id ?? '')?.rejections ?? [];
	try {
		return { value: await inCall<unknown>(rejections, async () => await methods[method](args as never)) };
	} catch (error) {
		return { error: loaded ? reportError(loaded, error) : { ...plainError(error), ofLine: false } };
	}
}

function plainError(error: unknown): { name: string; message: string; stack?: string } {
	const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
	return { name, message, ...(stack && { stack }) };
}

const server = createServer((request, response) => {
	// A call that was cut short is no call: whoever made it is gone.
	reply(request).then(
		(result) => response.end(JSON.stringify(result)),
		() => response.writeHead(400).end(),
	);
});
// Connections are kept as long as a test file wants to: one closed while it sends would fail its call.
server.keepAliveTimeout = 0;
server.listen(0, '127.0.0.1', () => {
	process.send?.((server.address() as AddressInfo).port);
	if (counted) line();
});
process.on('disconnect', () => process.exit(0));
