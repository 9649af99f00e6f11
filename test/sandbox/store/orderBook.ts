import { availableOf } from '../model/product';
import { NOTHING, type Order } from '../model/order';
import type { Shipment } from '../model/common';
import { Table } from './table';
import { PrefixIndex } from './prefixIndex';
import type { Stockroom } from './stockroom';

export type OrderOrdering = 'idAsc' | 'idDesc' | 'modifiedDesc';

/** Orders and shipments. Order numbers are not unique: the service takes the same number twice, and so does the sandbox. */
export class OrderBook {
	readonly orders = new Table<Order>((order) => order.orderId, 77120045);
	readonly shipments = new Table<Shipment>((shipment) => shipment.shipmentId, 6600127);
	private readonly byNumber = new Map<string, Order[]>();
	private readonly prefixes = new PrefixIndex<Order>();
	private nextItemId = 99300455;
	private nextBatch = 4411;
	private modifiedOrder: Order[] | undefined;
	private modifiedOrderIsStale = true;
	private reversed: Order[] = [];

	constructor(
		private readonly now: () => number,
		private readonly stockroom: Stockroom,
	) {}

	newItemId(): number {
		return this.nextItemId++;
	}

	newBatchNumber(): number {
		return this.nextBatch++;
	}

	add(order: Order): Order {
		this.orders.add(order);
		const same = this.byNumber.get(order.orderNumber);
		if (same) same.push(order);
		else this.byNumber.set(order.orderNumber, [order]);
		this.prefixes.add(order.orderNumber, order);
		this.modifiedOrder?.push(order);
		this.modifiedOrderIsStale = true;
		return order;
	}

	renumber(order: Order, orderNumber: string): void {
		const same = this.byNumber.get(order.orderNumber)?.filter((other) => other !== order) ?? [];
		if (same.length > 0) this.byNumber.set(order.orderNumber, same);
		else this.byNumber.delete(order.orderNumber);
		this.prefixes.remove(order.orderNumber, order);
		order.orderNumber = orderNumber;
		this.byNumber.set(orderNumber, [...(this.byNumber.get(orderNumber) ?? []), order]);
		this.prefixes.add(orderNumber, order);
	}

	/** Orders with exactly this number, in one channel or in any. */
	numbered(orderNumber: string, salesChannelId?: number): Order[] {
		const same = this.byNumber.get(orderNumber) ?? [];
		return salesChannelId === undefined ? [...same] : same.filter((order) => order.salesChannelId === salesChannelId);
	}

	countsByNumber(): Map<string, Order[]> {
		return this.byNumber;
	}

	startingWith(prefixes: string[]): Order[] {
		return [...new Set(prefixes.flatMap((prefix) => this.prefixes.startingWith(prefix)))];
	}

	/** Changes an order and stamps it as modified now. */
	change(order: Order, change: Partial<Order>, extra?: Record<string, unknown>): void {
		Object.assign(order, change);
		if (extra) order.extra = { ...order.extra, ...extra };
		order.modified = this.now();
		this.modifiedOrderIsStale = true;
	}

	/** All orders in the given order, without copying where possible. */
	inOrder(ordering: OrderOrdering): readonly Order[] {
		const rows = this.orders.rows;
		if (ordering === 'idAsc') return rows;
		if (ordering === 'idDesc') {
			if (this.reversed.length !== rows.length) this.reversed = [...rows].reverse();
			return this.reversed;
		}
		this.modifiedOrder ??= [...rows];
		if (this.modifiedOrderIsStale) this.modifiedOrder.sort(compareBy('modifiedDesc'));
		this.modifiedOrderIsStale = false;
		return this.modifiedOrder;
	}

	/** Takes stock of the fulfilment source for every item, as far as there is any. */
	allocate(order: Order): void {
		if (order.warehouseId === null) return;
		const allocations: Array<{ productStockId: number; quantity: number }> = [];
		for (const item of order.items) {
			let open = item.quantity;
			for (const stock of item.productId === null ? [] : this.stockroom.of(item.productId)) {
				if (stock.warehouseId !== order.warehouseId || open <= 0) continue;
				const quantity = Math.min(open, Math.max(0, availableOf(stock)));
				if (quantity === 0) continue;
				stock.allocated += quantity;
				stock.modified = this.now();
				open -= quantity;
				allocations.push({ productStockId: stock.productStockId, quantity });
			}
		}
		order.allocations = allocations.length > 0 ? allocations : NOTHING;
	}

	/** Ends the allocations of an order: back to available, or out of the warehouse when it is shipped. */
	release(order: Order, isShipped: boolean): void {
		for (const { productStockId, quantity } of order.allocations) {
			const stock = this.stockroom.stocks.get(productStockId);
			if (!stock) continue;
			stock.allocated -= quantity;
			if (isShipped)
				this.stockroom.edit(stock, { quantity: stock.quantity - quantity }, 'Order shipped', order.orderNumber);
			else stock.modified = this.now();
		}
		order.allocations = NOTHING;
	}
}

export function compareBy(ordering: OrderOrdering): (a: Order, b: Order) => number {
	if (ordering === 'idAsc') return (a, b) => a.orderId - b.orderId;
	if (ordering === 'idDesc') return (a, b) => b.orderId - a.orderId;
	return (a, b) => b.modified - a.modified || b.orderId - a.orderId;
}
