import { foldUnit, fromOwnUnit, toOwnUnit, unitDirectory } from '../../../shared/domain/mapping/units';
import type { Resource } from '../../../shared/n8n/resources/resource';
import { mapFields } from '../../mapping/form';
import { mapOperation } from '../../mapping/mapItems';

export const unit: Resource = {
	name: 'Unit',
	value: 'unit',
	description: "The ERP's units, and quantities in them",
	operations: [
		{
			name: 'Map',
			value: 'map',
			action: 'Map unit',
			description: 'Find the unit that a code means, and convert a quantity',
			fields: mapFields({
				code: {
					description:
						'The unit in the ERP: pieces (also pairs, dozens), a weight or a length, as a word, a sign or its UN/ECE ' +
						'code',
					placeholder: '{{ $json.unit }}',
				},
				own: [
					{
						displayName: 'Quantity',
						name: 'quantity',
						type: 'string',
						default: '',
						placeholder: 'e.g. {{ $json.weight }}',
						description: 'What to convert, if anything. Extensiv has pieces, ounces and inches.',
					},
					{
						displayName: 'Convert',
						name: 'convert',
						type: 'options',
						options: [
							{ name: 'To Extensiv', value: 'to', description: "From the ERP's unit to Extensiv's" },
							{ name: 'From Extensiv', value: 'from', description: "From Extensiv's unit to the ERP's" },
						],
						default: 'to',
						description: 'Which way to convert the quantity',
					},
				],
				outputField: 'mappedUnit',
				value: { description: 'The sign of a unit that the package knows', placeholder: 'dozen' },
				only: "Extensiv's unit",
			}),
			run: mapOperation<{ quantity?: number; isBack: boolean }>({
				words: { what: 'unit', by: 'name' },
				fold: foldUnit,
				extra: (fields) => ({
					quantity: fields.amount('quantity', 'Quantity'),
					isBack: fields.choice('convert', 'Convert', ['to', 'from'], 'to') === 'from',
				}),
				directory: async () => await Promise.resolve(unitDirectory()),
				complete: ({ target }, { quantity, isBack }) =>
					quantity === undefined ? {} : { quantity: (isBack ? fromOwnUnit : toOwnUnit)(quantity, target.id) },
			}),
		},
	],
};
