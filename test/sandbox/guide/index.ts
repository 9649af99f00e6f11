import type { Handlers } from '../http/call';
import { guideInventoryHandlers } from './inventory';
import { guideOrderHandlers } from './orders';
import { guideProductHandlers } from './products';
import { guideShipmentHandlers } from './shipments';

/** Handlers of the guide contract by endpoint id. */
export const guideHandlers: Handlers = {
	...guideOrderHandlers,
	...guideProductHandlers,
	...guideInventoryHandlers,
	...guideShipmentHandlers,
};
