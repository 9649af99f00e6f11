import type { ApiClient } from '../../../http/client';
import { probeOf } from '../../common/account/probe';
import type { HealthPort } from '../../ports/account/health';
import { GUIDE } from '../catalogue';

/** One cheap read of each area of the guide's contract. */
export const guideHealth = (client: ApiClient): HealthPort => ({
	probes: [
		probeOf(client, 'orders', GUIDE.listOrders),
		probeOf(client, 'products', GUIDE.listProducts),
		probeOf(client, 'inventory', GUIDE.stockLevels),
		probeOf(client, 'shipments', GUIDE.listShipments),
		probeOf(client, 'warehouses', GUIDE.warehouses),
	],
	clock: client.serviceClock,
});
