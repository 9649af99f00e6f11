import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod/v4';

const message = z.looseObject({ role: z.string(), content: z.unknown() });
const request = z.looseObject({
	messages: z.array(message),
	tools: z.array(z.looseObject({ function: z.looseObject({ name: z.string() }) })).default([]),
});

/** What the model does with a question: uses this tool. */
export interface ToolCall {
	name: string;
	arguments: Record<string, unknown>;
}

/** A language model that does as it is told, with the interface that most providers share. */
export interface ChatModel {
	url: string;
	/** The names of the tools that it was offered last. */
	offered: string[];
	/** What it does with the next questions. When a tool has answered, it repeats that answer. */
	next: ToolCall;
	close(): Promise<void>;
}

export async function startChatModel(): Promise<ChatModel> {
	const server = createServer((incoming, response) => {
		void bodyOf(incoming).then((body) => {
			response.writeHead(200, { 'content-type': 'application/json' });
			response.end(JSON.stringify(answerTo(model, body)));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const model: ChatModel = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
		offered: [],
		next: { name: '', arguments: {} },
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	return model;
}

async function bodyOf(incoming: IncomingMessage): Promise<unknown> {
	const parts: Buffer[] = [];
	for await (const part of incoming) parts.push(part as Buffer);
	return JSON.parse(Buffer.concat(parts).toString('utf8'));
}

function answerTo(model: ChatModel, body: unknown): unknown {
	const { messages, tools } = request.parse(body);
	model.offered = tools.map((tool) => tool.function.name);
	const last = messages.at(-1);
	const said =
		last?.role === 'tool'
			? { role: 'assistant', content: `The tool says: ${textOf(last.content)}` }
			: {
					role: 'assistant',
					content: null,
					tool_calls: [
						{
							id: `call_${messages.length}`,
							type: 'function',
							function: { name: model.next.name, arguments: JSON.stringify(model.next.arguments) },
						},
					],
				};
	return {
		id: 'answer',
		object: 'chat.completion',
		created: 0,
		model: 'test',
		choices: [{ index: 0, message: said, finish_reason: 'tool_calls' in said ? 'tool_calls' : 'stop' }],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	};
}

const textOf = (content: unknown): string => (typeof content === 'string' ? content : JSON.stringify(content));
