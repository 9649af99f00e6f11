import type { ProductItem, StockItem } from '../../parts/shapes';
import type { Document } from './orders';

export function stockItems(bins: readonly Document[]): StockItem[];
export function productItems(items: readonly Document[]): ProductItem[];
