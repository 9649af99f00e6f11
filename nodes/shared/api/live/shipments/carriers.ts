import { type CarrierEntry, type CarrierKind, carrierCode, carrierName } from '../../../domain/shipping/carrier';
import type { ApiClient } from '../../../http/client';
import { flag, readAs, rowsOf, textOrNull } from '../../common/parse';
import * as z from '../../../vendor/zod';
import type { Endpoint } from '../../../http/endpoint';
import type { WithRaw } from '../../ports/types';
import type { CarriersPort } from '../../ports/shipments';
import { recordsOf } from '../../common/records';
import { recordReader } from '../../common/unreadable';
import { LIVE } from '../catalogue';

interface Kind {
	endpoint: Endpoint;
	/** The names of the wire fields. */
	id: string;
	name: string;
	code?: string;
	/** Whether the endpoint filters by carriers. */
	byCarrier?: boolean;
}

/** The endpoint and wire format of each kind (live-api section 6, Shipments). None is paged. */
const KINDS: Record<CarrierKind, Kind> = {
	carrier: { endpoint: LIVE.carriers, id: 'shippingCarrierId', name: 'name' },
	service: {
		endpoint: LIVE.shippingServices,
		id: 'shippingServiceId',
		name: 'serviceName',
		code: 'serviceCode',
		byCarrier: true,
	},
	packageType: {
		endpoint: LIVE.packageTypes,
		id: 'packageTypeId',
		name: 'packageName',
		code: 'packageCode',
		byCarrier: true,
	},
	provider: { endpoint: LIVE.shippingProviders, id: 'shippingProviderId', name: 'name', code: 'type' },
};

const wireRow = z.looseObject({ active: flag, international: flag });

/** Carriers of the live API, their services and packages, and the accounts that are connected. */
export const liveCarriers = (client: ApiClient): CarriersPort => ({
	list: async (kind, carriers, options) => {
		const { endpoint, byCarrier } = KINDS[kind];
		const codes = byCarrier ? carriers?.map(carrierCode) : undefined;
		const rows = rowsOf(await client.call(endpoint, { query: { carrierCode: codes } }), endpoint.name);
		const { id, name } = KINDS[kind];
		return recordsOf(
			rows,
			endpoint.name,
			recordReader({ what: 'Entry', id, name }, (row) => entryOf(kind, row)),
			options?.unreadable,
		);
	},
});

function entryOf(kind: CarrierKind, raw: unknown): WithRaw<CarrierEntry> {
	const { endpoint, id, name, code } = KINDS[kind];
	const wire = readAs(wireRow, raw, endpoint.name);
	const carrier = textOrNull(wire.shippingCarrier);
	const own = textOrNull(wire[name]) ?? '';
	return {
		value: {
			kind,
			id: textOrNull(wire[id]) ?? '',
			// Every carrier has a package named “My packaging”.
			name: kind === 'packageType' && carrier !== null ? `${carrierName(carrier)}: ${own}` : own,
			code: kind === 'carrier' ? carrierCode(own) : textOrNull(code === undefined ? undefined : wire[code]),
			carrier,
			active: wire.active,
			international: wire.international,
		},
		raw,
	};
}
