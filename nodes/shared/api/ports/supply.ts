import type { PurchaseOrder, PurchaseOrderFilter } from '../../domain/purchaseOrder';
import type { Rma, RmaFilter } from '../../domain/rma';
import type { ListOptions, Sourced } from '../port';

/** Returns of customers. */
export interface RmasPort {
	list(filter: RmaFilter, options: ListOptions): AsyncIterable<Array<Sourced<Rma>>>;
}

/** Orders of goods from vendors. */
export interface PurchaseOrdersPort {
	list(filter: PurchaseOrderFilter, options: ListOptions): AsyncIterable<Array<Sourced<PurchaseOrder>>>;
}
