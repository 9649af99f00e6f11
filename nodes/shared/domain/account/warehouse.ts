import type { SalesChannel, Warehouse } from '../stock/stock';

/** An address of a place. `country` is ISO 3166-1 alpha-2; texts that are absent are null. */
export interface PostalAddress {
	street1: string;
	street2: string | null;
	street3: string | null;
	city: string;
	/** Two-letter code of a state of the USA. */
	state: string | null;
	/** State or province elsewhere. */
	province: string | null;
	postalCode: string;
	country: string;
	/** `RESIDENTIAL`, `COMMERCIAL` or `UNKNOWN`. */
	type: string | null;
}

/** Where returns go. */
export interface ReturnsLocation {
	name: string | null;
	attention: string | null;
	phone: string | null;
	phoneExtension: string | null;
	address: PostalAddress | null;
}

/** A warehouse in full, equal under both contracts; what a contract does not have is null. */
export interface WarehouseRecord extends Warehouse {
	timeZone: string | null;
	contactEmail: string | null;
	contactPhone: string | null;
	phoneExtension: string | null;
	fax: string | null;
	color: string | null;
	address: PostalAddress | null;
	returnsLocation: ReturnsLocation | null;
	/** Warehouses that step in for this one. */
	domesticBackups: string[];
	/** States of the USA that it serves first. */
	stateAllocations: string[];
	internationalRank: number | null;
	salesChannelId: string | null;
}

/** A sales channel in full. */
export interface SalesChannelRecord extends SalesChannel {
	companyName: string | null;
	phoneNumber: string | null;
}

/** What may be set of a warehouse: only the fields given are touched. */
export interface WarehouseDetails {
	name?: string;
	type?: string;
	active?: boolean;
	timeZone?: string;
	contactEmail?: string;
	contactPhone?: string;
	phoneExtension?: string;
	fax?: string;
	color?: string;
	address?: Partial<PostalAddress>;
	returnsLocation?: Partial<Omit<ReturnsLocation, 'address'>> & { address?: Partial<PostalAddress> };
	domesticBackups?: string[];
	stateAllocations?: string[];
	internationalRank?: number;
}

/** A warehouse to create; the name keeps it from being created twice. */
export interface NewWarehouse extends WarehouseDetails {
	name: string;
}

export interface WarehouseChange {
	warehouseId: string;
	details: WarehouseDetails;
}

/** What creating or changing a warehouse came to. */
export interface WarehouseReceipt {
	/** `existing`: a warehouse of that name was there already, and nothing was sent. */
	outcome: 'created' | 'existing' | 'updated';
	warehouseId: string | null;
	name: string | null;
}
