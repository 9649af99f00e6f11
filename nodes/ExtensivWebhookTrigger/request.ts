import { ownValue } from '../shared/domain/ownValue';

/** The parts of a request that are used: n8n passes the Node.js request, with a method that reads the body. */
export interface PushRequest {
	/** Names in lower case. */
	headers: Record<string, string | string[] | undefined>;
	/** Set after `readRawBody`. */
	rawBody: Buffer;
	/** Decompresses the body, within n8n's own size limit. */
	readRawBody(): Promise<void>;
}

/** The value of a header; undefined if it is missing or empty. */
export function headerOf({ headers }: PushRequest, name: string): string | undefined {
	const value = ownValue(headers, name);
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** Reads the body of a request as it was sent, decompressed. Returns undefined if it exceeds the limit in bytes. */
export async function readBody(request: PushRequest, longest: number): Promise<Buffer | undefined> {
	if (Number(request.headers['content-length'] ?? 0) > longest) return undefined;
	try {
		await request.readRawBody();
	} catch (error) {
		if ((error as { status?: number } | null)?.status === 413) return undefined;
		// Aborted, or wrongly compressed: no signature matches such a body.
		return Buffer.alloc(0);
	}
	return request.rawBody.length > longest ? undefined : request.rawBody;
}
