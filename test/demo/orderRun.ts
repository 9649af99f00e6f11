import { z } from 'zod/v4';
import { runWorkflow, type Execution, type Host } from '../host';
import type { Sandbox } from '../sandbox';
import { nodeNames } from './template';

export interface Refusal {
	orderNumber: string;
	reason: string;
}

/** What one run of the workflow did, by n8n's own execution data. */
export interface OrderRun {
	executionId: string;
	/** Order numbers. */
	created: string[];
	existing: string[];
	/** Created, but Extensiv needs a person to look at them. */
	unresolved: string[];
	refused: Refusal[];
	/** What was put together in orders that were sent, by their numbers. */
	notes: ReadonlyMap<string, string>;
	/** Stock rows read back. */
	stockRows: number;
	/** Calls the sandbox counted, by `METHOD path`, token calls included. */
	requests: Record<string, number>;
	/** From start to end, by n8n's clock. */
	seconds: number;
	/** Seconds of the node that creates the orders. */
	createSeconds: number;
}

const sent = z.looseObject({
	outcome: z.enum(['created', 'existing']),
	orderNumber: z.string(),
	lifecycle: z.string().nullish(),
});
const refused = z.object({ orderNumber: z.string(), reason: z.string() });

/** What the workflow's last step says of refused orders. */
const refusalsOf = (execution: Execution): Refusal[] => z.array(refused).parse(execution.output(nodeNames.refused));

/** Orders of which something was put together, and what. */
const notesOf = (execution: Execution): Map<string, string> => {
	const noted = z
		.array(z.object({ orderID: z.string(), note: z.string().optional() }))
		.parse(execution.output(nodeNames.lines));
	return new Map(noted.flatMap(({ orderID, note }) => (note === undefined ? [] : [[orderID, note]])));
};

/** Runs the adapted template once and reads what came of it. Throws when the run itself failed. */
export const runOrders = async (host: Pick<Host, 'rest'>, sandbox: Sandbox, workflowId: string): Promise<OrderRun> => {
	sandbox.control.clearRequests();
	const execution = await runWorkflow(host.rest, workflowId, nodeNames.trigger);
	if (execution.status !== 'success') {
		throw new Error(
			`The workflow ended with "${execution.status}" (execution ${execution.id}). ${execution.error ?? ''}`,
		);
	}
	const orders = z.array(sent).parse(execution.output(nodeNames.create, 0));
	const numbersOf = (outcome: 'created' | 'existing'): string[] =>
		orders.filter((one) => one.outcome === outcome).map((one) => one.orderNumber);
	return {
		executionId: execution.id,
		created: numbersOf('created'),
		existing: numbersOf('existing'),
		unresolved: orders
			.filter((one) => one.outcome === 'created' && one.lifecycle === 'unresolved')
			.map((one) => one.orderNumber),
		refused: refusalsOf(execution),
		notes: notesOf(execution),
		stockRows: execution.output(nodeNames.stock).length,
		requests: sandbox.control.requests().byEndpoint,
		seconds: execution.seconds,
		createSeconds: execution.ran(nodeNames.create).seconds,
	};
};

/** All requests of a run, or those whose `METHOD path` satisfies the condition. */
export const countRequests = (run: OrderRun, condition: (endpoint: string) => boolean = () => true): number =>
	Object.entries(run.requests).reduce((sum, [endpoint, count]) => (condition(endpoint) ? sum + count : sum), 0);
