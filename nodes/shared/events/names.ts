/** What can start a workflow: what the user calls it, and what it means. */
const TEXTS = {
	orderCreated: { label: 'Order Created', description: 'An order was created' },
	orderUpdated: { label: 'Order Updated', description: 'An order was changed after it was created' },
	orderStatusChanged: { label: 'Order Status Changed', description: 'The status of an order has changed' },
	shipmentCreated: { label: 'Shipment Created', description: 'A parcel was shipped or registered' },
	shipmentUpdated: { label: 'Shipment Updated', description: 'The delivery status of a parcel has changed' },
	productCreated: { label: 'Product Created', description: 'A product was created' },
	productUpdated: {
		label: 'Product Updated',
		description: 'A product was changed after it was created. Its stock does not count.',
	},
	stockLevelChanged: {
		label: 'Stock Level Changed',
		description: 'There are more or fewer pieces of a SKU than before',
	},
	stockBelowThreshold: {
		label: 'Stock Below Threshold',
		description: 'The stock of a SKU falls below a threshold. Fires once, when it falls.',
	},
	rmaCreated: { label: 'RMA Created', description: 'A return authorization was created' },
	purchaseOrderUpdated: { label: 'Purchase Order Updated', description: 'A purchase order is new or was changed' },
} as const;

export type EventName = keyof typeof TEXTS;

export const EVENT_TEXTS: Readonly<Record<EventName, { label: string; description: string }>> = TEXTS;
export const EVENTS = Object.keys(TEXTS) as EventName[];
export const labelOf = (event: EventName): string => EVENT_TEXTS[event].label;
