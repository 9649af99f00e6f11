import type { ParcelItem, StatusItem } from '../../parts/shapes';
import type { RestCall, RestResponse } from '../shared/rest';
import type { Document } from './orders';

export { outcomes } from '../shared/calls';

/** A call that may need what the call before it has given. */
export interface DocumentCall<Item> extends RestCall<Item> {
	/** The body goes on top of that document. */
	onTop?: boolean;
	answer?: unknown;
}

export function parcelCalls(
	parcels: readonly ParcelItem[],
	found: Record<'orders' | 'rows' | 'notes' | 'comments', readonly Document[]>,
): Array<DocumentCall<ParcelItem>>;
export function statusCalls(
	statuses: readonly StatusItem[],
	found: Record<'orders' | 'comments', readonly Document[]>,
): Array<DocumentCall<StatusItem>>;
export function requestOf<Item>(
	call: DocumentCall<Item>,
	before?: DocumentCall<Item>,
): Pick<RestCall<Item>, 'method' | 'path' | 'body'>;
export function answered<Item>(call: DocumentCall<Item>, response: RestResponse): DocumentCall<Item>;
