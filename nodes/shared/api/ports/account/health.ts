import type { ServiceTime } from '../../../domain/values/clockDifference';

/** A part of the account that an app may or may not be allowed to read. */
export type Area =
	| 'account'
	| 'orders'
	| 'products'
	| 'listings'
	| 'inventory'
	| 'shipments'
	| 'purchaseOrders'
	| 'warehouses'
	| 'salesChannels'
	| 'labels';

/** One cheap read of an area. */
export interface Probe {
	area: Area;
	/**
	 * @returns how long the service took to respond, in milliseconds, without the wait for the rate limit
	 * @throws ApiError
	 */
	read(): Promise<number>;
}

/** What shows whether a connection works. */
export interface HealthPort {
	/** One read of each area of the contract; the first one needs no permission of its own, as far as is known. */
	probes: readonly [Probe, ...Probe[]];
	/** What the responses so far have revealed about the service's time. */
	clock: ServiceTime;
}
