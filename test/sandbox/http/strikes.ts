import type { FastifyRequest } from 'fastify';
import type { Strike } from './faults';
import { Reply } from './problem';

/** Sent instead of doing the work: to another address. */
export function redirection({ status = 302, location }: Strike, request: FastifyRequest): Reply {
	const target = location ?? `http://localhost:${request.raw.socket.localPort}`;
	const isOrigin = new URL(target).pathname === '/' && new URL(target).search === '';
	return new Reply(
		status,
		{ message: 'Moved' },
		{ location: isOrigin ? new URL(request.raw.url ?? '/', target).href : target },
	);
}
