import { requireSupported } from '../../../shared/api/ports/requireSupported';
import { shippingDirectory } from '../../../shared/domain/mapping/shippingServices';
import { foldCode } from '../../../shared/domain/mapping/target';
import type { Resource } from '../../../shared/n8n/resources/resource';
import { mapFields } from '../../mapping/form';
import { readList } from '../../mapping/lists';
import { mapOperation } from '../../mapping/mapItems';

export const shippingMethod: Resource = {
	name: 'Shipping Method',
	value: 'shippingMethod',
	description: "The ERP's texts for carriers and their services",
	operations: [
		{
			name: 'Map',
			value: 'map',
			action: 'Map shipping method',
			description: "Find the carrier and service that a text means, or the ERP's text for a service",
			fields: mapFields({
				code: {
					description:
						'To Extensiv: the text in the ERP, for example “UPS Ground”. From Extensiv: carrier and service, or the ' +
						'ID of the service. Capitals, spaces and hyphens do not count.',
					placeholder: '{{ $json.shipVia }}',
				},
				outputField: 'mappedShipping',
				value: { description: 'The carrier and service, or the ID of the service', placeholder: 'UPS Ground' },
				give: {
					options: [
						{ name: 'Carrier and Service', value: 'name' },
						{ name: 'Service ID', value: 'id' },
					],
					default: 'name',
				},
				only: "The service's ID, or the ERP's text",
				hasInactive: true,
			}),
			run: mapOperation({
				words: { what: 'shipping service', by: 'name' },
				fold: foldCode,
				extra: () => undefined,
				directory: async (manager) => {
					const carriers = requireSupported(manager.carriers, 'Map Shipping Methods');
					const { values, unreadable } = await readList(
						async (take) => await carriers.list('service', undefined, { unreadable: take }),
					);
					return shippingDirectory(values, unreadable);
				},
			}),
		},
	],
};
