import { type CarrierEntry, type CarrierKind, carrierCode, carrierName } from '../../domain/carrier';
import type { ApiClient } from '../../http/client';
import { readAs, rowsOf, textOrNull } from '../answers';
import * as z from '../../vendor/zod';
import type { Endpoint } from '../endpoint';
import type { Sourced } from '../port';
import type { CarriersPort } from '../ports/shipments';
import { LIVE } from './catalogue';

interface Kind {
	endpoint: Endpoint;
	/** Names of the wire's fields. */
	id: string;
	name: string;
	code?: string;
	/** Whether the endpoint filters by carriers. */
	byCarrier?: boolean;
}

/** Where each kind is read, and how its rows are written (live-api section 6, Shipments). None is paged. */
const KINDS: Record<CarrierKind, Kind> = {
	carrier: { endpoint: LIVE.carriers, id: 'shippingCarrierId', name: 'name' },
	service: { endpoint: LIVE.shippingServices, id: 'shippingServiceId', name: 'serviceName', code: 'serviceCode', byCarrier: true },
	packageType: { endpoint: LIVE.packageTypes, id: 'packageTypeId', name: 'packageName', code: 'packageCode', byCarrier: true },
	provider: { endpoint: LIVE.shippingProviders, id: 'shippingProviderId', name: 'name', code: 'type' },
};

const wireRow = z.looseObject({ active: z.boolean().nullish(), international: z.boolean().nullish() });

/** Carriers of the live API, their services and packages, and the accounts that are connected. */
export const liveCarriers = (client: ApiClient): CarriersPort => ({
	list: async (kind, carriers) => {
		const { endpoint, byCarrier } = KINDS[kind];
		const codes = byCarrier ? carriers?.map(carrierCode) : undefined;
		return rowsOf(await client.call(endpoint, { query: { carrierCode: codes } }), endpoint.name).map((row) => entryOf(kind, row));
	},
});

function entryOf(kind: CarrierKind, source: unknown): Sourced<CarrierEntry> {
	const { endpoint, id, name, code } = KINDS[kind];
	const wire = readAs(wireRow, source, endpoint.name);
	const carrier = textOrNull(wire.shippingCarrier);
	const own = textOrNull(wire[name]) ?? '';
	return {
		value: {
			kind,
			id: textOrNull(wire[id]) ?? '',
			// “My packaging” is the name of a package of every carrier.
			name: kind === 'packageType' && carrier !== null ? `${carrierName(carrier)}: ${own}` : own,
			code: kind === 'carrier' ? carrierCode(own) : textOrNull(code === undefined ? undefined : wire[code]),
			carrier,
			active: wire.active ?? null,
			international: wire.international ?? null,
		},
		source,
	};
}
