import { CHANGES } from './changes';
import { LABELS } from './labels';
import { LISTINGS } from './listings';
import { OPTIONS } from './options';
import { ORDERS } from './orders';
import { ACCOUNT } from './account';
import { PRODUCTS } from './products';
import { SHIPMENTS } from './shipments';
import { STOCK } from './stock';

/**
 * The live API as far as the pack speaks it (live-api.md sections 3, 4 and 6). The evidence tags are explained in
 * docs/api-sources.md.
 */
export const LIVE = {
	...ORDERS,
	...LABELS,
	...STOCK,
	...ACCOUNT,
	...PRODUCTS,
	...SHIPMENTS,
	...OPTIONS,
	...LISTINGS,
	...CHANGES,
} as const;
