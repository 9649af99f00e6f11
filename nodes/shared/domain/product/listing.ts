import type { ProductKey } from './product';

/** An offer of a product in a sales channel, under the channel's own SKU. */
export interface Listing {
	listingId: string;
	listingSku: string;
	/** SKU of the product. */
	sku: string | null;
	productId: string | null;
	salesChannelId: string | null;
	active: boolean | null;
	/** Whether stock is sent to the channel. */
	pushInventory: boolean | null;
	fnSku: string | null;
	createdAt: string | null;
	updatedAt: string | null;
}

/** The changeable fields of a listing; only the given ones change. */
export interface ListingDetails {
	active?: boolean;
	pushInventory?: boolean;
	/** Handling time that is sent to the channel; no source names its unit. */
	fulfillmentLatency?: number;
}

/** A listing to create. Channel and SKU prevent duplicates. */
export interface NewListing {
	salesChannelId: string;
	listingSku: string;
	product: ProductKey;
	details: ListingDetails;
}

/** Identifies a listing in its channel. */
export type ListingKey = { listingId: string } | { listingSku: string };

export interface ListingChange {
	salesChannelId: string;
	key: ListingKey;
	newListingSku?: string;
	details: ListingDetails;
}

/** The result of creating or changing a listing. */
export interface ListingReceipt {
	/** `existing`: the channel already had a listing with that SKU, and nothing was sent. */
	outcome: 'created' | 'existing' | 'updated';
	listingId: string | null;
	listingSku: string | null;
	salesChannelId: string;
}

/** Which listings to read. Dates are ISO-8601 UTC; SKUs must match completely; an absent field does not filter. */
export interface ListingFilter {
	salesChannelId?: string;
	skus?: string[];
	listingSkus?: string[];
	active?: boolean;
	warehouseId?: string;
	createdFrom?: string;
	createdTo?: string;
	modifiedFrom?: string;
	modifiedTo?: string;
}
