import { randomUUID } from 'node:crypto';
import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import type { PollOptions, PollResult } from '../types';
import { callLogs, setCallClock } from './callScope';
import { reportError, reportItem } from './errors';
import { jsonCopy } from './json';
import { additionalData, buildNode, type Session } from './session';

/** One poll of a trigger node, with its static data as they were and as they are left. */
export async function poll(session: Session, options: PollOptions): Promise<PollResult> {
	const { core, workflow: packageOfLine } = session.line;
	const { nodeTypes } = session.pack;
	const { workflowId = randomUUID(), staticData = {}, mode = 'trigger', activation = 'activate', ...more } = options;
	const { timezone, now, budgetMs, ...spec } = more;
	setCallClock(now);
	const node = buildNode(session, { name: 'Trigger', ...spec });
	const workflow = new packageOfLine.Workflow({
		id: workflowId,
		name: 'Workflow',
		nodes: [node],
		connections: {},
		active: mode === 'trigger',
		nodeTypes,
		staticData: { [`node:${node.name}`]: staticData },
		settings: timezone ? { timezone } : {},
	});
	const built = workflow.getNode(node.name) ?? node;
	const context: IPollFunctions = new core.PollContext(workflow, built, additionalData(session), mode, activation);
	if (budgetMs !== undefined) Object.assign(context, { getPollBudgetMs: () => budgetMs });
	const type = nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	if (!type.poll) throw new Error(`${options.node} does not poll`);
	const left = () => ({ staticData: jsonCopy(workflow.getStaticData('node', built)), logs: callLogs() });
	try {
		const outputs: INodeExecutionData[][] | null = await type.poll.call(context);
		return { items: outputs && (outputs[0] ?? []).map((item) => reportItem(session.line, item)), ...left() };
	} catch (error) {
		return { items: null, error: reportError(session.line, error), ...left() };
	}
}
