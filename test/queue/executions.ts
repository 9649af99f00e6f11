import { z } from 'zod/v4';
import { readExecution, type Rest } from '../host';

const row = z.object({ id: z.string(), status: z.string(), retryOf: z.string().nullish() });
const page = z.object({ results: z.array(row), nextCursor: z.string().nullish() });

/** An execution in n8n's list. `status` is n8n's word: new, running, success, error, crashed. */
export type Listed = z.infer<typeof row>;

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

/** Why an execution failed, in n8n's words. */
export const reasonOf = async (rest: Rest, id: string): Promise<string> =>
	(await readExecution(rest, id)).error ?? 'no reason given';

/** Presses *Retry* on an execution and waits for its end; gives the status of the new execution. */
export const retryExecution = async (rest: Rest, id: string): Promise<string> =>
	z.object({ status: z.string() }).parse(await rest.call('POST', `/rest/executions/${id}/retry`, {})).status;
