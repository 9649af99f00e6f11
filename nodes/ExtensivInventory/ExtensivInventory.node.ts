import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { authentication, resourceField } from '../shared/n8n/fields';
import { listSearch } from '../shared/n8n/listSearch';
import { runNode } from '../shared/n8n/runner';
import { getAll, getAllFields } from './getAll.operation';
import { set, setFields } from './set.operation';

/** Stock levels, both ways. */
export class ExtensivInventory implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Extensiv Inventory',
		name: 'extensivInventory',
		icon: { light: 'file:../shared/icons/inventory.svg', dark: 'file:../shared/icons/inventory.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Read and set stock levels in Extensiv Order Manager',
		defaults: { name: 'Extensiv Inventory' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [
			{ name: 'extensivOrderManagerApi', required: true, displayOptions: { show: { authentication: ['extensivOrderManagerApi'] } } },
			{ name: 'extensivOrderManagerOAuth2Api', required: true, displayOptions: { show: { authentication: ['extensivOrderManagerOAuth2Api'] } } },
			{ name: 'extensivOAuth2Api', required: true, displayOptions: { show: { authentication: ['extensivOAuth2Api'] } } },
		],
		properties: [
			authentication,
			resourceField([{ name: 'Stock Level', value: 'stockLevel' }], 'stockLevel'),
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: ['stockLevel'] } },
				options: [
					{ name: 'Get Many', value: 'getAll', action: 'Get many stock levels', description: 'Get many stock levels' },
					{ name: 'Set', value: 'set', action: 'Set a stock level', description: 'Overwrite how many pieces are on hand' },
				],
				default: 'getAll',
			},
			...getAllFields,
			...setFields,
		],
	};

	methods = { listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runNode(this, { stockLevel: { getAll, set } });
	}
}
