import { pathId, type Call, type Handlers } from '../http/call';
import { Reply, badField, notFound, Problem } from '../http/problem';
import type { StockTransfer, StockTransferItem } from '../model/supply';
import { isoSeconds } from '../store/clock';
import { GLOBAL_LOCATION } from '../store/stockroom';
import { pageOf } from '../store/table';
import { bulk, RowError, UNKNOWN_PRODUCT, type BulkResponse } from './bulk';

interface PutTransfer {
	stockTransferOrderId?: number | null;
	stockTransferOrderNumber?: string | null;
	fromWarehouseId?: number | null;
	toWarehouseId?: number | null;
	internalNotes?: string | null;
	externalShipmentId?: string | null;
	shipMethod?: StockTransfer['shipMethod'];
	items?: Array<{
		masterSku?: string | null;
		quantity?: number | null;
		internalNotes?: string | null;
		stockTransferOrderItemId?: number | null;
	}> | null;
}

interface ReceiveItem {
	stockTransferOrderItemId: number;
	acceptedQuantity: number;
	rejectedQuantity: number;
	updateInventory: boolean;
	productStockId?: number | null;
	receivedDate?: string | null;
}

/** 200 when every row went well, 201 when only some did. */
const partly = (response: BulkResponse): Reply => new Reply(response.errors.length > 0 ? 201 : 200, response);

function transferOf(call: Call, id = pathId(call, 'stockTransferId')): StockTransfer {
	const transfer = call.store.stockTransfers.get(id);
	if (!transfer) throw notFound('Stock transfer', id);
	return transfer;
}

function list(call: Call): StockTransfer[] {
	const { query, store } = call;
	const from = query.time('createdDateFrom');
	const to = query.time('createdDateTo');
	const source = query.id('sourceWarehouseId');
	const target = query.id('destinationWarehouseId');
	const statuses = query.texts('status');
	const ids = query.numbers('stockTransferOrderId');
	const products = query.numbers('productId');
	const numbers = query.texts('stockTransferOrderNumber').map((text) => text.toLowerCase());
	return pageOf(store.stockTransfers.rows, call.page, call.limit, (row) => {
		const created = Date.parse(row.createdDate);
		return (
			(from === undefined || created >= from) &&
			(to === undefined || created <= to) &&
			(!source || row.fromWarehouseId === source) &&
			(!target || row.toWarehouseId === target) &&
			(statuses.length === 0 || statuses.includes(row.status)) &&
			(ids.length === 0 || ids.includes(row.stockTransferOrderId)) &&
			(products.length === 0 || row.items.some((item) => products.includes(item.productId))) &&
			(numbers.length === 0 || numbers.some((number) => row.stockTransferOrderNumber.toLowerCase().startsWith(number)))
		);
	});
}

/** Creates a transfer, or overwrites an existing one that has not been shipped, items included. */
function save(call: Call): Reply {
	const { store } = call;
	const body = call.body as PutTransfer;
	const known = body.stockTransferOrderId ? transferOf(call, body.stockTransferOrderId) : undefined;
	if (known && known.status !== 'AWAITING_SHIPMENT')
		throw new Problem(422, `Stock transfer ${known.stockTransferOrderNumber} is ${known.status}`);
	if (!known && !body.stockTransferOrderNumber)
		throw badField(422, 'stockTransferOrderNumber', 'stockTransferOrderNumber is mandatory when creating');
	if (!known && store.stockTransfers.rows.some((row) => row.stockTransferOrderNumber === body.stockTransferOrderNumber))
		throw badField(
			422,
			'stockTransferOrderNumber',
			`There is a stock transfer ${String(body.stockTransferOrderNumber)} already`,
		);
	for (const name of ['fromWarehouseId', 'toWarehouseId'] as const) {
		if (!store.warehouses.get(body[name] ?? known?.[name] ?? 0))
			throw badField(422, name, `There is no warehouse ${String(body[name])}`);
	}
	const transfer: StockTransfer = known ?? {
		stockTransferOrderId: store.stockTransfers.newId(),
		stockTransferOrderNumber: body.stockTransferOrderNumber!,
		status: 'AWAITING_SHIPMENT',
		createdDate: isoSeconds(store.now()),
		fromWarehouseId: body.fromWarehouseId!,
		toWarehouseId: body.toWarehouseId!,
		internalNotes: null,
		externalShipmentId: null,
		shipMethod: null,
		items: [],
	};
	const { internalNotes, externalShipmentId, shipMethod, fromWarehouseId, toWarehouseId } = body;
	Object.assign(transfer, {
		fromWarehouseId: fromWarehouseId ?? transfer.fromWarehouseId,
		toWarehouseId: toWarehouseId ?? transfer.toWarehouseId,
		internalNotes: internalNotes ?? transfer.internalNotes,
		externalShipmentId: externalShipmentId ?? transfer.externalShipmentId,
		shipMethod: shipMethod ?? transfer.shipMethod,
	});
	const items: StockTransferItem[] = [];
	const response = bulk(body.items ?? [], ({ masterSku, quantity, internalNotes: notes, stockTransferOrderItemId }) => {
		const product = store.catalog.productBySku(masterSku ?? '');
		if (!product) throw new RowError('masterSku', 'Product does not exist', masterSku, UNKNOWN_PRODUCT);
		if (!quantity || quantity < 1) throw new RowError('quantity', 'quantity must be at least 1', masterSku);
		const eligible = store.stockroom
			.of(product.productId)
			.filter((stock) => stock.warehouseId === transfer.toWarehouseId);
		items.push({
			stockTransferOrderItemId: stockTransferOrderItemId ?? store.newTransferItemId(),
			stockTransferOrderId: transfer.stockTransferOrderId,
			masterSku: product.masterSku,
			productId: product.productId,
			quantity,
			internalNotes: notes ?? null,
			status: 'PENDING',
			receivedDate: null,
			receivedProductStockId: null,
			eligibleReceivingStockIds: eligible.map((stock) => stock.productStockId),
		});
		return { stockTransferOrderId: transfer.stockTransferOrderId, masterSku: product.masterSku };
	});
	if (items.length === 0) throw new Problem(422, 'A stock transfer needs at least one valid item');
	transfer.items = items;
	if (!known) store.stockTransfers.add(transfer);
	return partly(response);
}

