import type { ParcelItem, StatusItem } from '../../parts/shapes';
import type { RestCall, RestResponse } from '../shared/rest';
import type { OdooRecord } from './values';

export { outcomes } from '../shared/calls';

export function parcelCalls(
	parcels: readonly ParcelItem[],
	orders: readonly OdooRecord[],
	pickings: readonly OdooRecord[],
): Array<RestCall<ParcelItem>>;
export function statusCalls(
	statuses: readonly StatusItem[],
	orders: readonly OdooRecord[],
	messages: readonly OdooRecord[],
): Array<RestCall<StatusItem>>;
export function answered<Item>(call: RestCall<Item>, response: RestResponse): RestCall<Item>;
