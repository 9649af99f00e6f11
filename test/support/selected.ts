import type { IDataObject } from 'n8n-workflow';
import { ORDER_PROPERTIES } from '../../nodes/shared/domain/order/order';
import { PRODUCT_PROPERTIES } from '../../nodes/shared/domain/product/product';
import { SHIPMENT_FIELDS } from '../../nodes/ExtensivShipments/resources/shipment/shipmentShapes';

/** *Output* on *Selected Fields*, with these. */
export const selected = (...fields: string[]): IDataObject => ({ output: 'fields', fields });

/** Everything that is known of a thing. */
export const WHOLE_ORDER = selected(...ORDER_PROPERTIES);
export const WHOLE_PRODUCT = selected(...PRODUCT_PROPERTIES);
export const WHOLE_SHIPMENT = selected(...SHIPMENT_FIELDS);
