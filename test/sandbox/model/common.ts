/** Money on the live wire: major units with decimals and an ISO-4217 code. */
export interface Money {
	amount: number;
	currency: string;
}

export const money = (amount: number, currency = 'USD'): Money => ({
	amount: Math.round(amount * 100) / 100,
	currency,
});

export interface Address {
	addressId: number | null;
	address1: string;
	address2: string | null;
	address3: string | null;
	city: string;
	state: string | null;
	province: string | null;
	zipCode: string;
	/** ISO 3166 alpha-3. */
	country: string;
	type: string;
}

export interface Label {
	labelId: number;
	name: string;
	hexColor: string;
}

export interface ReturnsLocation {
	name: string | null;
	attention: string | null;
	phone: string | null;
	phoneExtension: string | null;
	address: Address | null;
}

export interface Warehouse {
	warehouseId: number;
	name: string;
	type: string;
	active: boolean;
	color: string | null;
	timeZone: string | null;
	address: Address | null;
	contactEmail: string | null;
	contactPhone: string | null;
	phoneExtension: string | null;
	fax: string | null;
	salesChannelId: number | null;
	internationalRank: number | null;
	domesticBackups: number[];
	stateAllocations: string[];
	returnsLocation: ReturnsLocation | null;
}

export interface SalesChannel {
	salesChannelId: number;
	name: string;
	companyName: string | null;
	phoneNumber: string | null;
	type: string;
	active: boolean;
	connectionParams: Record<string, string> | null;
}

export interface ShipMethod {
	shippingProviderId: number | null;
	shippingCarrier: string | null;
	shippingServiceId: number | null;
	packageTypeId: number | null;
	ltlFtlShipment: unknown;
}

export interface Shipment {
	shipmentId: number;
	orderId: number;
	orderNumber: string;
	warehouseId: number | null;
	batchNumber: number | null;
	type: 'FULFILLMENT' | 'RETURN';
	external: boolean;
	created: string;
	shipDate: string | null;
	estimatedArrival: string | null;
	received: string | null;
	deliveryStatus: string;
	trackingNumber: string | null;
	trackingUrls: string[];
	insuranceTrackingNumber: string | null;
	transactionId: string | null;
	carrierFee: Money | null;
	shipMethod: ShipMethod | null;
	shippingLabelUrls: string[];
	rma: number | null;
}

/** Custom field definition as it is read. Ids are UUIDs. */
export interface CustomFieldDef {
	customFieldDefId: string;
	name: string;
	description: string | null;
	type: string;
	required: boolean;
	active: boolean;
	showOnGrid: boolean;
}

export interface CustomFieldValue {
	customFieldValueId: string;
	customFieldDef: CustomFieldDef;
	value: unknown;
}
