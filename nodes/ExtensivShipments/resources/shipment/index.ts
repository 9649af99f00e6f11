import type { Resource } from '../../../shared/n8n/resources/resource';
import { createExternal, createExternalFields } from './createExternal';
import { getAll, getAllFields } from './getAll';
import { getByOrder, getByOrderFields } from './getByOrder';
import { shipStandard, shipStandardFields } from './shipStandard';
import { voidFields, voidShipment } from './void';

export const shipment: Resource = {
	name: 'Shipment',
	value: 'shipment',
	description: 'A parcel',
	operations: [
		{
			name: 'Create External',
			value: 'createExternal',
			action: 'Create external shipment',
			description: 'Register parcels that were sent outside Order Manager. No parcel is registered twice.',
			fields: createExternalFields,
			run: createExternal,
		},
		{
			name: 'Get by Order',
			value: 'getByOrder',
			action: 'Get shipments by order',
			description: 'Get all shipments of an order',
			fields: getByOrderFields,
			run: getByOrder,
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many shipments',
			description: 'Get many shipments from a period of time',
			initial: true,
			fields: getAllFields,
			run: getAll,
		},
		{
			name: 'Ship Standard',
			value: 'shipStandard',
			action: 'Ship order with the connected provider',
			description: 'Ship orders with their connected provider. This buys labels.',
			fields: shipStandardFields,
			run: shipStandard,
		},
		{
			name: 'Void',
			value: 'void',
			action: 'Void shipment',
			description: 'Void shipments, and choose whether the pieces go back into stock',
			fields: voidFields,
			run: voidShipment,
		},
	],
};
