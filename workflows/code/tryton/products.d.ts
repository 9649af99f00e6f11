import type { ProductItem } from '../../parts/shapes';
import type { TrytonRecord } from './answers';

export function productItems(products: readonly TrytonRecord[]): ProductItem[];
