import type { INodeProperties } from 'n8n-workflow';
import { resourcesWithApiRequest } from '../shared/n8n/run/customCall';
import { choiceByContract, operationField } from '../shared/n8n/form/operationFields';

/** Resources and operations; a credential shows those that its contract supports. */
export const menu: INodeProperties[] = [
	...resourcesWithApiRequest(
		[
			{
				name: 'Carrier',
				value: 'carrier',
				description: 'Carriers, their services and package types, and the connected accounts',
			},
			{ name: 'Shipment', value: 'shipment', description: 'A parcel' },
		],
		'shipment',
	),
	choiceByContract(
		operationField('shipment', 'getAll', [
			{
				name: 'Create External',
				value: 'createExternal',
				action: 'Create an external shipment',
				description: 'Register parcels that were sent outside Order Manager; none is registered twice',
			},
			{
				name: 'Get by Order',
				value: 'getByOrder',
				action: 'Get shipments by order',
				description: 'Get all shipments of an order',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many shipments',
				description: 'Get many shipments of a span of time',
			},
			{
				name: 'Ship Standard',
				value: 'shipStandard',
				action: 'Ship an order with the connected provider',
				description: 'Ship orders through their connected provider. This buys labels.',
			},
			{
				name: 'Void',
				value: 'void',
				action: 'Void a shipment',
				description: 'Void shipments, with or without taking the pieces back on stock',
			},
		]),
	),
	operationField('carrier', 'getAll', [
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many carriers',
			description: 'Get many carriers, services, package types or providers',
		},
	]),
];
