import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod/v4';
import type { Rest } from '../host';

const row = z.object({ id: z.string(), status: z.string(), retryOf: z.string().nullish() });
const page = z.object({ results: z.array(row), nextCursor: z.string().nullish() });

/** An execution in n8n's list. `status` is n8n's word: new, running, success, error, crashed. */
export type Listed = z.infer<typeof row>;

const UNFINISHED = new Set(['new', 'running', 'waiting']);

/** All executions of a workflow, as n8n's own list shows them. */
export const listExecutions = async (rest: Rest, workflowId: string): Promise<Listed[]> => {
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	const all: Listed[] = [];
	for (let cursor: string | null | undefined = ''; cursor != null; ) {
		const from: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
		const { results, nextCursor } = page.parse(
			await rest.call('GET', `/rest/executions?filter=${filter}&limit=100${from}`),
		);
		all.push(...results);
		cursor = nextCursor;
	}
	return all;
};

/** Waits until n8n shows that each of these executions has ended; gives them. Throws when that takes too long. */
export const untilEnded = async (
	rest: Rest,
	workflowId: string,
	ids: readonly string[],
	timeoutMs: number,
): Promise<Listed[]> => {
	for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await pause(1_000)) {
		const found = (await listExecutions(rest, workflowId)).filter(({ id }) => ids.includes(id));
		if (found.length === ids.length && found.every(({ status }) => !UNFINISHED.has(status))) return found;
	}
	throw new Error(`Of the executions ${ids.join(', ')}, some did not end within ${timeoutMs / 1000} s`);
};

/** Presses *Retry* on an execution and waits for its end; gives the status of the new execution. */
export const retryExecution = async (rest: Rest, id: string): Promise<string> =>
	z.object({ status: z.string() }).parse(await rest.call('POST', `/rest/executions/${id}/retry`, {})).status;
