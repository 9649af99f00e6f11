import { daysAfter, now } from '../../domain/dateSpan';
import { type NewShipment, type ShipmentReceipt, sameTracking } from '../../domain/shipment';
import type { Outcome, Placed } from '../../http/batches';
import type { ApiClient } from '../../http/client';
import { textOrNull } from '../answers';
import type { Sourced } from '../port';
import { refuseRepeats } from '../repeats';
import { type TakeUnreadable, leaveOut } from '../unreadable';
import { LIVE } from './catalogue';
import { getOrders } from './orderFind';
import { wireId } from './orderWrite';
import { prepare } from './prepare';
import { sendLookingUp } from './sendLookingUp';
import { type Body, type Known, type Row, Unmentioned, bodyOf, existing, isOf, readRows, receiptOf, refused, registered, wholeBody } from './shipmentRow';
import { readWindow } from './shipmentWindow';

type Receipt = Sourced<ShipmentReceipt>;
type Input = Placed<Known>;

/**
 * Registers parcels, none twice: the orders are looked up first, a parcel whose tracking number its order has already is reported, and after a lost answer only what is
 * not found is sent again. One call takes all parcels with the same switches.
 */
export async function registerShipments(client: ApiClient, shipments: ReadonlyArray<Placed<NewShipment>>): Promise<Array<Outcome<Receipt>>> {
	const bodies = new Map<number, Body>();
	const { good, bad } = prepare(shipments, bodyOf, bodies);
	const byIndex = new Map(good.map(({ index, value }) => [index, value]));
	const done: Array<Outcome<Receipt>> = [...bad];
	const open: Input[] = [];
	for (const outcome of await getOrders(client, good.map(({ index, value }) => ({ index, value: value.key })))) {
		const shipment = byIndex.get(outcome.index);
		if (!outcome.ok || !shipment) {
			if (!outcome.ok) done.push(outcome);
			continue;
		}
		const { value: order, source } = outcome.value;
		if (order.trackingNumbers.some((number) => sameTracking(number, shipment.trackingNumber))) {
			done.push({ index: outcome.index, ok: true, value: existing({ shipment, order }, source) });
		} else open.push({ index: outcome.index, value: { shipment, order } });
	}
	const { once, repeats } = refuseRepeats(open, keyOf, ({ shipment, order }) => `the parcel ${shipment.trackingNumber} of order ${order.orderNumber}`, 'Tracking Number');
	const books = new Books(client);
	for (const group of byManner(once).values()) done.push(...(await register(client, group, bodies, books)));
	return [...done, ...repeats];
}

const keyOf = ({ shipment, order }: Known): string => `${order.orderId}\n${shipment.trackingNumber.trim().toUpperCase()}`;
const mannerOf = ({ notifyCustomer, updateChannel }: NewShipment) => ({ notifyCustomer, updateChannel });

function byManner(inputs: readonly Input[]): Map<string, Input[]> {
	const groups = new Map<string, Input[]>();
	for (const input of inputs) {
		const manner = JSON.stringify(mannerOf(input.value.shipment));
		groups.set(manner, [...(groups.get(manner) ?? []), input]);
	}
	return groups;
}

/** Sends parcels that have the same switches. What the answer does not mention is looked up before it counts as anything. */
async function register(client: ApiClient, group: readonly Input[], bodies: ReadonlyMap<number, Body>, books: Books): Promise<Array<Outcome<Receipt>>> {
	const outcomes = await sendLookingUp(client, LIVE.registerShipments, group, {
		body: (open) => ({
			...(open[0] && mannerOf(open[0].value.shipment)),
			shipments: open.map(({ index, value }) => wholeBody(bodies.get(index), value)),
		}),
		done: async (open) => await books.find(open),
		outcomes: (open, answer) => settle(open, readRows(answer)),
	});
	const silent = new Set(outcomes.flatMap((one) => (!one.ok && one.error instanceof Unmentioned ? [one.index] : [])));
	// What cannot be read does not confirm anything.
	const found = await books.find(group.filter(({ index }) => silent.has(index)), leaveOut);
	return outcomes.map((one): Outcome<Receipt> => {
		const value = found.get(one.index);
		return value ? { index: one.index, ok: true, value } : one;
	});
}

/** Takes the answer's rows: by order and tracking number where a row has them, else by order. */
function settle(open: readonly Input[], rows: readonly Row[]): Array<Outcome<Receipt>> {
	const outcomes: Array<Outcome<Receipt>> = [];
	const waiting = new Set(open);
	const take = (row: Row, fitting: (known: Known) => boolean): boolean => {
		const input = [...waiting].find(({ value }) => isOf(row, value.order) && fitting(value));
		if (!input) return false;
		waiting.delete(input);
		const { index, value } = input;
		const failed = row.status === 'FAILED' || row.status === 'CANCELLED';
		outcomes.push(failed ? { index, ok: false, error: refused(row, value) } : { index, ok: true, value: registered(value, row) });
		return true;
	};
	const rest = rows.filter((row) => {
		const number = textOrNull(row.shipment?.trackingNumber);
		return number === null || !take(row, ({ shipment }) => sameTracking(number, shipment.trackingNumber));
	});
	for (const row of rest) take(row, () => true);
	return [...outcomes, ...[...waiting].map(({ index, value }): Outcome<Receipt> => ({ index, ok: false, error: new Unmentioned(value) }))];
}

/** Finds parcels among the shipments recorded around this run. */
class Books {
	private readonly begun = now();

	constructor(private readonly client: ApiClient) {}

	/** @param unreadable without it, a shipment that cannot be read ends the look-up: it may be the one */
	async find(inputs: readonly Input[], unreadable?: TakeUnreadable): Promise<Map<number, Receipt>> {
		const found = new Map<number, Receipt>();
		if (inputs.length === 0) return found;
		const orderId = [...new Set(inputs.map(({ value }) => wireId(value.order.orderId, 'Order ID')))];
		// The clocks of this machine and of the service may differ.
		const window = { from: daysAfter(this.begun, -1), to: daysAfter(now(), 1) };
		for await (const page of readWindow(this.client, window, 'created', { orderId }, { unreadable })) {
			for (const { value, source } of page) {
				const input = inputs.find(({ value: { shipment, order } }) => order.orderId === value.orderId && sameTracking(value.trackingNumber, shipment.trackingNumber));
				if (input) found.set(input.index, receiptOf(input.value, 'registered', value.shipmentId, 'SHIPPED', source));
			}
		}
		return found;
	}
}
