import {
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { testAccessToken } from '../shared/n8n/connect/credentialTest';
import { listSearch } from '../shared/n8n/search/listSearch';
import { triggerFields } from './description';
import { pollNode } from './pollNode';

/** Starts a workflow when something changes in Order Manager. */
export class ExtensivTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Extensiv Order Manager Trigger',
		name: 'extensivTrigger',
		icon: {
			light: 'file:../shared/icons/triggers/trigger.svg',
			dark: 'file:../shared/icons/triggers/trigger.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle:
			'={{ [].concat($parameter["events"]).map((event) => event.replace(/[A-Z]/g, (letter) => " " + ' +
			'letter.toLowerCase())).join(", ") }}',
		description: 'Starts the workflow when something changes in Extensiv Order Manager',
		defaults: { name: 'Extensiv Order Manager Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'extensivOrderManagerApi',
				required: true,
				testedBy: 'testAccessToken',
				displayOptions: { show: { authentication: ['extensivOrderManagerApi'] } },
			},
			{
				name: 'extensivOrderManagerOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['extensivOrderManagerOAuth2Api'] } },
			},
			{
				name: 'extensivOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['extensivOAuth2Api'] } },
			},
		],
		properties: [...triggerFields],
	};

	methods = { credentialTest: { testAccessToken }, listSearch };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await pollNode(this);
	}
}
