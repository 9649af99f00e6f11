import type { StockItem } from '../../parts/shapes';
import type { Response } from './answers';

export function stockItems(warehouses: ReadonlyArray<{ name: string }>, responses: readonly Response[]): StockItem[];
