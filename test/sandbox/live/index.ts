import type { Handlers } from '../http/call';
import { categoryHandlers } from './categories';
import { customFieldHandlers } from './customFields';
import { inventoryHandlers } from './inventory';
import { labelHandlers } from './labels';
import { listingWriteHandlers } from './listingWrites';
import { optionHandlers } from './options';
import { orderActionHandlers } from './orderActions';
import { orderCreateHandlers } from './orderCreate';
import { additionalPackageHandlers } from './additionalPackages';
import { orderItemHandlers } from './orderItems';
import { orderQueryHandlers } from './orderQueries';
import { orderSplitHandlers } from './orderSplit';
import { placeHandlers } from './account';
import { placeWriteHandlers } from './placeWrites';
import { productHandlers } from './products';
import { productWriteHandlers } from './productWrites';
import { purchasingHandlers } from './purchasing';
import { rmaHandlers } from './rmas';
import { shipmentHandlers } from './shipments';
import { shippingCatalogHandlers } from './shippingCatalog';
import { stockRecordHandlers } from './stockRecords';
import { stockTransferHandlers } from './stockTransfers';

/** Handlers of the live contract by endpoint id. What is missing here answers 501. */
export const liveHandlers: Handlers = {
	...orderQueryHandlers,
	...orderCreateHandlers,
	...orderActionHandlers,
	...orderItemHandlers,
	...orderSplitHandlers,
	...additionalPackageHandlers,
	...labelHandlers,
	...customFieldHandlers,
	...inventoryHandlers,
	...stockRecordHandlers,
	...stockTransferHandlers,
	...productHandlers,
	...productWriteHandlers,
	...categoryHandlers,
	...listingWriteHandlers,
	...shipmentHandlers,
	...shippingCatalogHandlers,
	...rmaHandlers,
	...purchasingHandlers,
	...placeHandlers,
	...placeWriteHandlers,
	...optionHandlers,
};
