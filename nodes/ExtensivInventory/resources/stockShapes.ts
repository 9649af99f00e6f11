import type { StockLevel, StockReceipt } from '../../shared/domain/stock/stock';
import type { StockChange } from '../../shared/domain/stock/stockChange';
import type { StockRecord } from '../../shared/domain/stock/stockRecord';
import type { Fields } from '../../shared/n8n/read/params';
import { type OutputColumn, own, ownWith, shapeOf } from '../../shared/n8n/output/shape';

type Parameters = Pick<Fields, 'raw'>;

const perWarehouse = (parameters: Parameters): boolean => parameters.raw('detail') === 'warehouse';
/** Each row belongs to a warehouse: its own, or the chosen one. */
const ofWarehouse = (parameters: Parameters): boolean =>
	perWarehouse(parameters) || hasWarehouse(parameters.raw('filters'));
const hasWarehouse = (filters: unknown): boolean => {
	const chosen = (filters as { warehouse?: unknown } | null | undefined)?.warehouse;
	const value = typeof chosen === 'object' && chosen !== null && 'value' in chosen ? chosen.value : chosen;
	return value !== undefined && value !== null && value !== '';
};
const where = <T>(when: (parameters: Parameters) => boolean, columns: Array<OutputColumn<T>>): Array<OutputColumn<T>> =>
	columns.map((column) => ({ ...column, when }));

/** The output of stock levels. */
export const levelShape = shapeOf<StockLevel>({
	columns: [
		...own<StockLevel>('sku'),
		...ownWith<StockLevel>('stockLevel.details', 'productName'),
		...where(ofWarehouse, own<StockLevel>('warehouseName')),
		...own<StockLevel>('onHand', 'available', 'allocated'),
		...ownWith<StockLevel>('stockLevel.details', 'locked', 'inTransit'),
		...where(ofWarehouse, own<StockLevel>('warehouseId')),
		...ownWith<StockLevel>('stockLevel.details', 'productId'),
	],
	fields: ['updatedAt'],
});

/** The output of changes. Each warehouse of a product is its own row where the user wants that. */
export const changeShape = shapeOf<StockChange>({
	columns: [
		...own<StockChange>('sku', 'productName', 'available'),
		...where(perWarehouse, own<StockChange>('warehouseId')),
		...own<StockChange>('productId'),
	],
	fields: ['warehouses'],
});

/** The output of stock records. */
export const recordShape = shapeOf<StockRecord>({
	columns: own<StockRecord>(
		'sku',
		'productName',
		'location',
		'onHand',
		'available',
		'allocated',
		'locked',
		'minStock',
		'active',
		'warehouseId',
		'recordId',
		'productId',
	),
	fields: ['locationId', 'drawRank', 'pickable', 'receivable'],
});

/** The result of setting a level, with the name of the chosen warehouse. */
export type LevelSet = StockReceipt & { warehouseName: string | null };

/** The output after setting a level. */
export const setShape = shapeOf<LevelSet>({
	columns: [
		{ name: 'outcome', of: ({ created }) => (created ? 'recordCreated' : 'set') },
		...own<LevelSet>('sku', 'onHand'),
		...ownWith<LevelSet>('stockLevel.details', 'available'),
		{
			...(own<LevelSet>('warehouseName')[0] as OutputColumn<LevelSet>),
			when: (parameters) => nameOfChosen(parameters.raw('warehouse')) !== null,
		},
		...own<LevelSet>('warehouseId'),
	],
	fields: [],
});

/**
 * The name of a warehouse that was chosen from the list, where n8n keeps it beside the ID; null when it was given by
 * ID.
 */
export function nameOfChosen(locator: unknown): string | null {
	const { mode, cachedResultName } = (locator ?? {}) as { mode?: unknown; cachedResultName?: unknown };
	return mode === 'list' && typeof cachedResultName === 'string' ? cachedResultName.replace(/ \([^()]*\)$/, '') : null;
}
