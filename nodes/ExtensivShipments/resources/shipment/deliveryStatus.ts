import type { INodeProperties } from 'n8n-workflow';

/** The delivery status of a parcel (DeliveryStatus of the live API). */
export const deliveryStatus: INodeProperties = {
	displayName: 'Delivery Status',
	name: 'deliveryStatus',
	type: 'options',
	options: [
		{ name: 'Delivered', value: 'DELIVERED' },
		{ name: 'Forwarded', value: 'FORWARDED' },
		{ name: 'In Transit', value: 'IN_TRANSIT' },
		{ name: 'Lost in Transit', value: 'LOST_IN_TRANSIT' },
		{ name: 'Return to Sender', value: 'RETURN_TO_SENDER' },
		{ name: 'Undeliverable', value: 'UNDELIVERABLE' },
		{ name: 'Unknown', value: 'UNKNOWN' },
		{ name: 'Voided', value: 'VOIDED' },
	],
	default: 'IN_TRANSIT',
};
