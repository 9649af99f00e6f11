import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { atMostOnceHint } from '../shared/n8n/atMostOnce';
import { testAccessToken } from '../shared/n8n/credentialTest';
import { authentication } from '../shared/n8n/fields';
import { listSearch } from '../shared/n8n/listSearch';
import { productSearch } from '../shared/n8n/productSearch';
import { type Operations, runNode } from '../shared/n8n/runner';
import { stockSearch } from '../shared/n8n/stockSearch';
import { subtitleOf } from '../shared/n8n/subtitle';
import { toolNotice } from '../shared/n8n/toolFields';
import { add, addFields } from './add.operation';
import { getAll, getAllFields } from './getAll.operation';
import { getChanges, getChangesFields } from './getChanges.operation';
import { locationRename, locationRenameFields } from './locationRename.operation';
import { locationSetFlags, locationSetFlagsFields } from './locationSetFlags.operation';
import { menu } from './operations';
import { recordCreate, recordCreateFields } from './recordCreate.operation';
import { recordGetAll, recordGetAllFields } from './recordGetAll.operation';
import { recordGetHistory, recordGetHistoryFields } from './recordGetHistory.operation';
import { recordMove, recordMoveFields } from './recordMove.operation';
import { remove, removeFields } from './remove.operation';
import { set, setFields } from './set.operation';

const operations: Operations = {
	stockLevel: { getAll, set, add, remove, getChanges },
	stockRecord: { getAll: recordGetAll, create: recordCreate, move: recordMove, getHistory: recordGetHistory },
	location: { rename: locationRename, setFlags: locationSetFlags },
};

/** Stock: levels both ways, the records by location behind them, and the locations themselves. */
export class ExtensivInventory implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Extensiv Inventory',
		name: 'extensivInventory',
		icon: { light: 'file:../shared/icons/inventory.svg', dark: 'file:../shared/icons/inventory.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitleOf(menu),
		description:
			'Read and change stock levels, stock records and locations. Its trigger is Extensiv Order Manager Trigger.',
		defaults: { name: 'Extensiv Inventory' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
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
		hints: [atMostOnceHint(operations)],
		properties: [
			authentication,
			toolNotice,
			...menu,
			...getAllFields,
			...setFields,
			...addFields,
			...removeFields,
			...getChangesFields,
			...recordGetAllFields,
			...recordCreateFields,
			...recordMoveFields,
			...recordGetHistoryFields,
			...locationRenameFields,
			...locationSetFlagsFields,
		],
	};

	methods = { credentialTest: { testAccessToken }, listSearch: { ...listSearch, ...productSearch, ...stockSearch } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runNode(this, operations);
	}
}
