import type { ProductKey } from './product';

/** An offer of a product in a sales channel, under a SKU of the channel. */
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

/** What may be set of a listing; only the fields given are touched. */
export interface ListingDetails {
	active?: boolean;
	pushInventory?: boolean;
	/** Handling time that is sent to the channel; no source names its unit. */
	fulfillmentLatency?: number;
}

/** A listing to create. Channel and SKU keep it from being created twice. */
export interface NewListing {
	salesChannelId: string;
	listingSku: string;
	product: ProductKey;
	details: ListingDetails;
}

/** How a listing is named in its channel. */
export type ListingKey = { listingId: string } | { listingSku: string };

export interface ListingChange {
	salesChannelId: string;
	key: ListingKey;
	newListingSku?: string;
	details: ListingDetails;
}

/** What creating or changing a listing came to. */
export interface ListingReceipt {
	/** `existing`: the channel has a listing with that SKU already, and nothing was sent. */
	outcome: 'created' | 'existing' | 'updated';
	listingId: string | null;
	listingSku: string | null;
	salesChannelId: string;
}

/** Which listings to list. Dates are ISO-8601 UTC; SKUs are meant whole; an absent field does not filter. */
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
