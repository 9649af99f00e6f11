import type { DateSpan } from '../../../domain/values/dates/dateSpan';
import type { ShipmentFilter } from '../../../domain/shipping/shipment';
import type { ApiClient } from '../../../http/client';
import type { Query } from '../../../domain/values/query';
import type { ListOptions } from '../../ports/types';
import { readRecords } from '../../common/records';
import { LIVE } from '../catalogue';
import { readShipment } from './read';

/** The service accepts at most a week per read (live-api section 9, 5). */
export const LONGEST_WINDOW_DAYS = 7;

/** All shipments of one window, page by page. */
export function readWindow(
	client: ApiClient,
	{ from, to }: DateSpan,
	dateField: ShipmentFilter['dateField'],
	query: Query,
	options: ListOptions = {},
): AsyncGenerator<Array<ReturnType<typeof readShipment>>> {
	return readRecords(client, LIVE.listShipments, {
		...options,
		query: {
			...query,
			...(dateField === 'created'
				? { shipmentCreatedFromDate: from, shipmentCreatedToDate: to }
				: { shipmentFromDate: from, shipmentToDate: to }),
		},
		read: readShipment,
		key: ({ value }) => value.shipmentId,
	});
}
