import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import { InputError } from '../../../shared/domain/inputError';
import type { LocationFlags, LocationFlagsReceipt } from '../../../shared/domain/stock/stockLocation';
import { additionalFields, optionsWith, simplify } from '../../../shared/n8n/form/fields';
import { batchOperation } from '../../../shared/n8n/run/operation';
import {
	location,
	locationFlags,
	nameOfPlace,
	notes,
	readLocationAndNotes,
	readPlace,
	requiredWarehouse,
	sku,
} from '../place';

export const setFlagsFields: INodeProperties[] = [
	sku,
	requiredWarehouse,
	{
		displayName: 'Flags',
		name: 'flags',
		type: 'collection',
		placeholder: 'Add flag',
		default: {},
		description: 'The flags to set for this product in this location. Flags that you do not add stay as they are.',
		options: [
			{
				displayName: 'Active',
				name: 'active',
				type: 'boolean',
				default: true,
				description: 'Whether the location is in use',
			},
			...locationFlags,
		],
	},
	additionalFields([location, notes]),
	simplify,
	optionsWith(),
];

export const setFlags = batchOperation<LocationFlags, LocationFlagsReceipt>({
	read: (fields) => {
		const given = fields.inside('flags');
		const flags = {
			active: given.optionalFlag('active'),
			pickable: given.optionalFlag('pickable'),
			receivable: given.optionalFlag('receivable'),
		};
		if (Object.values(flags).every((flag) => flag === undefined))
			throw new InputError('Flags', 'There is nothing to change.', 'Add at least one flag.');
		return { ...readPlace(fields), ...flags, ...readLocationAndNotes(fields) };
	},
	nameOf: nameOfPlace,
	run: async (manager, flags) => await requireSupported(manager.stockLocations, 'Location').setFlags(flags),
});
