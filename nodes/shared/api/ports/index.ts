import type {
	Cancellation,
	CreatedOrder,
	NewOrder,
	Order,
	OrderChange,
	OrderFilter,
	OrderKey,
} from '../../domain/order/order';
import type { ItemResult, BatchItem } from '../../batch/sendInBatches';
import type { ChangesPort } from './changes';
import type { CustomPort } from './custom';
import type { LabelsPort } from './labels';
import type { ListingsPort } from './listings';
import type { OrderFieldsPort, OrderLabelsPort } from './orderMarks';
import type { OrderActions, OrderItemsPort } from './orders';
import type { OrderSearchPort } from './orderSearch';
import type { ProductFieldsPort, ProductLabelsPort, ProductsPort } from './products';
import type { CarriersPort, ShipmentsPort } from './shipments';
import type { StockLocationsPort, StockPort, StockRecordsPort } from './stock';
import type { AccountPort, SalesChannelsPort, WarehousesPort } from './warehouses';
import type { UnreadableOption } from '../common/unreadable';

export type Contract = 'live' | 'guide';

/** A thing as the pack understands it, with the service's own object beside it, untouched. */
export interface WithRaw<T> {
	value: T;
	raw: unknown;
}

/** How a list is to be read. */
export interface ListOptions extends UnreadableOption {
	/** Rows of a page; the endpoint's largest when absent. */
	pageSize?: number;
}

export interface CreateOptions {
	/** Look each number up first; an order that is there already is reported, not created again. */
	lookUpFirst: boolean;
	/** Orders of one call; the catalogue's figure when absent. */
	batchSize?: number;
	/** How long an order may take to show in lists, in milliseconds: so long it is looked for before it is sent again. */
	settleMs?: number;
	/** Cancel the order that this run created where another run has created the same one before. */
	cancelDuplicates?: boolean;
}

/** What changing an order came to. */
export interface OrderReceipt {
	orderId: string | null;
	orderNumber: string | null;
	/** The words with `already` are for orders that were as wanted before: nothing was sent. */
	outcome: 'updated' | 'cancelled' | 'alreadyCancelled' | 'onHold' | 'alreadyOnHold' | 'restored' | 'alreadyActive';
	notSent: string[];
}

/**
 * Orders in business words. Writes take any number of inputs and bring one outcome for each, in any order; an input
 * that is refused does not stop the
 * others. Reads raise ApiError.
 */
export interface OrdersPort extends OrderActions {
	create(
		orders: ReadonlyArray<BatchItem<NewOrder>>,
		options: CreateOptions,
	): Promise<Array<ItemResult<WithRaw<CreatedOrder>>>>;
	get(keys: ReadonlyArray<BatchItem<OrderKey>>): Promise<Array<ItemResult<WithRaw<Order>>>>;
	list(filter: OrderFilter, options: ListOptions): AsyncIterable<Array<WithRaw<Order>>>;
	update(changes: ReadonlyArray<BatchItem<OrderChange>>): Promise<Array<ItemResult<WithRaw<OrderReceipt>>>>;
	cancel(cancellations: ReadonlyArray<BatchItem<Cancellation>>): Promise<Array<ItemResult<WithRaw<OrderReceipt>>>>;
}

/** Order Manager, whichever contract leads there. */
export interface OrderManagerApi {
	readonly contract: Contract;
	readonly orders: OrdersPort;
	/** Absent where the contract has none. */
	readonly orderItems?: OrderItemsPort;
	/** Absent where the contract has none. */
	readonly orderLabels?: OrderLabelsPort;
	/** Absent where the contract has none. */
	readonly orderFields?: OrderFieldsPort;
	/** The label catalogue. Absent where the contract has none. */
	readonly labels?: LabelsPort;
	readonly stock: StockPort;
	/** Absent where the contract has none. */
	readonly stockRecords?: StockRecordsPort;
	/** Absent where the contract has none. */
	readonly stockLocations?: StockLocationsPort;
	readonly products: ProductsPort;
	/** Absent where the contract has none. */
	readonly productLabels?: ProductLabelsPort;
	/** Absent where the contract has none. */
	readonly productFields?: ProductFieldsPort;
	/** Absent where the contract has none. */
	readonly listings?: ListingsPort;
	readonly warehouses: WarehousesPort;
	/** Absent where the contract has none. */
	readonly salesChannels?: SalesChannelsPort;
	readonly shipments: ShipmentsPort;
	/** Absent where the contract has none. */
	readonly carriers?: CarriersPort;
	/** Absent where the contract has none. */
	readonly account?: AccountPort;
	readonly orderSearch: OrderSearchPort;
	/** What changes, for a trigger. */
	changes(options: ListOptions): ChangesPort;
	readonly custom: CustomPort;
}
