import { z } from 'zod/v4';
import type { Database } from '../host';
import { triggerName } from './triggerWorkflow';

const rows = z.tuple([z.object({ staticData: z.string().nullable(), last: z.string().nullable() })]);
const kept = z.record(z.string(), z.looseObject({ state: z.object({ savedAt: z.number() }) }));

/**
 * Whether n8n was killed after it had saved the trigger's position and before it had saved the execution with the items: in its usual mode it does the one after the other. Then the
 * trigger must send them once more. Told beside orders whose last change is missing, to say where it went.
 */
export async function hasLostEmission(database: Database, workflowId: string): Promise<boolean> {
	const query = `select w.staticData, max(e.createdAt) as last from workflow_entity w left join execution_entity e on e.workflowId = w.id where w.id = ?`;
	const [{ staticData, last }] = rows.parse(await database.rows(query, [workflowId]));
	const saved = kept.safeParse(JSON.parse(staticData ?? 'null')).data?.[`node:${triggerName}`]?.state.savedAt;
	return saved !== undefined && (last === null || Date.parse(`${last.replace(' ', 'T')}Z`) < saved * 1000);
}
