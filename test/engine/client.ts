import { Agent, request } from 'node:http';
import type { Reply, MethodName, Methods } from './protocol';
import type { ErrorReport, Line } from './types';

/** Environment variable by which test files know the port of a running engine. */
export const portVariable = (line: Line): string => `ENGINE_PORT_${line}`;

/** An error that was thrown inside the engine, with the fields the node gave it. */
export class EngineError extends Error {
	constructor(report: ErrorReport) {
		super(report.message);
		Object.assign(this, report);
	}
}

export type Ask = <M extends MethodName>(method: M, args: Parameters<Methods[M]>[0]) => ReturnType<Methods[M]>;

/** Asks the engine on `port`; node:http, since tests may replace timers and `fetch`. */
export function connect(port: number): Ask {
	const ask = async (method: MethodName, args: unknown): Promise<unknown> => {
		const body = await post(port, JSON.stringify({ method, args }));
		const response = JSON.parse(body) as Reply;
		if (response.error) throw new EngineError(response.error);
		return response.value;
	};
	return ask as Ask;
}

const agent = new Agent({ keepAlive: true });

async function post(port: number, body: string): Promise<string> {
	return await new Promise((resolve, reject) => {
		const call = request({ host: '127.0.0.1', port, method: 'POST', agent }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
			response.on('error', reject);
		});
		call.on('error', reject);
		call.end(body);
	});
}
