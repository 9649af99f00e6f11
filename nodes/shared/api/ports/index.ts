import { OrdersPort } from './orders';
import type { Contract } from './capabilities';
import { ListOptions } from './types';
import type { ChangesPort } from './changes';
import type { CustomPort } from './custom';
import type { LabelsPort } from './labels';
import type { ListingsPort } from './listings';
import type { OrderFieldsPort, OrderLabelsPort } from './orderMarks';
import type { OrderItemsPort } from './orders';
import type { OrderSearchPort } from './orderSearch';
import type { ProductFieldsPort, ProductLabelsPort, ProductsPort } from './products';
import type { CarriersPort, ShipmentsPort } from './shipments';
import type { StockLocationsPort, StockPort, StockRecordsPort } from './stock';
import type { AccountPort, SalesChannelsPort, WarehousesPort } from './warehouses';

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
