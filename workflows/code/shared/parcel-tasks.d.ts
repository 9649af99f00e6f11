import type { ErpResult, ParcelItem } from '../../parts/shapes';

export interface Shipment {
	id: number | string;
	name: string;
	isDone: boolean;
	/** Tracking numbers that it has, with commas between them. */
	marks?: string | undefined;
}

export interface OrderWithShipments<Of extends Shipment = Shipment> {
	number: string;
	/** How far it is, in the ERP's word. */
	state: string;
	shipments: Of[];
}

export interface ParcelTask<Of extends Shipment = Shipment> {
	shipment: Of;
	order: OrderWithShipments<Of>;
	items: ParcelItem[];
	/** Whether all tracking numbers are noted already. */
	isNoted: boolean;
	marks: string;
}

export function markOf(parcel: Pick<ParcelItem, 'trackingNumber' | 'shipmentId'>): string;
export function parcelTasks<Of extends Shipment>(
	parcels: readonly ParcelItem[],
	orders: ReadonlyArray<OrderWithShipments<Of>>,
	erp: string,
): { settled: Array<ParcelItem & ErpResult>; tasks: Array<ParcelTask<Of>> };
export function callsOf<Call>(
	task: number | string,
	about: string,
	items: ParcelItem[],
	calls: Call[],
): Array<Call & { task: number | string; about: string; items?: ParcelItem[] }>;
