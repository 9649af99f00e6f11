import { toAlpha3 } from '../../../domain/values/address/country';
import { windowsOf } from '../../../domain/values/dates/dateSpan';
import { type Shipment, type ShipmentFilter, fits } from '../../../domain/shipping/shipment';
import { chunks } from '../../../domain/chunks';
import type { ApiClient } from '../../../http/client';
import type { Query } from '../../../domain/values/query';
import type { ListOptions, WithRaw } from '../../ports/types';
import type { ShipmentsPort } from '../../ports/shipments';
import { wireId } from '../orders/write';
import { shipmentsOfOrders } from './ofOrders';
import { registerShipments } from './register';
import { shipStandard, voidShipments } from './ship';
import { LONGEST_WINDOW_DAYS, readWindow } from './window';

/** Order numbers per read: each may have 191 characters, and servers are known to refuse URLs over 8 kB. */
const NUMBERS_PER_READ = 20;

/** Shipments of the live API. */
export const liveShipments = (client: ApiClient): ShipmentsPort => ({
	list: (filter, options) => listShipments(client, filter, options),
	ofOrders: async (keys, options) => await shipmentsOfOrders(client, keys, options),
	register: async (shipments) => await registerShipments(client, shipments),
	shipStandard: async (keys, options) => await shipStandard(client, keys, options),
	void: async (voidings) => await voidShipments(client, voidings),
});

/**
 * Reads the period week by week. Neighboring weeks share a second, because it is not established whether the service
 * includes the ends; a shipment that appears twice is returned once.
 */
async function* listShipments(
	client: ApiClient,
	filter: ShipmentFilter,
	options: ListOptions,
): AsyncGenerator<Array<WithRaw<Shipment>>> {
	const query = queryOf(filter);
	const seen = new Set<string>();
	for (const window of windowsOf(filter, LONGEST_WINDOW_DAYS)) {
		for (const orderNumber of filter.orderNumbers ? chunks(filter.orderNumbers, NUMBERS_PER_READ) : [undefined]) {
			for await (const page of readWindow(client, window, filter.dateField, { ...query, orderNumber }, options)) {
				const wanted = page.filter(({ value }) => !seen.has(value.shipmentId) && fits(value, filter));
				for (const { value } of page) seen.add(value.shipmentId);
				if (wanted.length > 0) yield wanted;
			}
		}
	}
}

const queryOf = (filter: ShipmentFilter): Query => ({
	trackingNumber: filter.trackingNumber,
	deliveryStatus: filter.deliveryStatus,
	warehouseId: filter.warehouseId ? wireId(filter.warehouseId, 'warehouseId') : undefined,
	salesChannelId: filter.salesChannelId ? wireId(filter.salesChannelId, 'salesChannelId') : undefined,
	shippingProviderId: filter.shippingProviderId ? wireId(filter.shippingProviderId, 'shippingProvider') : undefined,
	batchNumber: filter.batchNumber,
	recipient: filter.recipient,
	city: filter.city,
	state: filter.state,
	country: filter.country === undefined ? undefined : toAlpha3(filter.country),
});
