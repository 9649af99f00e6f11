import type { ProductItem } from '../parts/shapes';
import type { TrytonRecord } from './tryton';

export function productItems(products: readonly TrytonRecord[]): ProductItem[];
