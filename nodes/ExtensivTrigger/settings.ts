import { EventName } from '../shared/events/names';
import type { Seconds } from '../shared/events/time';

/** Where a trigger without a position begins. */
export type Start = { from: 'now' } | { from: 'date'; at: Seconds } | { from: 'hours'; hours: number };

/** Filters for records; an absent field does not filter. */
export interface Filters {
	salesChannelId?: string;
	warehouseId?: string;
	/** The service's statuses. */
	statuses?: string[];
	/** Complete SKUs. */
	skus?: string[];
}
export type FilterName = keyof Filters;

/** Stock events: the places and the quantity to watch. */
export interface StockSettings {
	/** Each warehouse separately, not all of them together. */
	perWarehouse: boolean;
	quantity: 'available' | 'onHand' | 'either';
	/** The stock falls below it after it was at it or above. */
	threshold: number;
	/** Thresholds of single SKUs, by lower-case SKU. */
	thresholds: Record<string, number>;
	/** What the first look at the stock emits. */
	firstRun: 'nothing' | 'everything';
	/** Use the service's feed of changed availability, for the products of this channel. */
	feedChannelId?: string;
}

/** The user's settings. */
export interface Settings {
	/** Name of the contract; a part of what is saved. */
	contract: string;
	events: readonly EventName[];
	start: Start;
	filters: Filters;
	/** The service's statuses that an order must come from and go to; any when absent. */
	fromStatuses?: string[];
	toStatuses?: string[];
	stock: StockSettings;
	/** How long the delivery of a shipment is watched. */
	watchDays: number;
	/** The age of changes when they are read: by then they are visible, and both clocks have passed them. */
	settleDelay: Seconds;
	/** How far each span reaches back into the previous one, for records that became visible late. */
	lookbackWindow: Seconds;
	/** Records per slice. */
	bound: number;
	pageSize?: number;
	/** The last items are sent again if n8n restarts within this time. */
	repeatWithin: Seconds;
	simplify: boolean;
	/** One item per line of an order. */
	perLine?: boolean;
}
