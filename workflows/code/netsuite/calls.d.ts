import type { ParcelItem } from '../../parts/shapes';
import type { RestCall, RestResponse } from '../shared/rest';
import type { Row } from './sales';

export { outcomes } from '../shared/calls';

export function quoted(texts: readonly unknown[]): string[];
export function idsOf(rows: readonly Row[]): string[];
export function parcelCalls(
	parcels: readonly ParcelItem[],
	orders: readonly Row[],
	fulfillments: readonly Row[],
): Array<RestCall<ParcelItem>>;
export function answered<Item>(call: RestCall<Item>, response: RestResponse): RestCall<Item>;
