import { randomUUID } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import type { PollOptions, PollResult } from '../engine';
import { SandboxClient } from '../sandbox/client';
import { type Contract, credentialFor } from './credentials';
import type { Stage } from './stage';

/** An activated trigger: each poll begins with what n8n kept of the one before. */
export class Watch {
	private readonly workflowId = randomUUID();
	private staticData: IDataObject = {};
	/** This machine's clock and n8n's limit in the polls to come. */
	machine: Pick<PollOptions, 'now' | 'budgetMs'> = {};

	constructor(
		private readonly stage: Stage,
		private readonly parameters: IDataObject,
		private readonly contract: Contract = 'live',
	) {}

	/** What n8n keeps for the node; set it to what it was, and the trigger is one that was restarted. */
	get state(): IDataObject {
		return JSON.parse(JSON.stringify(this.staticData)) as IDataObject;
	}
	set state(state: IDataObject) {
		this.staticData = state;
	}

	async poll(change: IDataObject = {}, mode: 'trigger' | 'manual' = 'trigger'): Promise<PollResult> {
		const credentials = credentialFor(this.contract, this.stage.url);
		const parameters = { ...this.parameters, ...change };
		const result = await this.stage.engine.poll({
			node: 'extensivTrigger',
			workflowId: this.workflowId,
			credentials,
			mode,
			...this.machine,
			staticData: this.state,
			parameters: {
				authentication: credentials.type,
				...parameters,
				// What happens in a test is to be told at once.
				options: { requestsPerSecond: 1000, settleSeconds: 0, ...(parameters.options as IDataObject | undefined) },
			},
		});
		if (mode === 'trigger') this.staticData = result.staticData;
		return result;
	}

	/** Data of the items of a poll that must go well. */
	async items(change: IDataObject = {}): Promise<IDataObject[]> {
		const { error, items } = await this.poll(change);
		if (error) throw new Error(`The poll failed: ${error.message}`);
		return (items ?? []).map(({ json }) => json);
	}
}

/** Somebody else who works with the live API meanwhile. */
export const somebody = (stage: Stage): SandboxClient => new SandboxClient(stage.sandbox);

/** Orders, found by their numbers, are changed: their notes say what was written last. */
export async function changeOrder(stage: Stage, number: string, internalNotes: string): Promise<void> {
	await somebody(stage).send('POST', '/v1/orders/notes', { orderId: stage.order(number).orderId, internalNotes });
}
