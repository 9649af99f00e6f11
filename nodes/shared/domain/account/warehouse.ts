import type { SalesChannel, Warehouse } from '../stock/stock';

/** The address of a place. `country` is ISO 3166-1 alpha-2; absent texts are null. */
export interface PostalAddress {
	street1: string;
	street2: string | null;
	street3: string | null;
	city: string;
	/** Two-letter code of a US state. */
	state: string | null;
	/** State or province outside the USA. */
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

/** A complete warehouse, the same under both contracts; fields that a contract lacks are null. */
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
	/** US states that it serves first. */
	stateAllocations: string[];
	internationalRank: number | null;
	salesChannelId: string | null;
}

/** A complete sales channel. */
export interface SalesChannelRecord extends SalesChannel {
	companyName: string | null;
	phoneNumber: string | null;
}

/** The changeable fields of a warehouse; only the given ones change. */
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

/** A warehouse to create; its name prevents duplicates. */
export interface NewWarehouse extends WarehouseDetails {
	name: string;
}

export interface WarehouseChange {
	warehouseId: string;
	details: WarehouseDetails;
}

/** The result of creating or changing a warehouse. */
export interface WarehouseReceipt {
	/** `existing`: a warehouse with that name already existed, and nothing was sent. */
	outcome: 'created' | 'existing' | 'updated';
	warehouseId: string | null;
	name: string | null;
}