/** Ships: the goods leave the source warehouse and are in transit to the other. */
function ship(call: Call): Reply {
	const { store } = call;
	const transfer = transferOf(call);
	if (transfer.status !== 'AWAITING_SHIPMENT')
		throw new Problem(422, `Stock transfer ${transfer.stockTransferOrderNumber} is ${transfer.status}`);
	for (const item of transfer.items) {
		const stock = store.stockroom
			.of(item.productId)
			.find((row) => row.warehouseId === transfer.fromWarehouseId && row.quantity >= item.quantity);
		if (!stock)
			throw new Problem(
				422,
				`Warehouse ${transfer.fromWarehouseId} does not have ${item.quantity} of ${item.masterSku}`,
			);
		store.stockroom.edit(
			stock,
			{ quantity: stock.quantity - item.quantity },
			'Stock transfer shipped',
			transfer.stockTransferOrderNumber,
		);
		store.stockroom.changeInTransit(item.productId, transfer.toWarehouseId, item.quantity);
	}
	transfer.status = 'PENDING_RECEIVING';
	return partly({ message: 'Success', results: [{ stockTransferOrderId: transfer.stockTransferOrderId }], errors: [] });
}

function receiveItem(call: Call, transfer: StockTransfer, row: ReceiveItem): unknown {
	const { store } = call;
	const item = transfer.items.find(
		({ stockTransferOrderItemId }) => stockTransferOrderItemId === row.stockTransferOrderItemId,
	);
	if (!item || item.status !== 'PENDING')
		throw new RowError(
			'stockTransferOrderItemId',
			`There is no open item ${row.stockTransferOrderItemId}`,
			row.stockTransferOrderItemId,
		);
	if (
		row.acceptedQuantity < 0 ||
		row.rejectedQuantity < 0 ||
		row.acceptedQuantity + row.rejectedQuantity > item.quantity
	)
		throw new RowError('acceptedQuantity', `At most ${item.quantity} can be received`, row.stockTransferOrderItemId);
	store.stockroom.changeInTransit(item.productId, transfer.toWarehouseId, -item.quantity);
	item.status = row.acceptedQuantity > 0 ? 'RECEIVED' : 'REJECTED';
	item.receivedDate = row.receivedDate ?? isoSeconds(store.now());
	if (row.updateInventory && row.acceptedQuantity > 0) {
		const stocks = store.stockroom.of(item.productId).filter((stock) => stock.warehouseId === transfer.toWarehouseId);
		const stock =
			stocks.find((known) => known.productStockId === row.productStockId) ??
			stocks[0] ??
			store.stockroom.create({
				productId: item.productId,
				warehouseId: transfer.toWarehouseId,
				location: GLOBAL_LOCATION,
				quantity: 0,
			});
		store.stockroom.edit(
			stock,
			{ quantity: stock.quantity + row.acceptedQuantity },
			'Stock transfer received',
			transfer.stockTransferOrderNumber,
		);
		item.receivedProductStockId = stock.productStockId;
	}
	return { stockTransferOrderItemId: item.stockTransferOrderItemId, status: item.status };
}

function receive(call: Call): Reply {
	const transfer = transferOf(call);
	if (transfer.status !== 'PENDING_RECEIVING' && transfer.status !== 'PARTIALLY_DELIVERED')
		throw new Problem(422, `Stock transfer ${transfer.stockTransferOrderNumber} is ${transfer.status}`);
	const response = bulk((call.body as { stockTransferOrderItems: ReceiveItem[] }).stockTransferOrderItems, (row) =>
		receiveItem(call, transfer, row),
	);
	const open = transfer.items.filter((item) => item.status === 'PENDING').length;
	transfer.status =
		open === 0 ? 'DELIVERED' : open < transfer.items.length ? 'PARTIALLY_DELIVERED' : 'PENDING_RECEIVING';
	return partly(response);
}

export const stockTransferHandlers: Handlers = {
	'stockTransfers.list': list,
	'stockTransfers.get': (call) => transferOf(call),
	'stockTransfers.save': save,
	'stockTransfers.ship': ship,
	'stockTransfers.receive': receive,
};
