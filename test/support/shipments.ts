import type { IDataObject } from 'n8n-workflow';
import type { RunResult } from '../engine';
import { byId } from './parameters';
import type { Settings, Stage } from './stage';

/** An order in the *By Number* mode of its locator. */
export const numbered = (value: string): IDataObject => ({ __rl: true, mode: 'number', value });

/** Parameters of *Create External*: order number and tracking number from the item's `no` and `tracking`. */
export const newParcel = (more: IDataObject = {}): IDataObject => ({
	order: numbered('={{ $json.no }}'),
	carrier: byId('UPS'),
	trackingNumber: '={{ $json.tracking }}',
	...more,
});

/** Runs an operation of the Shipments node. */
export const shipments = async (
	stage: Stage,
	operation: string,
	parameters: IDataObject,
	settings?: Settings,
): Promise<RunResult> => await stage.run('extensivShipments', operation, parameters, settings);

/** Runs an operation of the Warehouses node. */
export const warehouses = async (
	stage: Stage,
	operation: string,
	parameters: IDataObject,
	settings?: Settings,
): Promise<RunResult> => await stage.run('extensivWarehouses', operation, parameters, settings);

/** Runs a custom API call from a node. */
export const customCall = async (stage: Stage, parameters: IDataObject, settings?: Settings): Promise<RunResult> =>
	await stage.run('extensivWarehouses', 'call', { resource: 'customApiCall', ...parameters }, settings);

/** Tracking numbers that an order has in the books. */
export const trackingOf = (stage: Stage, number: string): unknown[] =>
	(stage.order(number).shipments as Array<{ trackingNumbers: unknown[] }>).flatMap(
		({ trackingNumbers }) => trackingNumbers,
	);

/** Open orders with these numbers, in the Northwind Direct channel. */
export const seedOrders = (stage: Stage, ...numbers: string[]): void =>
	void stage.control.seed({ orders: numbers.map((orderNumber) => ({ orderNumber, items: [{ sku: 'MUG' }] })) });
