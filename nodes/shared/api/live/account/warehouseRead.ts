import type { ReturnsLocation, SalesChannelRecord, WarehouseRecord } from '../../../domain/account/warehouse';
import * as z from '../../../vendor/zod';
import { flag, number, readAs, recordId, text, textOrNull } from '../../common/parse';
import type { WithRaw } from '../../ports/types';
import { recordReader } from '../../common/unreadable';
import { readPostalAddress } from '../wire/addressRead';

const wireWarehouse = z.looseObject({
	warehouseId: recordId,
	active: flag,
	domesticBackups: z.array(recordId).nullish(),
	stateAllocations: z.array(text).nullish(),
	internationalRank: number,
	returnsLocation: z.looseObject({}).nullish(),
});
const wireChannel = z.looseObject({ salesChannelId: recordId, active: flag });

/** Converts a warehouse of the live API (live-api section 7.5). */
export const readWarehouse = recordReader(
	{ what: 'Warehouse', id: 'warehouseId', name: 'name' },
	(raw, endpoint): WithRaw<WarehouseRecord> => {
		const wire = readAs(wireWarehouse, raw, endpoint);
		const value: WarehouseRecord = {
			warehouseId: wire.warehouseId,
			name: textOrNull(wire.name) ?? '',
			type: textOrNull(wire.type),
			active: wire.active,
			timeZone: textOrNull(wire.timeZone),
			contactEmail: textOrNull(wire.contactEmail),
			contactPhone: textOrNull(wire.contactPhone),
			phoneExtension: textOrNull(wire.phoneExtension),
			fax: textOrNull(wire.fax),
			color: textOrNull(wire.color),
			address: readPostalAddress(wire.address),
			returnsLocation: wire.returnsLocation ? readReturns(wire.returnsLocation) : null,
			domesticBackups: wire.domesticBackups ?? [],
			stateAllocations: (wire.stateAllocations ?? []).filter((state) => state !== null),
			internationalRank: wire.internationalRank,
			salesChannelId: textOrNull(wire.salesChannelId),
		};
		return { value, raw };
	},
);

const readReturns = (wire: Record<string, unknown>): ReturnsLocation => ({
	name: textOrNull(wire.name),
	attention: textOrNull(wire.attention),
	phone: textOrNull(wire.phone),
	phoneExtension: textOrNull(wire.phoneExtension),
	address: readPostalAddress(wire.address),
});

/** Converts a sales channel of the live API (live-api section 7.9). */
export const readSalesChannel = recordReader(
	{ what: 'Sales channel', id: 'salesChannelId', name: 'name' },
	(raw, endpoint): WithRaw<SalesChannelRecord> => {
		const wire = readAs(wireChannel, raw, endpoint);
		const value: SalesChannelRecord = {
			salesChannelId: wire.salesChannelId,
			name: textOrNull(wire.name) ?? '',
			type: textOrNull(wire.type),
			active: wire.active,
			companyName: textOrNull(wire.companyName),
			phoneNumber: textOrNull(wire.phoneNumber),
		};
		return { value, raw };
	},
);
