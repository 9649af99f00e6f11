import { requireSupported } from '../../../shared/api/ports/requireSupported';
import {
	CARRIER_KINDS,
	type CarrierEntry,
	type CarrierKind,
	carrierCode,
} from '../../../shared/domain/shipping/carrier';
import { InputError } from '../../../shared/domain/inputError';
import { excerpt } from '../../../shared/domain/values/text';
import { limit, optionsWith, returnAll } from '../../../shared/n8n/form/fields';
import { carrier as carrierField } from '../../../shared/n8n/form/locators';
import type { Resource } from '../../../shared/n8n/resources/resource';
import { listOperation } from '../../../shared/n8n/run/operation';
import { outputFields } from '../../../shared/n8n/output/outputFields';
import { carrierShape } from '../shipment/shipmentShapes';

interface Wanted {
	kind: CarrierKind;
	carriers?: string[];
}

export const carrier: Resource = {
	name: 'Carrier',
	value: 'carrier',
	description: 'Carriers, their services and package types, and the connected accounts',
	operations: [
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many carriers',
			description: 'Get many carriers, services, package types or providers',
			fields: [
				{
					displayName: 'Kind',
					name: 'kind',
					type: 'options',
					options: [
						{ name: 'Carriers', value: 'carrier', description: 'Companies that carry parcels' },
						{ name: 'Package Types', value: 'packageType', description: 'Boxes, bags and letters of the carriers' },
						{ name: 'Providers', value: 'provider', description: 'Connected accounts that buy labels' },
						{ name: 'Services', value: 'service', description: 'Ground, express and so on' },
					],
					default: 'carrier',
				},
				{
					...carrierField,
					description: 'Only entries of this carrier. Leave empty for all carriers.',
					displayOptions: { show: { kind: ['packageType', 'service'] } },
				},
				returnAll,
				limit,
				...outputFields(carrierShape),
				optionsWith(),
			],
			run: listOperation<Wanted, CarrierEntry>({
				shape: carrierShape,
				read: (fields) => {
					const kind = CARRIER_KINDS.find((one) => one === fields.raw('kind'));
					if (!kind)
						throw new InputError(
							'Kind',
							`“${excerpt(fields.raw('kind'))}” is not a kind.`,
							`Choose one of ${CARRIER_KINDS.join(', ')}.`,
						);
					const by = fields.locator('carrier');
					return { kind, carriers: by === undefined ? undefined : [carrierCode(by)] };
				},
				list: async function* (manager, { kind, carriers }, options) {
					yield await requireSupported(manager.carriers, 'Get Many Carriers').list(kind, carriers, options);
				},
			}),
		},
	],
};
