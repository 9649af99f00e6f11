import { countryDirectory } from '../../../shared/domain/mapping/countries';
import { foldName } from '../../../shared/domain/mapping/target';
import type { Resource } from '../../../shared/n8n/resources/resource';
import { mapFields } from '../../mapping/form';
import { mapOperation } from '../../mapping/mapItems';

export const country: Resource = {
	name: 'Country',
	value: 'country',
	description: "The ERP's countries",
	operations: [
		{
			name: 'Map',
			value: 'map',
			action: 'Map country',
			description: "Find the ISO codes of a country, or the ERP's code for it",
			fields: mapFields({
				code: {
					description: 'To Extensiv: the country in the ERP. From Extensiv: its ISO code or English name.',
					placeholder: '{{ $json.country }}',
				},
				outputField: 'mappedCountry',
				value: { description: 'The ISO code or English name of the country', placeholder: 'US' },
				give: {
					options: [
						{ name: 'Three-Letter Code', value: 'alpha3' },
						{ name: 'English Name', value: 'name' },
						{ name: 'Two-Letter Code', value: 'alpha2' },
					],
					default: 'alpha2',
				},
				only: "The two-letter code, or the ERP's code",
			}),
			run: mapOperation({
				words: { what: 'country', by: 'ISO code or English name' },
				fold: foldName,
				extra: () => undefined,
				directory: async () => await Promise.resolve(countryDirectory()),
			}),
		},
	],
};
