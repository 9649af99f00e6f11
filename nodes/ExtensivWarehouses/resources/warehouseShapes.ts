import type { Company } from '../../shared/domain/account/account';
import type { WarehouseRecord } from '../../shared/domain/account/warehouse';
import { own, ownWith, shapeOf } from '../../shared/n8n/output/shape';

/** The output of warehouses. */
export const warehouseShape = shapeOf<WarehouseRecord>({
	columns: [
		...own<WarehouseRecord>('name'),
		...ownWith<WarehouseRecord>('warehouse.details', 'type'),
		...own<WarehouseRecord>('active'),
		{ name: 'city', of: ({ address }) => address?.city ?? null, needs: 'warehouse.details' },
		{ name: 'state', of: ({ address }) => address?.state ?? address?.province ?? null, needs: 'warehouse.details' },
		{ name: 'country', of: ({ address }) => address?.country ?? null, needs: 'warehouse.details' },
		...ownWith<WarehouseRecord>('warehouse.details', 'timeZone', 'contactEmail', 'contactPhone'),
		...own<WarehouseRecord>('warehouseId'),
	],
	fields: [
		'phoneExtension',
		'fax',
		'color',
		'address',
		'returnsLocation',
		'domesticBackups',
		'stateAllocations',
		'internationalRank',
		'salesChannelId',
	],
});

/** The output of the company. */
export const companyShape = shapeOf<Company>({
	columns: [
		...own<Company>('name', 'status', 'country'),
		{ name: 'city', of: ({ address }) => address?.city ?? null },
		...own<Company>('contactName', 'contactEmail', 'contactPhone', 'companyId'),
	],
	fields: ['address', 'billingAddress'],
});
