import { z } from 'zod';

/** The items of `workflows/parts/shapes.ts`, for tests. What an ERP does not have is left out or undefined, never null or empty. */

const text = z.string().min(1);
/** A day, or a point in time with its zone: never one that n8n would have to place. */
const time = z.string().regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/);
const amount = z.union([z.number().finite(), z.string().regex(/^-?\d+(\.\d+)?$/)]);

export const orderLineItem = z
	.object({
		erpId: text,
		orderNumber: text,
		orderDate: time,
		requiredDate: time.optional(),
		recipientName: text,
		company: text.optional(),
		street1: text,
		street2: text.optional(),
		city: text,
		state: text.optional(),
		postalCode: text,
		country: text,
		phone: text.optional(),
		email: text.optional(),
		shippingService: text.optional(),
		shippingCost: amount.optional(),
		currency: z
			.string()
			.regex(/^[A-Z]{3}$/)
			.optional(),
		sku: text,
		productName: text.optional(),
		quantity: amount,
		unitPrice: amount,
		discount: amount.optional(),
		problem: text.optional(),
	})
	.strict();

export const stockItem = z.object({ sku: text, warehouse: text, location: text.optional(), onHand: amount }).strict();

export const productItem = z
	.object({
		erpId: text,
		sku: text,
		name: text,
		brand: text.optional(),
		price: amount.optional(),
		cost: amount.optional(),
		currency: text.optional(),
		upc: text.optional(),
		weight: amount.optional(),
	})
	.strict();

export const bundleComponentItem = z
	.object({ sku: text, name: text.optional(), componentSku: text, quantity: amount })
	.strict();

const result = { outcome: z.enum(['done', 'alreadyDone', 'failed']), problem: text.optional() };

export const parcelResult = z
	.object({
		shipmentId: text,
		orderId: text,
		orderNumber: text,
		carrier: text.nullable(),
		service: text.nullable(),
		trackingNumber: text.nullable(),
		shipDate: time.nullable(),
		...result,
	})
	.strict();

export const statusResult = z
	.object({ orderId: text, orderNumber: text, status: text, lifecycle: text, ...result })
	.strict();
