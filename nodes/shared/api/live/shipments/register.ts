import { daysAfter, now } from '../../../domain/values/dates/dateSpan';
import { type NewShipment, type ShipmentReceipt, sameTracking } from '../../../domain/shipping/shipment';
import type { ItemResult, BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import { textOrNull } from '../../common/parse';
import { notMentioned, refusalIn, unconfirmed } from '../../../batch/confirm/confirm';
import type { WithRaw } from '../../ports/types';
import { type Row as InputRow, write } from '../../../batch/write';
import { Doubts } from '../../common/unreadable';
import { LIVE_DIALECT } from '../dialect';
import { LIVE } from '../catalogue';
import { getOrders } from '../orders/find';
import { wireId } from '../orders/write';
import {
	type Body,
	type Known,
	type Row,
	bodyOf,
	existing,
	isOf,
	isTaken,
	readRows,
	receiptOf,
	refused,
	registered,
	wholeBody,
} from './row';
import { readWindow } from './window';

type Receipt = WithRaw<ShipmentReceipt>;
type Input = InputRow<Known, Body>;

/**
 * Registers parcels. The orders are looked up first: if an order already has the tracking number, its parcel is
 * returned. After a lost response only missing parcels are sent again. One call covers all parcels with the same
 * options.
 */
export const registerShipments = async (
	client: ApiClient,
	shipments: ReadonlyArray<BatchItem<NewShipment>>,
): Promise<Array<ItemResult<Receipt>>> =>
	await write(client, shipments, {
		build: bodyOf,
		sendGroup: async (rows) => {
			const { open, done } = await withOrders(client, rows);
			const index = new ShipmentIndex(client);
			const registered = await write(client, open, {
				duplicates: {
					by: keyOf,
					name: ({ shipment, order }) => `the parcel ${shipment.trackingNumber} of order ${order.orderNumber}`,
					field: 'trackingNumber',
				},
				groupBy: ({ shipment }) => JSON.stringify(callOptions(shipment)),
				distinctBy: ({ order }) => order.orderId,
				endpoint: LIVE.registerShipments,
				call: (parcels) => ({
					body: {
						...(parcels[0] && callOptions(parcels[0].value.shipment)),
						shipments: parcels.map(({ value, body }) => wholeBody(body, value)),
					},
				}),
				settle: settleRows,
				find: async (parcels) => {
					const found = await index.find(parcels);
					return (parcel) => found.get(parcel.index);
				},
			});
			return [...done, ...registered];
		},
	});

/** Looks up the orders of parcels. @returns the parcels to register, and the results of the others */
async function withOrders(
	client: ApiClient,
	rows: ReadonlyArray<InputRow<NewShipment, Body>>,
): Promise<{ open: Input[]; done: Array<ItemResult<Receipt>> }> {
	const byIndex = new Map(rows.map((row) => [row.index, row]));
	const done: Array<ItemResult<Receipt>> = [];
	const open: Input[] = [];
	for (const outcome of await getOrders(
		client,
		rows.map(({ index, value }) => ({ index, value: value.key })),
	)) {
		const { index } = outcome;
		const row = byIndex.get(index);
		if (!outcome.ok || !row) {
			if (!outcome.ok) done.push(outcome);
			continue;
		}
		const { value: order, raw } = outcome.value;
		const { value: shipment, body } = row;
		if (order.trackingNumbers.some((number) => sameTracking(number, shipment.trackingNumber))) {
			done.push({ index, ok: true, value: existing({ shipment, order }, raw) });
		} else open.push({ index, value: { shipment, order }, body });
	}
	return { open, done };
}

const keyOf = ({ shipment, order }: Known): string =>
	`${order.orderId}\n${shipment.trackingNumber.trim().toUpperCase()}`;
const callOptions = ({ notifyCustomer, updateChannel }: NewShipment) => ({ notifyCustomer, updateChannel });

/** Reads the rows of the response: by order and tracking number, or by order alone if a row has no number. */
function settleRows(open: readonly Input[], response: unknown): Array<ItemResult<Receipt>> {
	const refusal = refusalIn(LIVE.registerShipments, response, LIVE_DIALECT);
	if (refusal) throw refusal;
	const outcomes: Array<ItemResult<Receipt>> = [];
	const waiting = new Set(open);
	const take = (row: Row, fitting: (known: Known) => boolean): void => {
		const input = [...waiting].find(({ value }) => isOf(row, value.order) && fitting(value));
		if (!input) return;
		waiting.delete(input);
		const { index, value } = input;
		const taken = isTaken(row);
		if (taken) outcomes.push({ index, ok: true, value: registered(value, row) });
		else
			outcomes.push({
				index,
				ok: false,
				error: taken === false ? refused(row, value) : notMentioned(LIVE.registerShipments, row, LIVE_DIALECT),
			});
	};
	const numberOf = (row: Row): string | null => textOrNull(row.shipment?.trackingNumber);
	const rows = readRows(response);
	for (const row of rows)
		if (numberOf(row) !== null) take(row, ({ shipment }) => sameTracking(numberOf(row) ?? '', shipment.trackingNumber));
	for (const row of rows) if (numberOf(row) === null) take(row, () => true);
	if (outcomes.length === 0) throw unconfirmed(LIVE.registerShipments, response, LIVE_DIALECT);
	const silent = [...waiting].map(
		({ index }): ItemResult<Receipt> => ({
			index,
			ok: false,
			error: notMentioned(LIVE.registerShipments, response, LIVE_DIALECT),
		}),
	);
	return [...outcomes, ...silent];
}

/** Finds parcels among the shipments created around the time of this run. */
class ShipmentIndex {
	private readonly begun = now();

	constructor(private readonly client: ApiClient) {}

	/** @throws ApiError when a parcel is not found but an unreadable shipment may be it */
	async find(inputs: readonly Input[]): Promise<Map<number, Receipt>> {
		const found = new Map<number, Receipt>();
		if (inputs.length === 0) return found;
		const orderId = [...new Set(inputs.map(({ value }) => wireId(value.order.orderId, 'orderId')))];
		// This machine's clock and the service's may differ.
		const window = { from: daysAfter(this.begun, -1), to: daysAfter(now(), 1) };
		const doubts = new Doubts();
		for await (const page of readWindow(this.client, window, 'created', { orderId }, { unreadable: doubts.take })) {
			for (const { value, raw } of page) {
				const input = inputs.find(
					({ value: { shipment, order } }) =>
						order.orderId === value.orderId && sameTracking(value.trackingNumber, shipment.trackingNumber),
				);
				if (input) found.set(input.index, receiptOf(input.value, 'registered', value.shipmentId, 'SHIPPED', raw));
			}
		}
		for (const {
			index,
			value: { shipment, order },
		} of inputs) {
			const doubt = found.has(index)
				? undefined
				: doubts.about(`a parcel ${shipment.trackingNumber} of order ${order.orderNumber}`, { orderId: order.orderId });
			if (doubt) throw doubt;
		}
		return found;
	}
}
