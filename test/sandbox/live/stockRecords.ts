import type { Call, Handlers } from '../http/call';
import { badField, notFound, Problem } from '../http/problem';
import { productInfo, type Stock } from '../model/product';
import { isoSeconds } from '../store/clock';
import { pageOf } from '../store/table';
import { bulk, RowError, singleId } from './bulk';
import { stockOf, type Place } from './inventory';

/** Channel types whose listings the acknowledge feed serves. The description says MANUAL or CUSTOM; SKUBANA is probably meant by MANUAL. */
const FEED_CHANNELS = new Set(['CUSTOM', 'SKUBANA']);

/** Recently changed availability of the listings of one channel, summed per product. */
function acknowledge(call: Call): unknown {
	const { query, store, page, limit } = call;
	const id = query.number('salesChannelId') ?? 0;
	const channel = store.salesChannels.get(id);
	if (!channel) throw badField(422, 'salesChannelId', `There is no sales channel ${id}`);
	if (!FEED_CHANNELS.has(channel.type))
		throw badField(422, 'salesChannelId', `Sales channel ${id} is of type ${channel.type}, not MANUAL or CUSTOM`);
	const from = query.time('fromDate') ?? Number.NEGATIVE_INFINITY;
	const to = query.time('toDate') ?? Number.POSITIVE_INFINITY;
	const { by, share } = call.service.stockFeed;
	const listed = store.catalog.products.rows.filter(
		({ productId }) =>
			store.stockroom.of(productId).length > 0 &&
			store.catalog.listingsOf(productId).some((listing) => listing.salesChannelId === id && listing.active),
	);
	const candidates = by === 'memory' ? store.stockFeed.changed(store, id, listed, page) : listed;
	const changed = candidates.filter(({ productId }) =>
		store.stockroom.of(productId).some((stock) => stock.modified >= from && stock.modified <= to),
	);
	const available = (productId: number, warehouseId?: number): number =>
		Math.floor((store.stockroom.totals(productId, warehouseId).availableQuantity * share) / 100);
	const productAggregatedQuantities = pageOf(changed, page, limit).map((product) => {
		const warehouseIds = [...new Set(store.stockroom.of(product.productId).map((stock) => stock.warehouseId))];
		return {
			product: productInfo(product),
			availableQuantity: available(product.productId),
			warehouseInventoryBreakdown: warehouseIds.map((warehouseId) => ({
				warehouseId,
				availableQuantity: available(product.productId, warehouseId),
			})),
		};
	});
	return [{ pagesRemaining: changed.length > page * limit, productAggregatedQuantities }];
}

function stockById(call: Call, name: string): Stock {
	const id = call.query.number(name) ?? 0;
	const stock = call.store.stockroom.stocks.get(id);
	if (!stock) throw notFound('Product stock', id);
	return stock;
}

function transfer(call: Call): unknown {
	const from = stockById(call, 'fromProductStockId');
	const to = stockById(call, 'toProductStockId');
	const quantity = call.query.number('quantity') ?? 0;
	if (from.productId !== to.productId || from === to)
		throw new Problem(422, 'The two product stocks must be different records of one product');
	if (quantity < 1 || quantity > from.quantity)
		throw badField(422, 'quantity', `quantity must be between 1 and the ${from.quantity} on hand`);
	const notes = call.query.text('notes') ?? null;
	call.store.stockroom.edit(from, { quantity: from.quantity - quantity }, 'Transferred out', notes);
	call.store.stockroom.edit(to, { quantity: to.quantity + quantity }, 'Transferred in', notes);
	return singleId(to.productStockId);
}

function history(call: Call): unknown {
	const { query, store, page, limit } = call;
	const stockId = query.number('productStockId');
	const productId = query.number('productId');
	const warehouseId = query.number('warehouseId');
	if (stockId === undefined && (productId === undefined || warehouseId === undefined))
		throw badField(422, 'productStockId', 'productStockId, or productId and warehouseId, is required');
	const stocks =
		stockId !== undefined
			? [store.stockroom.stocks.get(stockId)]
			: store.stockroom.of(productId!).filter((stock) => stock.warehouseId === warehouseId);
	const edits = stocks
		.filter((stock): stock is Stock => stock !== undefined)
		.flatMap((stock) => store.stockroom.edits(stock.productStockId).map((edit) => ({ edit, stock })))
		.sort((a, b) => b.edit.at - a.edit.at);
	return pageOf(edits, page, limit).map(({ edit, stock }) => ({
		description: edit.description,
		editTypeDesc: edit.editTypeDesc,
		formattedEditTime: isoSeconds(edit.at),
		masterSku: store.catalog.products.get(stock.productId)?.masterSku ?? null,
		notes: edit.notes,
		productId: stock.productId,
		userEmail: 'robin@example.com',
	}));
}

function editFlags(
	call: Call,
	row: Place & { active?: boolean | null; pickable?: boolean | null; receivable?: boolean | null },
): unknown {
	const { product, stock } = stockOf(call, row);
	call.store.stockroom.edit(
		stock,
		{
			active: row.active ?? stock.active,
			pickable: row.pickable ?? stock.pickable,
			receivable: row.receivable ?? stock.receivable,
		},
		'Location edited',
		row.notes ?? null,
	);
	return { masterSku: product.masterSku, productStockId: stock.productStockId, warehouseId: stock.warehouseId };
}

interface Rename {
	newStockLocationName: string;
	originalStockLocationName?: string | null;
	stockLocationId?: number | null;
	warehouseId?: number | null;
}

function renameLocation(
	call: Call,
	{ newStockLocationName: name, originalStockLocationName, stockLocationId, warehouseId }: Rename,
): unknown {
	const { stockroom, warehouses } = call.store;
	const byId = stockLocationId
		? stockroom.stocks.rows.find((stock) => stock.stockLocationId === stockLocationId)
		: undefined;
	const from = byId?.location ?? originalStockLocationName;
	const where = byId?.warehouseId ?? warehouseId;
	if (!from || !where)
		throw new RowError(
			'stockLocationId',
			'An existing stockLocationId, or warehouseId and originalStockLocationName, is mandatory',
			stockLocationId ?? null,
		);
	if (warehouses.get(where)?.type !== 'DIRECT_FULFILLMENT')
		throw new RowError('warehouseId', 'Only DIRECT_FULFILLMENT warehouses have named locations', where);
	if (stockroom.hasLocation(where, name))
		throw new RowError('newStockLocationName', `Warehouse ${where} has a location ${name} already`, name);
	if (!stockroom.renameLocation(where, from, name))
		throw new RowError('originalStockLocationName', `Warehouse ${where} has no location ${from}`, from);
	return { warehouseId: where, stockLocationName: name };
}

export const stockRecordHandlers: Handlers = {
	'inventory.acknowledge': acknowledge,
	'inventory.transfer': transfer,
	'inventory.history': history,
	'inventory.updateLocationAttributes': (call) => bulk(call.body as Place[], (row) => editFlags(call, row)),
	'inventory.renameLocation': (call) => bulk(call.body as Rename[], (row) => renameLocation(call, row)),
};
