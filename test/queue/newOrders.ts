import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod/v4';
import { importWorkflow, readExecution, type Rest, type SavedCredential } from '../host';
import { publishWorkflow } from '../host/publish';
import { listExecutions } from './executions';

const TRIGGER = 'New order';
const POLL_SECONDS = 10;

/** n8n refuses a schedule that polls more than once a minute, but not several that do it at different seconds. */
const pollTimes = {
	item: Array.from({ length: 60 / POLL_SECONDS }, (_, at) => ({
		mode: 'custom',
		cronExpression: `${at * POLL_SECONDS} * * * * *`,
	})),
};

const items = z.array(z.looseObject({ order: z.looseObject({ orderNumber: z.string() }) }));

/** A published workflow that each new order starts. */
export class NewOrders {
	private constructor(
		private readonly rest: Rest,
		private readonly workflowId: string,
	) {}

	static async publish(rest: Rest, { id, name, type }: SavedCredential): Promise<NewOrders> {
		const workflowId = await importWorkflow(rest, {
			name: 'New orders',
			nodes: [
				{
					id: randomUUID(),
					name: TRIGGER,
					type: 'n8n-nodes-extensiv-om.extensivTrigger',
					typeVersion: 1,
					position: [0, 0],
					parameters: {
						pollTimes,
						authentication: type,
						events: ['orderCreated'],
						options: { settleSeconds: 2, overlapSeconds: 20 },
					},
					credentials: { [type]: { id, name } },
				},
				{
					id: randomUUID(),
					name: 'Work',
					type: 'n8n-nodes-base.noOp',
					typeVersion: 1,
					position: [220, 0],
					parameters: {},
				},
			],
			connections: { [TRIGGER]: { main: [[{ node: 'Work', type: 'main', index: 0 }]] } },
		});
		await publishWorkflow(rest, workflowId);
		return new NewOrders(rest, workflowId);
	}

	/** Numbers of the orders that came, and IDs of the executions they started; waits for so many, at most a minute. */
	async delivered(count: number): Promise<{ numbers: string[]; executions: string[] }> {
		for (const deadline = Date.now() + 60_000; ; await pause(2_000)) {
			const executions = (await listExecutions(this.rest, this.workflowId)).map(({ id }) => id);
			const all = await Promise.all(executions.map(async (id) => await readExecution(this.rest, id)));
			const numbers = all.flatMap((one) => items.parse(one.output(TRIGGER)).map(({ order }) => order.orderNumber));
			if (numbers.length >= count || Date.now() > deadline) return { numbers, executions };
		}
	}
}
