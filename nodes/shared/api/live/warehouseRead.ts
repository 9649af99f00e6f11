import type { ReturnsLocation, SalesChannelRecord, WarehouseRecord } from '../../domain/warehouse';
import * as z from '../../vendor/zod';
import { id, numberOrNull, readAs, textOrNull } from '../answers';
import type { Sourced } from '../port';
import { readPostalAddress } from './addressRead';

const wireWarehouse = z.looseObject({
	warehouseId: id,
	active: z.boolean().nullish(),
	domesticBackups: z.array(id).nullish(),
	stateAllocations: z.array(z.string()).nullish(),
	returnsLocation: z.looseObject({}).nullish(),
});
const wireChannel = z.looseObject({ salesChannelId: id, active: z.boolean().nullish() });

/** A live warehouse (live-api section 7.5) in business words. */
export function readWarehouse(source: unknown, endpoint: string): Sourced<WarehouseRecord> {
	const wire = readAs(wireWarehouse, source, endpoint);
	const value: WarehouseRecord = {
		warehouseId: String(wire.warehouseId),
		name: textOrNull(wire.name) ?? '',
		type: textOrNull(wire.type),
		active: wire.active ?? null,
		timeZone: textOrNull(wire.timeZone),
		contactEmail: textOrNull(wire.contactEmail),
		contactPhone: textOrNull(wire.contactPhone),
		phoneExtension: textOrNull(wire.phoneExtension),
		fax: textOrNull(wire.fax),
		color: textOrNull(wire.color),
		address: readPostalAddress(wire.address),
		returnsLocation: wire.returnsLocation ? readReturns(wire.returnsLocation) : null,
		domesticBackups: (wire.domesticBackups ?? []).map(String),
		stateAllocations: wire.stateAllocations ?? [],
		internationalRank: numberOrNull(wire.internationalRank),
		salesChannelId: textOrNull(wire.salesChannelId),
	};
	return { value, source };
}

const readReturns = (wire: Record<string, unknown>): ReturnsLocation => ({
	name: textOrNull(wire.name),
	attention: textOrNull(wire.attention),
	phone: textOrNull(wire.phone),
	phoneExtension: textOrNull(wire.phoneExtension),
	address: readPostalAddress(wire.address),
});

/** A live sales channel (live-api section 7.9). */
export function readSalesChannel(source: unknown, endpoint: string): Sourced<SalesChannelRecord> {
	const wire = readAs(wireChannel, source, endpoint);
	const value: SalesChannelRecord = {
		salesChannelId: String(wire.salesChannelId),
		name: textOrNull(wire.name) ?? '',
		type: textOrNull(wire.type),
		active: wire.active ?? null,
		companyName: textOrNull(wire.companyName),
		phoneNumber: textOrNull(wire.phoneNumber),
	};
	return { value, source };
}
