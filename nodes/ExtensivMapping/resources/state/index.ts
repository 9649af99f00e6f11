import { hasStates, stateDirectory } from '../../../shared/domain/mapping/states';
import { foldName } from '../../../shared/domain/mapping/target';
import type { Resource } from '../../../shared/n8n/resources/resource';
import { mapFields } from '../../mapping/form';
import { mapOperation } from '../../mapping/mapItems';

export const state: Resource = {
	name: 'State',
	value: 'state',
	description: "The ERP's states and provinces",
	operations: [
		{
			name: 'Map',
			value: 'map',
			action: 'Map state',
			description: "Find the code of a state, or the ERP's code for it",
			fields: mapFields({
				code: {
					description:
						'To Extensiv: the state in the ERP. From Extensiv: its code or English name. The states of the USA, ' +
						'Canada, Australia and Mexico are known; those of other countries are only found in tables.',
					placeholder: '{{ $json.state }}',
				},
				own: [
					{
						displayName: 'Country',
						name: 'country',
						type: 'string',
						default: 'US',
						required: true,
						description: 'The country of the state: a code or the English name',
					},
				],
				outputField: 'mappedState',
				value: { description: 'The code or English name of the state', placeholder: 'NY' },
				give: {
					options: [
						{ name: 'Code', value: 'code' },
						{ name: 'English Name', value: 'name' },
					],
					default: 'code',
				},
				only: "The state's code, or the ERP's code",
			}),
			run: mapOperation({
				words: { what: 'state', by: 'code or English name' },
				fold: foldName,
				extra: (fields) => fields.country('country', 'Country'),
				groupOf: (country) => country,
				isKnown: hasStates,
				directory: async (_manager, _wanted, group) => await Promise.resolve(stateDirectory(group)),
			}),
		},
	],
};
