import type { StockItem } from '../parts/shapes';
import type { Response } from './tryton';

export function stockItems(warehouses: ReadonlyArray<{ name: string }>, responses: readonly Response[]): StockItem[];
