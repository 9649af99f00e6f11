import type { CarrierEntry, CarrierKind } from '../../domain/shipping/carrier';
import type { OrderKey } from '../../domain/order/order';
import type {
	LabelReceipt,
	NewShipment,
	OrderShipments,
	Shipment,
	ShipmentFilter,
	ShipmentReceipt,
	VoidReceipt,
	Voiding,
} from '../../domain/shipping/shipment';
import type { ItemResult, BatchItem } from '../../batch/types';
import type { ListOptions, WithRaw } from './types';
import type { UnreadableOption } from './unreadable';

export interface OfOrdersOptions {
	/** Reads only what the orders themselves contain: faster, but voided and returned parcels may be missing. */
	ownOnly: boolean;
}

export interface ShipStandardOptions {
	/** An existing print batch to add the orders to. */
	batchNumber?: number;
	/** Finish the batch without the orders that could not be shipped. */
	discardFailed: boolean;
}

/** Shipments in business terms. Writes return one result per input, in any order. */
export interface ShipmentsPort {
	list(filter: ShipmentFilter, options: ListOptions): AsyncIterable<Array<WithRaw<Shipment>>>;
	ofOrders(
		keys: ReadonlyArray<BatchItem<OrderKey>>,
		options: OfOrdersOptions,
	): Promise<Array<ItemResult<WithRaw<OrderShipments>>>>;
	register(shipments: ReadonlyArray<BatchItem<NewShipment>>): Promise<Array<ItemResult<WithRaw<ShipmentReceipt>>>>;
	/** Buys labels. Absent if the contract does not support it. */
	shipStandard?(
		keys: ReadonlyArray<BatchItem<OrderKey>>,
		options: ShipStandardOptions,
	): Promise<Array<ItemResult<WithRaw<LabelReceipt>>>>;
	void?(voidings: ReadonlyArray<BatchItem<Voiding>>): Promise<Array<ItemResult<WithRaw<VoidReceipt>>>>;
}

export interface CarriersPort {
	/** @param carriers codes; only services and package types of these carriers */
	list(
		kind: CarrierKind,
		carriers?: readonly string[],
		options?: UnreadableOption,
	): Promise<Array<WithRaw<CarrierEntry>>>;
}
