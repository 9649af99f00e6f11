import type { DateSpan } from '../../domain/dateSpan';
import type { ShipmentFilter } from '../../domain/shipment';
import type { ApiClient } from '../../http/client';
import { readPages } from '../../http/pages';
import type { Query } from '../../http/url';
import { rowsOf } from '../answers';
import type { ListOptions } from '../port';
import { LIVE } from './catalogue';
import { readShipment } from './shipmentRead';

/** The service takes at most a week at once (live-api section 9, 5). */
export const LONGEST_WINDOW_DAYS = 7;

/** All shipments of one window, page by page. */
export function readWindow(
	client: ApiClient,
	{ from, to }: DateSpan,
	dateField: ShipmentFilter['dateField'],
	query: Query,
	{ pageSize }: ListOptions = {},
): AsyncGenerator<Array<ReturnType<typeof readShipment>>> {
	return readPages(client, LIVE.listShipments, {
		query: {
			...query,
			...(dateField === 'created' ? { shipmentCreatedFromDate: from, shipmentCreatedToDate: to } : { shipmentFromDate: from, shipmentToDate: to }),
		},
		pageSize,
		rows: (body) => rowsOf(body, LIVE.listShipments.name).map((row) => readShipment(row, LIVE.listShipments.name)),
		key: ({ value }) => value.shipmentId,
	});
}
