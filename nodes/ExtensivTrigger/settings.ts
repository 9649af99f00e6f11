import { EventName } from '../shared/events/names';
import type { Seconds } from '../shared/events/time';

/** Where a trigger begins that has no position yet. */
export type Start = { from: 'now' } | { from: 'date'; at: Seconds } | { from: 'hours'; hours: number };

/** Which records count; an absent field does not filter. */
export interface Filters {
	salesChannelId?: string;
	warehouseId?: string;
	/** The service's statuses. */
	statuses?: string[];
	/** Whole SKUs. */
	skus?: string[];
}
export type FilterName = keyof Filters;

/** Stock events: of which places, of which quantity. */
export interface StockSettings {
	/** Warehouse by warehouse, not all of them together. */
	perWarehouse: boolean;
	quantity: 'available' | 'onHand' | 'either';
	/** Stock falls below it when it had been at it or above. */
	threshold: number;
	/** Thresholds of single SKUs, in lower case. */
	thresholds: Record<string, number>;
	/** What the first look at the stock emits. */
	firstRun: 'nothing' | 'everything';
	/** Use the service's feed of changed availability, for the products of this channel. */
	feedChannelId?: string;
}

/** What the user set. */
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
	/** How old changes are when they are read: by then they show, and the clocks of both sides are past them. */
	settleDelay: Seconds;
	/** How far each span reaches back into the one before, for what showed late. */
	lookbackWindow: Seconds;
	/** Records of one span. */
	bound: number;
	pageSize?: number;
	/** The last items are sent once more when n8n restarts within this time. */
	repeatWithin: Seconds;
	simplify: boolean;
}
