/** The events that can start a workflow: label and meaning. */
const TEXTS = {
	orderCreated: { label: 'Order Created', description: 'An order was created' },
	orderUpdated: { label: 'Order Updated', description: 'An order was changed after it was created' },
	orderStatusChanged: { label: 'Order Status Changed', description: 'The status of an order changed' },
	shipmentCreated: { label: 'Shipment Created', description: 'A parcel was shipped or registered' },
	shipmentUpdated: { label: 'Shipment Updated', description: 'The delivery status of a parcel changed' },
	productCreated: { label: 'Product Created', description: 'A product was created' },
	productUpdated: {
		label: 'Product Updated',
		description: 'A product was changed after it was created. Stock changes do not count.',
	},
	stockLevelChanged: {
		label: 'Stock Level Changed',
		description: 'The quantity of a SKU went up or down',
	},
	stockBelowThreshold: {
		label: 'Stock Below Threshold',
		description: 'The stock of a SKU fell below a threshold. Fires once per fall.',
	},
	rmaCreated: { label: 'RMA Created', description: 'A return authorization was created' },
	purchaseOrderUpdated: { label: 'Purchase Order Updated', description: 'A purchase order was created or changed' },
} as const;

export type EventName = keyof typeof TEXTS;

export const EVENT_TEXTS: Readonly<Record<EventName, { label: string; description: string }>> = TEXTS;
export const EVENTS = Object.keys(TEXTS) as EventName[];
export const labelOf = (event: EventName): string => EVENT_TEXTS[event].label;
