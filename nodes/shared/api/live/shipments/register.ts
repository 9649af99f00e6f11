import { daysAfter, now } from '../../../domain/values/dates/dateSpan';
import { type NewShipment, type ShipmentReceipt, sameTracking } from '../../../domain/shipping/shipment';
import type { ItemResult, BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import { forEachGroup, groupsOf } from '../../../batch/groups';
import { textOrNull } from '../../common/parse';
import { notMentioned, refusalIn, unconfirmed } from '../../../batch/confirm/confirm';
import type { WithRaw } from '../../ports/types';
import { rejectDuplicates } from '../../../batch/rejectDuplicates';
import { Doubts } from '../../common/unreadable';
import { LIVE_DIALECT } from '../dialect';
import { LIVE } from '../catalogue';
import { getOrders } from '../orders/find';
import { wireId } from '../orders/write';
import { buildBodiesWithPauses } from '../../../batch/buildBodies';
import { sendReconciled } from '../../../batch/sendReconciled';
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
type Input = BatchItem<Known>;

/**
 * Registers parcels, none twice: the orders are looked up first, a parcel whose tracking number its order has already
 * is reported, and after a lost answer only what is
 * not found is sent again. One call takes all parcels with the same switches.
 */
export async function registerShipments(
	client: ApiClient,
	shipments: ReadonlyArray<BatchItem<NewShipment>>,
): Promise<Array<ItemResult<Receipt>>> {
	const bodies = new Map<number, Body>();
	const { good, bad } = await buildBodiesWithPauses(client, shipments, bodyOf, bodies);
	const byIndex = new Map(good.map(({ index, value }) => [index, value]));
	const done: Array<ItemResult<Receipt>> = [...bad];
	const open: Input[] = [];
	for (const outcome of await getOrders(
		client,
		good.map(({ index, value }) => ({ index, value: value.key })),
	)) {
		const shipment = byIndex.get(outcome.index);
		if (!outcome.ok || !shipment) {
			if (!outcome.ok) done.push(outcome);
			continue;
		}
		const { value: order, raw } = outcome.value;
		if (order.trackingNumbers.some((number) => sameTracking(number, shipment.trackingNumber))) {
			done.push({ index: outcome.index, ok: true, value: existing({ shipment, order }, raw) });
		} else open.push({ index: outcome.index, value: { shipment, order } });
	}
	const { once, repeats } = rejectDuplicates(
		open,
		keyOf,
		({ shipment, order }) => `the parcel ${shipment.trackingNumber} of order ${order.orderNumber}`,
		'trackingNumber',
	);
	const books = new ShipmentIndex(client);
	const groups = groupsOf(once, ({ shipment }) => JSON.stringify(mannerOf(shipment)));
	return [
		...done,
		...repeats,
		...(await forEachGroup(groups, async (group) => register(client, group, bodies, books))),
	];
}

const keyOf = ({ shipment, order }: Known): string =>
	`${order.orderId}\n${shipment.trackingNumber.trim().toUpperCase()}`;
const mannerOf = ({ notifyCustomer, updateChannel }: NewShipment) => ({ notifyCustomer, updateChannel });

/**
 * Sends parcels that have the same switches. What the answer does not mention is looked up before it counts as
 * anything.
 */
async function register(
	client: ApiClient,
	group: readonly Input[],
	bodies: ReadonlyMap<number, Body>,
	books: ShipmentIndex,
): Promise<Array<ItemResult<Receipt>>> {
	return await sendReconciled(client, LIVE.registerShipments, group, {
		body: (open) => ({
			...(open[0] && mannerOf(open[0].value.shipment)),
			shipments: open.map(({ index, value }) => wholeBody(bodies.get(index), value)),
		}),
		done: async (open) => await books.find(open),
		outcomes: settleRows,
	});
}

/** Takes the answer's rows: by order and tracking number, or by order alone where a row has no number. */
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

/** Finds parcels among the shipments recorded around this run. */
class ShipmentIndex {
	private readonly begun = now();

	constructor(private readonly client: ApiClient) {}

	/** @throws ApiError when a parcel is not found and a shipment that cannot be read may be it */
	async find(inputs: readonly Input[]): Promise<Map<number, Receipt>> {
		const found = new Map<number, Receipt>();
		if (inputs.length === 0) return found;
		const orderId = [...new Set(inputs.map(({ value }) => wireId(value.order.orderId, 'orderId')))];
		// The clocks of this machine and of the service may differ.
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
