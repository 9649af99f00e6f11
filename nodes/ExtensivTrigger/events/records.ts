import type { Product } from '../../shared/domain/product/product';
import type { PurchaseOrder } from '../../shared/domain/purchasing/purchaseOrder';
import type { Rma } from '../../shared/domain/purchasing/rma';
import type { Shipment } from '../../shared/domain/shipping/shipment';
import { datedEvent, hasSku, passes } from './dated';

const product = {
	record: 'product',
	filters: ['skus'],
	fits: ({ sku }: Product, { skus }: { skus?: string[] }) => hasSku(skus, [sku]),
} as const;

export const productCreated = datedEvent<Product>({
	...product,
	name: 'productCreated',
	feed: ({ productsCreated }) => productsCreated,
	kind: { is: 'birth' },
});

export const productUpdated = datedEvent<Product>({
	...product,
	name: 'productUpdated',
	feed: ({ productsModified }) => productsModified,
	kind: { is: 'version', creations: 'productCreated' },
});

export const shipmentCreated = datedEvent<Shipment>({
	name: 'shipmentCreated',
	record: 'shipment',
	feed: ({ shipmentsCreated }) => shipmentsCreated,
	kind: { is: 'birth' },
	filters: ['salesChannelId', 'warehouseId'],
	fits: ({ warehouseId }, filters) => passes(filters.warehouseId, warehouseId),
});

export const rmaCreated = datedEvent<Rma>({
	name: 'rmaCreated',
	record: 'rma',
	feed: ({ rmasCreated }) => rmasCreated,
	kind: { is: 'birth' },
	filters: ['salesChannelId', 'skus'],
	fits: ({ items }, { skus }) =>
		hasSku(
			skus,
			items.flatMap(({ sku, productSku }) => [sku, productSku]),
		),
});

export const purchaseOrderUpdated = datedEvent<PurchaseOrder>({
	name: 'purchaseOrderUpdated',
	record: 'purchaseOrder',
	feed: ({ purchaseOrdersModified }) => purchaseOrdersModified,
	// New records have no event of their own: they count as updated.
	kind: { is: 'version' },
	filters: ['warehouseId', 'skus'],
	fits: ({ warehouseId, lines }, filters) =>
		passes(filters.warehouseId, warehouseId) &&
		hasSku(
			filters.skus,
			lines.map(({ sku }) => sku),
		),
});
