/** The fields of inputs that a service may object to; n8n/errors knows what the user calls them. */
export type InputField =
	| 'amountPaid'
	| 'attributeIds'
	| 'brand'
	| 'channelOrderUrl'
	| 'channelPaymentId'
	| 'city'
	| 'company'
	| 'country'
	| 'customField1'
	| 'customField2'
	| 'customField3'
	| 'customFields'
	| 'customs'
	| 'description'
	| 'discount'
	| 'domesticBackups'
	| 'email'
	| 'fromRecordId'
	| 'giftMessage'
	| 'imageUrl'
	| 'insuredValue'
	| 'internalNotes'
	| 'labelId'
	| 'labels'
	| 'listingId'
	| 'listingSku'
	| 'locationId'
	| 'mpn'
	| 'name'
	| 'notesFromBuyer'
	| 'notesToBuyer'
	| 'onHand'
	| 'order'
	| 'orderId'
	| 'orderItem'
	| 'orderNumber'
	| 'orderTotal'
	| 'packageTypeId'
	| 'parentId'
	| 'phone'
	| 'postalCode'
	| 'productId'
	| 'quantity'
	| 'recipientName'
	| 'recordId'
	| 'salesChannelId'
	| 'shipmentId'
	| 'shippingCost'
	| 'shippingProvider'
	| 'shippingProviderId'
	| 'shippingService'
	| 'shippingServiceId'
	| 'sku'
	| 'state'
	| 'street1'
	| 'street2'
	| 'street3'
	| 'tax'
	| 'toRecordId'
	| 'trackingNumber'
	| 'unitPrice'
	| 'upc'
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
	/** @param tellsApart what else would tell the orders apart */
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
