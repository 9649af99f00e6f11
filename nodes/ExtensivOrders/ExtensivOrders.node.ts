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
import { getLabels } from '../shared/n8n/labelFields';
import { listSearch } from '../shared/n8n/listSearch';
import { listingSearch } from '../shared/n8n/listingSearch';
import { type Operations, runNode } from '../shared/n8n/runner';
import { shippingSearch } from '../shared/n8n/shippingSearch';
import { subtitleOf } from '../shared/n8n/subtitle';
import { toolNotice } from '../shared/n8n/toolFields';
import { cancel, cancelFields } from './cancel.operation';
import { create, createFields } from './create.operation';
import { fieldGet, fieldGetFields } from './fieldGet.operation';
import { fieldSet, fieldSetFields, getOrderCustomFields } from './fieldSet.operation';
import { get, getFields } from './get.operation';
import { getAll, getAllFields } from './getAll.operation';
import { getOrderColumns } from './getOrderColumns';
import { getStatuses, getStatusesFields } from './getStatuses.operation';
import { hold, holdFields } from './hold.operation';
import { itemAdd, itemAddFields } from './itemAdd.operation';
import { itemRemove, itemRemoveFields } from './itemRemove.operation';
import { itemUpdate, itemUpdateFields } from './itemUpdate.operation';
import { labelAdd, labelAddFields } from './labelAdd.operation';
import { labelGet, labelGetFields } from './labelGet.operation';
import { labelRemove, labelRemoveFields } from './labelRemove.operation';
import { menu } from './operations';
import { newOrderFields } from './newOrder';
import { restore, restoreFields } from './restore.operation';
import { sendToFulfillment, sendToFulfillmentFields } from './sendToFulfillment.operation';
import { setNotes, setNotesFields } from './setNotes.operation';
import { split, splitFields } from './split.operation';
import { update, updateFields } from './update.operation';
import { upsert, upsertFields } from './upsert.operation';
import { validate, validateFields } from './validate.operation';

const operations: Operations = {
	order: {
		cancel,
		create,
		get,
		getAll,
		getStatuses,
		hold,
		restore,
		sendToFulfillment,
		setNotes,
		split,
		update,
		upsert,
		validate,
	},
	orderItem: { add: itemAdd, remove: itemRemove, update: itemUpdate },
	orderLabel: { add: labelAdd, get: labelGet, remove: labelRemove },
	orderCustomField: { get: fieldGet, set: fieldSet },
};

/**
 * Orders: into Order Manager, out of it, changed, held, split, sent and cancelled; their lines, labels and custom
 * fields.
 */
export class ExtensivOrders implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Extensiv Orders',
		name: 'extensivOrders',
		icon: { light: 'file:../shared/icons/orders.svg', dark: 'file:../shared/icons/orders.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitleOf(menu),
		description:
			'Create, find, change, hold, split, send and cancel orders. Its trigger is Extensiv Order Manager Trigger.',
		defaults: { name: 'Extensiv Orders' },
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
			...newOrderFields,
			...createFields,
			...upsertFields,
			...getFields,
			...getAllFields,
			...updateFields,
			...validateFields,
			...cancelFields,
			...holdFields,
			...restoreFields,
			...sendToFulfillmentFields,
			...splitFields,
			...setNotesFields,
			...getStatusesFields,
			...itemAddFields,
			...itemUpdateFields,
			...itemRemoveFields,
			...labelGetFields,
			...labelAddFields,
			...labelRemoveFields,
			...fieldGetFields,
			...fieldSetFields,
		],
	};

	methods = {
		credentialTest: { testAccessToken },
		listSearch: { ...listSearch, ...listingSearch, ...shippingSearch },
		loadOptions: { getLabels, getOrderCustomFields },
		resourceMapping: { getOrderColumns },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runNode(this, operations);
	}
}
