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
 * The part of the live API that the package uses (live-api.md sections 3, 4 and 6). docs/api-sources.md explains the
 * evidence tags.
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
