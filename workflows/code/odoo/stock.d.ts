import type { ProductItem, StockItem } from '../../parts/shapes';
import type { OdooRecord } from './values';

export function stockItems(read: Record<'products' | 'warehouses' | 'quants', readonly OdooRecord[]>): StockItem[];
export function productItems(products: readonly OdooRecord[]): ProductItem[];
