import { OrdersPort } from './orders';
import type { Contract } from './capabilities';
import { ListOptions } from './types';
import type { ChangesPort } from './changes';
import type { CustomPort } from './custom';
import type { HealthPort } from './account/health';
import type { LabelsPort } from './labels';
import type { ListingsPort } from './listings';
import type { OrderLabelsPort } from './orderLabels';
import type { OrderFieldsPort } from './orderCustomFields';
import type { OrderItemsPort } from './orders';
import type { OrderSearchPort } from './orders';
import type { ProductFieldsPort, ProductLabelsPort, ProductsPort } from './products';
import type { CarriersPort, ShipmentsPort } from './shipments';
import type { StockLocationsPort, StockPort, StockRecordsPort } from './stock';
import type { AccountPort, SalesChannelsPort, WarehousesPort } from './warehouses';

/** Order Manager, under either contract. Optional ports are absent if the contract does not support them. */
export interface OrderManagerApi {
	readonly contract: Contract;
	readonly orders: OrdersPort;
	readonly orderItems?: OrderItemsPort;
	readonly orderLabels?: OrderLabelsPort;
	readonly orderFields?: OrderFieldsPort;
	/** The label catalogue. */
	readonly labels?: LabelsPort;
	readonly stock: StockPort;
	readonly stockRecords?: StockRecordsPort;
	readonly stockLocations?: StockLocationsPort;
	readonly products: ProductsPort;
	readonly productLabels?: ProductLabelsPort;
	readonly productFields?: ProductFieldsPort;
	readonly listings?: ListingsPort;
	readonly warehouses: WarehousesPort;
	readonly salesChannels?: SalesChannelsPort;
	readonly shipments: ShipmentsPort;
	readonly carriers?: CarriersPort;
	readonly account?: AccountPort;
	readonly orderSearch: OrderSearchPort;
	/** Changes, for a trigger. */
	changes(options: ListOptions): ChangesPort;
	readonly custom: CustomPort;
	readonly health: HealthPort;
}
