import type { ADDRESS_FIELDS } from './order/addressFields';
import type { ORDER_FIELDS } from './order/fields';
import type { PRODUCT_FIELDS } from './product/fields';

/** A field that has a row in a table; its label is in the row. */
export type TableField =
	| (typeof ORDER_FIELDS)[number]['name']
	| (typeof ADDRESS_FIELDS)[number]['parameter']
	| (typeof PRODUCT_FIELDS)[number]['name'];

/** The fields of inputs that a service may object to; n8n/errors knows their labels. */
export type InputField =
	| TableField
	| 'attributeIds'
	| 'customFields'
	| 'customs'
	| 'discount'
	| 'domesticBackups'
	| 'fromRecordId'
	| 'id'
	| 'imageUrl'
	| 'labelId'
	| 'labels'
	| 'listingId'
	| 'listingSku'
	| 'locationId'
	| 'onHand'
	| 'order'
	| 'orderId'
	| 'orderItem'
	| 'orderNumber'
	| 'orderTotal'
	| 'packageTypeId'
	| 'parentId'
	| 'productId'
	| 'quantity'
	| 'recordId'
	| 'salesChannelId'
	| 'shipmentId'
	| 'shippingProvider'
	| 'shippingProviderId'
	| 'shippingService'
	| 'shippingServiceId'
	| 'sku'
	| 'tax'
	| 'toRecordId'
	| 'trackingNumber'
	| 'unitPrice'
	| 'updateFields'
	| 'warehouseId';

/** What is wrong with a field, with the values that belong to it. */
export type ProblemFacts =
	| { problem: 'required'; field: InputField; of: 'order' | 'product' | 'address' }
	/** An order number is looked up within its sales channel. */
	| { problem: 'neededToFind'; field: 'salesChannelId' }
	| { problem: 'neededInCountry'; field: 'state' }
	| { problem: 'incomplete'; field: 'customs' }
	| { problem: 'tooLong'; field: InputField; length: number; longest: number }
	| { problem: 'tooLarge'; field: InputField; value: number; largest: number }
	| { problem: 'tooMany'; field: 'customFields'; count: number; most: number }
	| { problem: 'notAnId'; field: InputField; value: string }
	/** Two inputs of a run mean the same thing. @param first the item that came first, counted from 0 */
	| { problem: 'repeated'; field: InputField; what: string; first: number }
	| { problem: 'currencyUnknown'; field: InputField }
	| { problem: 'currencyUnknownOfOrder'; field: InputField; orderNumber: string }
	| { problem: 'notShownYet'; field: 'customFields' }
	/** The fields have no place in the contract, so that nothing is left to send. */
	| { problem: 'noPlace'; field: 'updateFields'; names: readonly string[] }
	| { problem: 'notChangeable'; field: 'updateFields'; names: readonly string[] }
	| { problem: 'unknown'; field: 'labels' | 'warehouseId'; value: string }
	| { problem: 'unknown'; field: 'customFields'; value: string; known: readonly string[] }
	| { problem: 'unknownLine'; field: 'orderItem'; orderNumber: string; item: ItemName; lines: readonly LineName[] }
	| { problem: 'ambiguous'; field: 'labels' | 'customFields'; value: string }
	| { problem: 'ambiguousLine'; field: 'orderItem'; orderNumber: string; sku: string; count: number }
	| { problem: 'ambiguousProduct'; field: 'productId' | 'sku' | 'upc' | 'mpn'; value: string; count: number }
	/** @param tellsApart the field that would distinguish the orders */
	| {
			problem: 'ambiguousOrder';
			field: 'orderNumber';
			value: string;
			count: number;
			tellsApart: ReadonlyArray<'salesChannelId' | 'orderId'>;
	  }
	/** Several orders have the number that one was to be created or changed by. */
	| { problem: 'severalOrders'; field: 'orderNumber'; value: string; orderIds: ReadonlyArray<string | null> };

type ItemName = { itemId: string } | { sku: string };
interface LineName {
	lineId: string | null;
	sku: string;
}

/**
 * A value that a service would refuse, found before it is sent, as a fact. What a user reads of it is in n8n/errors.
 */
export class InputProblem extends Error {
	/** @param done what was done before, where it is a later step that failed */
	constructor(
		readonly facts: ProblemFacts,
		readonly done?: string,
	) {
		super(`${done ? `${done}: ` : ''}${facts.field} ${facts.problem}`);
		this.name = 'InputProblem';
	}
}
