import type { IDataObject } from 'n8n-workflow';

/** A resource locator in its By ID mode. */
export const byId = (value: string | number): IDataObject => ({ __rl: true, mode: 'id', value: String(value) });

/** The sandbox's sales channels and warehouses. */
export const DIRECT = '1207';
export const SHOPIFY = '1210';
export const RENO = '5101';
export const COLUMBUS = '5102';
export const DROPSHIP = '5103';

/** An address that both contracts take. */
export const ADDRESS = {
	recipientName: 'Alex Example',
	street1: '1 Test Street',
	city: 'Albany',
	state: 'NY',
	postalCode: '12207',
	country: 'US',
};

/** Parameters of *Create*: the number from the item's `no`, one mug for 14.50. */
export const newOrder = (more: IDataObject = {}): IDataObject => ({
	salesChannel: byId(DIRECT),
	orderNumber: '={{ $json.no }}',
	...ADDRESS,
	lines: { line: [{ sku: 'MUG', quantity: 1, unitPrice: 14.5 }] },
	...more,
});

/** Parameters of *Create* where each item is a line: number, SKU and quantity from the item. */
export const newOrderLine = (more: IDataObject = {}): IDataObject =>
	newOrder({
		inputMode: 'orderLine',
		lines: { line: [{ sku: '={{ $json.sku }}', quantity: '={{ $json.quantity }}', unitPrice: 2 }] },
		...more,
	});

/** Names an order by the item's `no`. */
export const byNumber = (more: IDataObject = {}): IDataObject => ({
	orderBy: 'number',
	orderNumber: '={{ $json.no }}',
	...more,
});

/** Parameters of *Set*: SKU and quantity from the item, in the Columbus warehouse. */
export const newLevel = (more: IDataObject = {}): IDataObject => ({
	sku: '={{ $json.sku }}',
	onHand: '={{ $json.onHand }}',
	warehouse: byId(COLUMBUS),
	...more,
});
