import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod/v4';
import type { Rest } from './rest';
import { type Execution, readExecution } from './workflows';

const saved = z.object({ versionId: z.string() });
const page = z.object({ results: z.array(z.object({ id: z.string(), status: z.string() })) });
const ended = new Set(['success', 'error', 'crashed', 'canceled']);

const publication = z.object({
	status: z.string(),
	triggers: z.array(z.object({ errorMessage: z.string().nullish() })),
});

/** n8n publishes in the background: waits until it has done so. */
const publicationOf = async (
	rest: Rest,
	workflowId: string,
	timeoutMs = 60_000,
): Promise<z.infer<typeof publication>> => {
	for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await pause(100)) {
		const found = publication.parse(await rest.call('GET', `/rest/workflows/${workflowId}/publication-status`));
		if (found.status !== 'in_progress') return found;
	}
	throw new Error(`n8n was still publishing after ${timeoutMs / 1000} s`);
};

/** Puts the saved version of a workflow into operation, as the editor's *Publish* does. Throws with what its trigger says against it. */
export const publishWorkflow = async (rest: Rest, workflowId: string): Promise<void> => {
	const { versionId } = saved.parse(await rest.call('GET', `/rest/workflows/${workflowId}`));
	await rest.call('POST', `/rest/workflows/${workflowId}/activate`, { versionId, name: '', description: '' });
	const { status, triggers } = await publicationOf(rest, workflowId);
	if (status !== 'published')
		throw new Error(`The workflow is ${status}: ${triggers.map(({ errorMessage }) => errorMessage ?? '').join(' ')}`);
};

/** Puts a workflow out of operation; then it can be deleted. */
export const unpublishWorkflow = async (rest: Rest, workflowId: string): Promise<void> => {
	await rest.call('POST', `/rest/workflows/${workflowId}/deactivate`, {});
	await publicationOf(rest, workflowId);
};

/** Waits until so many executions of a workflow have ended; gives all there are, the oldest first. */
export const endedExecutions = async (
	rest: Rest,
	workflowId: string,
	least: number,
	timeoutMs = 60_000,
): Promise<Execution[]> => {
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await pause(200)) {
		const { results } = page.parse(await rest.call('GET', `/rest/executions?filter=${filter}&limit=50`));
		if (results.length < least || results.some(({ status }) => !ended.has(status))) continue;
		const ids = results.map(({ id }) => id).sort((one, other) => Number(one) - Number(other));
		return await Promise.all(ids.map(async (id) => await readExecution(rest, id)));
	}
	throw new Error(`There were no ${least} ended executions within ${timeoutMs / 1000} s`);
};
