import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { atMostOnceHint } from '../shared/n8n/run/atMostOnce';
import { testAccessToken } from '../shared/n8n/connect/credentialTest';
import { authentication } from '../shared/n8n/form/fields';
import { listSearch } from '../shared/n8n/search/listSearch';
import { productSearch } from '../shared/n8n/search/productSearch';
import { type Operations, runNode } from '../shared/n8n/run/runner';
import { stockSearch } from '../shared/n8n/search/stockSearch';
import { subtitleOf } from '../shared/n8n/form/subtitle';
import { toolNotice } from '../shared/n8n/form/toolFields';
import { add, addFields } from './resources/stockLevel/add';
import { getAll, getAllFields } from './resources/stockLevel/getAll';
import { getChanges, getChangesFields } from './resources/stockLevel/getChanges';
import { locationRename, locationRenameFields } from './resources/location/rename';
import { locationSetFlags, locationSetFlagsFields } from './resources/location/setFlags';
import { menu } from './operations';
import { recordCreate, recordCreateFields } from './resources/stockRecord/create';
import { recordGetAll, recordGetAllFields } from './resources/stockRecord/getAll';
import { recordGetHistory, recordGetHistoryFields } from './resources/stockRecord/getHistory';
import { recordMove, recordMoveFields } from './resources/stockRecord/move';
import { remove, removeFields } from './resources/stockLevel/remove';
import { set, setFields } from './resources/stockLevel/set';

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
