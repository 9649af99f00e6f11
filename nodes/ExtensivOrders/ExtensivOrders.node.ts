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
import { getLabels } from '../shared/n8n/form/labelFields';
import { listSearch } from '../shared/n8n/search/listSearch';
import { listingSearch } from '../shared/n8n/search/listingSearch';
import { type Operations, runNode } from '../shared/n8n/run/runner';
import { shippingSearch } from '../shared/n8n/search/shippingSearch';
import { subtitleOf } from '../shared/n8n/form/subtitle';
import { toolNotice } from '../shared/n8n/form/toolFields';
import { cancel, cancelFields } from './resources/order/cancel';
import { create, createFields } from './resources/order/create';
import { fieldGet, fieldGetFields } from './resources/customField/get';
import { fieldSet, fieldSetFields, getOrderCustomFields } from './resources/customField/set';
import { get, getFields } from './resources/order/get';
import { getAll, getAllFields } from './resources/order/getAll';
import { getOrderColumns } from './resources/order/lines/getOrderColumns';
import { getStatuses, getStatusesFields } from './resources/order/getStatuses';
import { hold, holdFields } from './resources/order/hold';
import { itemAdd, itemAddFields } from './resources/orderItem/add';
import { itemRemove, itemRemoveFields } from './resources/orderItem/remove';
import { itemUpdate, itemUpdateFields } from './resources/orderItem/update';
import { labelAdd, labelAddFields } from './resources/orderLabel/add';
import { labelGet, labelGetFields } from './resources/orderLabel/get';
import { labelRemove, labelRemoveFields } from './resources/orderLabel/remove';
import { menu } from './operations';
import { newOrderFields } from './resources/order/form/orderInput';
import { restore, restoreFields } from './resources/order/restore';
import { sendToFulfillment, sendToFulfillmentFields } from './resources/order/sendToFulfillment';
import { setNotes, setNotesFields } from './resources/order/setNotes';
import { split, splitFields } from './resources/order/split';
import { update, updateFields } from './resources/order/update';
import { upsert, upsertFields } from './resources/order/upsert';
import { validate, validateFields } from './resources/order/validate';

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
