import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import {
	CARRIER_KINDS,
	type CarrierEntry,
	type CarrierKind,
	carrierCode,
} from '../../../shared/domain/shipping/carrier';
import { InputError } from '../../../shared/domain/inputError';
import { excerpt } from '../../../shared/domain/values/text';
import { limit, onlyFor, optionsWith, returnAll } from '../../../shared/n8n/form/fields';
import { carrier } from '../../../shared/n8n/form/locators';
import { listOperation } from '../../../shared/n8n/run/operation';
import { outputFields } from '../../../shared/n8n/output/outputFields';
import { carrierShape } from '../shipment/shipmentShapes';

export const carriersFields: INodeProperties[] = onlyFor('carrier', 'getAll', [
	{
		displayName: 'Kind',
		name: 'kind',
		type: 'options',
		options: [
			{ name: 'Carriers', value: 'carrier', description: 'Companies that carry parcels' },
			{ name: 'Package Types', value: 'packageType', description: 'Boxes, bags and letters of the carriers' },
			{ name: 'Providers', value: 'provider', description: 'Accounts that are connected for buying labels' },
			{ name: 'Services', value: 'service', description: 'Ground, express and the like' },
		],
		default: 'carrier',
	},
	{
		...carrier,
		description: 'Only what belongs to this carrier; all carriers when left empty',
		displayOptions: { show: { kind: ['packageType', 'service'] } },
	},
	returnAll,
	limit,
	...outputFields(carrierShape),
	optionsWith(),
]);

interface Wanted {
	kind: CarrierKind;
	carriers?: string[];
}

export const carriersGetAll = listOperation<Wanted, CarrierEntry>({
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
});
