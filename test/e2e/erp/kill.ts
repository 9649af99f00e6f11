import { type KillableHost, say } from '../../host';
import { startWorkflow } from '../../host/workflows';
import type { FaultRule } from '../../sandbox/http/faults';
import type { Sandbox } from '../../sandbox';
import { type Moment, untilMoment } from '../killMoments';
import type { Flow } from './flow';

/** Waits for a moment in the life of a workflow, kills n8n, and starts it again. */
export async function killAt(
	moment: Moment,
	{ host, sandbox, workflowId }: { host: KillableHost; sandbox: Sandbox; workflowId: string },
): Promise<void> {
	await untilMoment(moment, { sandbox, database: host.database, workflowId });
	await host.kill();
	say(`e2e: killed ${moment.name}`);
	await host.restart();
	// What the killed n8n left unanswered would be taken for its successor's.
	sandbox.control.clearRequests();
}

/** Presses *Execute workflow*, and kills n8n at a moment of that run. */
export async function killWhileRunning(
	moment: Moment,
	{ host, sandbox, flow, trigger = 'Start' }: { host: KillableHost; sandbox: Sandbox; flow: Flow; trigger?: string },
): Promise<void> {
	await startWorkflow(host.rest, flow.id, trigger);
	await killAt(moment, { host, sandbox, workflowId: flow.id });
}

/** A call that gets no answer: it never has an effect (`hang`), or it has (`lostAnswer`). */
export type Unanswered = Pick<FaultRule, 'method' | 'path'> & { kind: 'hang' | 'lostAnswer'; at: number };

/**
 * The moment in which a call of a kind, counted from 1, is under way. It gets no answer; the calls after it do.
 * @param isToo what must be true as well, such as that an earlier call has had its effect
 */
export function during({ at, ...call }: Unanswered, sandbox: Sandbox, isToo = (): boolean => true): Moment {
	sandbox.control.faults([{ ...call, at: [at] }]);
	const effect = call.kind === 'hang' ? 'without an effect' : 'with its effect';
	return {
		name: `during ${call.method} ${call.path} no. ${at}, ${effect}`,
		isReached: () => sandbox.control.requests().log.some(({ fault }) => fault === call.kind) && isToo(),
	};
}
