import { ownValue } from '../shared/domain/ownValue';

/** What is read of a request; n8n gives it as Node.js has it, and a method that reads the body. */
export interface PushRequest {
	/** Names in lower case. */
	headers: Record<string, string | string[] | undefined>;
	/** There after `readRawBody`. */
	rawBody: Buffer;
	/** Unpacks what is packed, and keeps to n8n's own limit of size. */
	readRawBody(): Promise<void>;
}

/** The value of a header; undefined when it is missing or empty. */
export function headerOf({ headers }: PushRequest, name: string): string | undefined {
	const value = ownValue(headers, name);
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/**
 * Reads the body of a request as it was sent (unpacked, where it was packed). Gives undefined when it is longer than so
 * many bytes.
 */
export async function readBody(request: PushRequest, longest: number): Promise<Buffer | undefined> {
	if (Number(request.headers['content-length'] ?? 0) > longest) return undefined;
	try {
		await request.readRawBody();
	} catch (error) {
		if ((error as { status?: number } | null)?.status === 413) return undefined;
		// Broken off, or not packed as it says: such a body is signed by nobody.
		return Buffer.alloc(0);
	}
	return request.rawBody.length > longest ? undefined : request.rawBody;
}
