import type { ParcelItem, StatusItem } from '../../../../workflows/parts/shapes';

/** A parcel as the flow hands it to the part of an ERP. */
export const parcel = (orderNumber: string, trackingNumber: string | null): ParcelItem => ({
	shipmentId: `S-${trackingNumber}`,
	orderId: '1',
	orderNumber,
	carrier: 'UPS',
	service: null,
	trackingNumber,
	shipDate: '2026-03-09T16:00:00.000Z',
});

/** A status as the flow hands it to the part of an ERP. */
export const status = (orderNumber: string, lifecycle: string): StatusItem => ({
	orderId: '1',
	orderNumber,
	status: lifecycle.toUpperCase(),
	lifecycle,
});
