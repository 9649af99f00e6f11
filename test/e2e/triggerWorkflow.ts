import { contracts } from '../demo/contracts';
import { createCredential, importWorkflow, publishWorkflow, type Rest } from '../host';

/** Name of the trigger's node. */
export const triggerName = 'Order updated';

/** How often the trigger looks. */
export const pollSeconds = 10;

/** n8n refuses a schedule that polls more than once a minute, but not several that do it at different seconds. */
const pollTimes = {
	item: Array.from({ length: 60 / pollSeconds }, (_, at) => ({
		mode: 'custom',
		cronExpression: `${at * pollSeconds} * * * * *`,
	})),
};

/** Publishes a workflow that is started by changed orders and then takes a few seconds; gives its id. */
export const publishTrigger = async (rest: Rest, sandboxUrl: string): Promise<string> => {
	const { credentialType, credentialName, credentialData } = contracts.live;
	const { id, name } = await createCredential(rest, credentialType, credentialName, credentialData(sandboxUrl));
	const workflowId = await importWorkflow(rest, {
		name: 'Changed orders',
		nodes: [
			{
				id: 'b4d4fd3c-8a4a-4f24-9b46-1c5dfb3f0f01',
				name: triggerName,
				type: 'n8n-nodes-extensiv-om.extensivTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {
					pollTimes,
					authentication: credentialType,
					events: ['orderUpdated'],
					options: { settleSeconds: 2, overlapSeconds: 20, maxRecords: 500, pageSize: 500, requestsPerSecond: 1000 },
				},
				credentials: { [credentialType]: { id, name } },
			},
			{
				id: 'b4d4fd3c-8a4a-4f24-9b46-1c5dfb3f0f02',
				name: 'Work',
				type: 'n8n-nodes-base.wait',
				typeVersion: 1.1,
				position: [220, 0],
				parameters: { resume: 'timeInterval', amount: 3, unit: 'seconds' },
			},
		],
		connections: { [triggerName]: { main: [[{ node: 'Work', type: 'main', index: 0 }]] } },
	});
	await publishWorkflow(rest, workflowId);
	return workflowId;
};
