import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { createGunzip, createInflate } from 'node:zlib';

/** n8n's own limit, unless it is set. */
const LONGEST = 16 * 1024 * 1024;

/** Gives a request what n8n gives it: `readRawBody`, as in `dist/middlewares/body-parser.js` of n8n 2.41.1 and 1.123.81. */
export function addBodyReader(request: IncomingMessage): void {
	request.readRawBody = async () => {
		if (!request.rawBody) request.rawBody = await read(unpacked(request));
	};
}

/** What n8n does before a node sees the request. False when the body is not well-formed; n8n then answers without the node. */
export async function parseBody(request: IncomingMessage & { body?: unknown }): Promise<boolean> {
	await request.readRawBody();
	try {
		if (request.rawBody.length > 0 && request.headers['content-type']?.startsWith('application/json'))
			request.body = JSON.parse(request.rawBody.toString());
		return true;
	} catch {
		return false;
	}
}

function unpacked(request: IncomingMessage): Readable {
	switch (request.headers['content-encoding']) {
		case 'gzip':
			return request.pipe(createGunzip());
		case 'deflate':
			return request.pipe(createInflate());
		default:
			return request;
	}
}

async function read(stream: Readable): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of stream) {
		chunks.push(chunk as Buffer);
		length += (chunk as Buffer).length;
		if (length > LONGEST) throw Object.assign(new Error('request entity too large'), { status: 413 });
	}
	return Buffer.concat(chunks);
}
