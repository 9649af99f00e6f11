import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import type { VoidReceipt, Voiding } from '../../../shared/domain/shipping/shipment';
import { optionsWith, simplify } from '../../../shared/n8n/form/fields';
import { batchOperation } from '../../../shared/n8n/run/operation';

export const voidFields: INodeProperties[] = [
	{
		displayName: 'Shipment ID',
		name: 'shipmentId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 6600127',
		description: 'The ID of the shipment in Order Manager. Get by Order returns it.',
	},
	{
		displayName: 'Re-Add Inventory',
		name: 'readdInventory',
		type: 'boolean',
		default: false,
		description: 'Whether the pieces go back into stock. Turn this on only if you really have them.',
	},
	simplify,
	optionsWith(),
];

export const voidShipment = batchOperation<Voiding, VoidReceipt>({
	atMostOnce: true,
	read: (fields) => ({
		shipmentId: fields.requiredCode('shipmentId', 'Shipment ID'),
		readdInventory: fields.flag('readdInventory'),
	}),
	nameOf: ({ shipmentId }) => `Shipment ${shipmentId}`,
	run: async (manager, voidings) => await requireSupported(manager.shipments.void, 'Void')(voidings),
});
