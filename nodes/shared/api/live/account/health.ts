import { daysAfter, now } from '../../../domain/values/dates/dateSpan';
import type { ApiClient } from '../../../http/client';
import { probeOf } from '../../common/account/probe';
import type { HealthPort } from '../../ports/account/health';
import { LIVE } from '../catalogue';

/** One cheap read of each area of the live API. Which permission each call needs is not established. */
export const liveHealth = (client: ApiClient): HealthPort => ({
	probes: [
		probeOf(client, 'account', LIVE.companyInfo),
		probeOf(client, 'orders', LIVE.listOrders),
		probeOf(client, 'products', LIVE.listProducts),
		probeOf(client, 'listings', LIVE.listListings),
		probeOf(client, 'inventory', LIVE.stockTotals),
		probeOf(client, 'shipments', LIVE.listShipments, lastDay),
		probeOf(client, 'purchaseOrders', LIVE.listPurchaseOrders),
		probeOf(client, 'warehouses', LIVE.warehouses),
		probeOf(client, 'salesChannels', LIVE.salesChannels),
		probeOf(client, 'labels', LIVE.listLabels),
	],
	clock: client.serviceClock,
});

/** Shipments can only be read for a span. */
function lastDay(): { shipmentFromDate: string; shipmentToDate: string } {
	const to = now();
	return { shipmentFromDate: daysAfter(to, -1), shipmentToDate: to };
}
