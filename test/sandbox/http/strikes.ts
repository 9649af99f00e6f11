import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Strike } from './faults';
import { Answer } from './problem';

/** Sent instead of doing the work: to another address. */
export function redirection({ status = 302, location }: Strike, request: FastifyRequest): Answer {
	const target = location ?? `http://localhost:${request.raw.socket.localPort}`;
	const isOrigin = new URL(target).pathname === '/' && new URL(target).search === '';
	return new Answer(
		status,
		{ message: 'Moved' },
		{ location: isOrigin ? new URL(request.raw.url ?? '/', target).href : target },
	);
}

/** Sent instead of doing the work: a success by its status, and a refusal by its words. */
export const refusal = ({ status = 200, body = { success: false, message: 'Refused' } }: Strike): Answer =>
	new Answer(status, body);

/** Sends an answer byte by byte, after blanks, which JSON allows: the connection is never silent. Ends when the caller is gone. */
export async function drip(
	{ dripMs = 50, dripForMs = Infinity }: Strike,
	reply: FastifyReply,
	{ status, headers }: Answer,
	text: string,
): Promise<void> {
	reply.hijack();
	const { raw } = reply;
	raw.writeHead(status, { 'content-type': 'application/json;charset=UTF-8', ...headers });
	for (let waited = 0; waited < dripForMs && !raw.destroyed; waited += dripMs) await put(raw, ' ', dripMs);
	for (const byte of Buffer.from(text)) {
		if (raw.destroyed) return;
		await put(raw, Buffer.from([byte]), dripMs);
	}
	raw.end();
}

async function put(raw: FastifyReply['raw'], bytes: string | Buffer, ms: number): Promise<void> {
	raw.write(bytes);
	await pause(ms);
}
