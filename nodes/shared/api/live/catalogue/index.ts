import { ORDERS } from './orders';
import { PLACES } from './places';
import { STOCK } from './stock';

/** The live API as far as the pack speaks it (live-api.md sections 3, 4 and 6). The evidence tags are explained in docs/api-sources.md. */
export const LIVE = { ...ORDERS, ...STOCK, ...PLACES } as const;
