import { type KillableHost, say } from '../../../host';
import { startWorkflow } from '../../../host/workflows';
import type { FaultRule, Sandbox } from '../../../sandbox';
import { type Moment, untilMoment } from '../../killMoments';
import type { Flow } from './flow';

/** Waits for a moment in the life of a workflow, kills n8n, and starts it again. */
export async function killAt(
	moment: Moment,
	{ host, sandbox, workflowId = '' }: { host: KillableHost; sandbox: Sandbox; workflowId?: string },
): Promise<void> {
	await untilMoment(moment, { sandbox, database: host.database, workflowId });
	await host.kill();
	say(`e2e: killed ${moment.name}`);
	await host.restart();
	// What the killed n8n left unanswered would be taken for its successor's.
	sandbox.control.clearRequests();
}

/** Presses *Execute workflow* in each of the flows. Does not wait for their ends. */
export const startAll = async ({ rest }: KillableHost, flows: readonly Flow[]): Promise<void> => {
	for (const { id } of flows) await startWorkflow(rest, id, 'Start');
};

/** From now on the service leaves these calls without an answer: they have no effect (`hang`), or have it (`lostAnswer`). */
export function leaveUnanswered(sandbox: Sandbox, calls: readonly FaultRule[]): { areAllUnderWay(): boolean } {
	sandbox.control.faults([...calls]);
	return {
		areAllUnderWay: () => {
			const { log } = sandbox.control.requests();
			return calls.every((call) => log.some(({ fault, path }) => fault === call.kind && path === call.path));
		},
	};
}
