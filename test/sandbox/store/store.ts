import type { CustomFieldDef, Label, SalesChannel, Shipment, Warehouse } from '../model/common';
import type { Money } from '../model/common';
import type { PaymentTerm, PurchaseOrder, Rma, StockTransfer, Vendor, VendorProduct } from '../model/supply';
import { Catalog } from './catalog';
import { OrderBook } from './orderBook';
import { Random } from './random';
import { StockFeed } from './stockFeed';
import { Stockroom } from './stockroom';
import { Table } from './table';

export interface AdditionalPackage {
	id: number;
	orderId: number;
	/** Inches; weight in ounces. */
	height: number | null;
	length: number | null;
	width: number | null;
	weight: number | null;
	insuredValue: Money | null;
}

export interface AppProperty {
	id: number;
	name: string;
	value: string | null;
}

/** Everything the service knows, in memory. A reset makes a new one. */
export class Store {
	readonly orderFieldDefs: CustomFieldDef[] = [];
	readonly random: Random;
	readonly warehouses = new Table<Warehouse>((warehouse) => warehouse.warehouseId, 5101);
	readonly salesChannels = new Table<SalesChannel>((channel) => channel.salesChannelId, 1207);
	readonly labels = new Table<Label>((label) => label.labelId, 12);
	/** Service names given with guide shipments (the live contract knows services by id only). */
	readonly guideServices = new Map<number, string>();
	/** Shipments that drift has moved, the last one moved at the end: the live list gives them first. */
	readonly movedShipments = new Set<Shipment>();
	/** Tax totals given with guide orders, by order id. */
	readonly guideTaxTotals = new Map<number, number>();
	readonly additionalPackages = new Table<AdditionalPackage>((row) => row.id, 81001);
	readonly appProperties = new Table<AppProperty>((row) => row.id, 1);
	readonly stockTransfers = new Table<StockTransfer>((row) => row.stockTransferOrderId, 8802);
	readonly paymentTerms = new Table<PaymentTerm>((row) => row.vendorPaymentTermId, 21);
	readonly vendors = new Table<Vendor>((row) => row.vendorId, 3301);
	readonly vendorProducts = new Table<VendorProduct>((row) => row.vendorProductId, 45010);
	readonly purchaseOrders = new Table<PurchaseOrder>((row) => row.purchaseOrderId, 150077);
	readonly rmas = new Table<Rma>((row) => row.rmaId, 20881);
	/** Categories in the order they were first seen. */
	readonly categoryNames: string[] = [];
	private nextTransferItemId = 99001;
	private nextRmaItemId = 30411;
	readonly catalog = new Catalog();
	readonly stockroom: Stockroom;
	readonly stockFeed = new StockFeed();
	readonly book: OrderBook;

	/** @param now the virtual clock, epoch milliseconds in whole seconds */
	constructor(
		seed: number,
		readonly now: () => number,
	) {
		this.random = new Random(seed);
		this.stockroom = new Stockroom(now);
		this.book = new OrderBook(now, this.stockroom);
	}

	/** Shipments as the live list gives them: by id, but for those that drift has moved to the front. */
	listedShipments(): readonly Shipment[] {
		const { rows } = this.book.shipments;
		if (this.movedShipments.size === 0) return rows;
		return [...[...this.movedShipments].reverse(), ...rows.filter((row) => !this.movedShipments.has(row))];
	}

	newTransferItemId(): number {
		return this.nextTransferItemId++;
	}

	newRmaItemId(): number {
		return this.nextRmaItemId++;
	}
}
