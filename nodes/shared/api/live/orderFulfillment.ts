import type { Order, OrderKey } from '../../domain/order';
import type { Release, ReleaseReceipt } from '../../domain/orderActions';
import { ApiError } from '../../http/apiError';
import { type Outcome, type Placed, eachAtWidth } from '../../http/batches';
import type { ApiClient, Recovery } from '../../http/client';
import type { Query } from '../../http/url';
import type { Sourced } from '../port';
import { bulkOutcomes, readBulk, rowError } from './bulk';
import { LIVE } from './catalogue';
import { readRelease } from './orderFulfillmentRead';
import { type Located, locate, lookAgain, onceEach } from './orderLocate';
import { wireId } from './orderWrite';
import { sendLookingUp } from './sendLookingUp';

type Sent = Outcome<Sourced<ReleaseReceipt>>;
type Named = Placed<Located<{ key: OrderKey }>>;

/** Calls that one sending of everything may take: 100,000 orders at 500 a call. */
const MOST_CALLS = 200;
/** Calls in a row that may list no further order while the service says that more remain. */
const MOST_IDLE_CALLS = 3;

/** Sends orders to fulfillment: those that are named in as few calls as they fit in, or all that wait for it. */
export async function sendToFulfillment(client: ApiClient, releases: ReadonlyArray<Placed<Release>>): Promise<Sent[]> {
	const named = releases.flatMap(({ index, value }) => ('key' in value ? [{ index, value }] : []));
	const whole = releases.flatMap(({ index, value }) => ('key' in value ? [] : [{ index, value }]));
	const { found, missing } = await locate(client, named);
	const waiting = found.filter(({ value }) => !hasLeft(value.order.value));
	const before = found.filter(({ value }) => hasLeft(value.order.value));
	return [
		...missing,
		...before.map(({ index, value }): Sent => ({ index, ok: true, value: receipt(value.order, 'alreadySent', [], {}) })),
		...(await onceEach(waiting, async (once) => sendNamed(client, once))),
		...(await eachAtWidth(whole, 1, async ({ value }) => sendAll(client, value))),
	];
}

/** Whether an order was sent before. What is shipped or cancelled is not for this call either, but that the service shall say. */
const hasLeft = (order: Order | undefined): boolean => order?.status === 'PENDING_FULFILLMENT';

/** The service did not get to this order in the call and says that more remain. */
class Remaining extends Error {}

async function sendNamed(client: ApiClient, orders: Named[]): Promise<Sent[]> {
	const done: Sent[] = [];
	let open = orders;
	while (open.length > 0) {
		const outcomes = await sendLookingUp(client, LIVE.sendToFulfillment, open, {
			query: (batch) => ({ orderId: batch.map(({ value }) => value.order.value.orderId) }),
			done: async (batch) => {
				const now = await lookAgain(client, batch);
				const left = batch.filter(({ index }) => now.has(index) && hasLeft(now.get(index)?.value));
				return new Map(left.map(({ index, value }) => [index, receipt(value.order, 'sent', [], {})]));
			},
			outcomes: settle,
		});
		const remaining = new Set(outcomes.flatMap((one) => (!one.ok && one.error instanceof Remaining ? [one.index] : [])));
		const rest = open.filter(({ index }) => remaining.has(index));
		done.push(...outcomes.filter(({ index }) => !remaining.has(index)));
		if (rest.length === open.length) return [...done, ...rest.map(({ index }): Sent => ({ index, ok: false, error: endless() }))];
		open = rest;
	}
	return done;
}

function settle(batch: Named[], answer: unknown): Sent[] {
	const { remaining, orderIds, batchNumbers } = readRelease(answer);
	const succeed = ({ value }: Named): Sourced<ReleaseReceipt> => receipt(value.order, 'sent', batchNumbers, answer ?? {});
	const outcomes = bulkOutcomes(batch, answer, LIVE.sendToFulfillment.name, ({ order }) => order.value.orderId, succeed);
	if (!remaining) return outcomes;
	return outcomes.map((one): Sent => (one.ok && !orderIds.includes(one.value.value.orderId ?? '') ? { index: one.index, ok: false, error: new Remaining() } : one));
}

/** Repeats the call until nothing is left. Orders that were sent no longer wait, so that a call whose answer was lost can be made again. */
async function sendAll(client: ApiClient, { salesChannelId, warehouseId }: Exclude<Release, { key: OrderKey }>): Promise<Sourced<ReleaseReceipt>> {
	const query: Query = {
		salesChannelId: salesChannelId ? wireId(salesChannelId, 'Sales Channel') : undefined,
		warehouseId: warehouseId ? wireId(warehouseId, 'Warehouse') : undefined,
	};
	const orderIds = new Set<string>();
	const batchNumbers = new Set<string>();
	const answers: unknown[] = [];
	const problems: string[] = [];
	let answersLost = 0;
	let idle = 0;
	const recover = async (): Promise<Recovery> => {
		answersLost += 1;
		return { again: {} };
	};
	for (let call = 1; ; call++) {
		const answer = await client.call(LIVE.sendToFulfillment, { query, recover });
		const { remaining, ...read } = readRelease(answer);
		problems.push(...readBulk(answer).errors.map((error) => rowError(error, LIVE.sendToFulfillment.name).message));
		const before = orderIds.size;
		read.orderIds.forEach((one) => orderIds.add(one));
		idle = orderIds.size > before ? 0 : idle + 1;
		read.batchNumbers.forEach((one) => batchNumbers.add(one));
		answers.push(answer ?? {});
		if (!remaining) break;
		if (idle >= MOST_IDLE_CALLS || call >= MOST_CALLS) throw endless(orderIds.size);
	}
	return {
		value: {
			outcome: 'sent',
			orderId: null,
			orderNumber: null,
			ordersSent: orderIds.size,
			orderIds: [...orderIds],
			batchNumbers: [...batchNumbers],
			problems,
			answersLost,
		},
		source: { answers },
	};
}

const endless = (sent = 0): ApiError =>
	new ApiError({
		kind: 'unreadable',
		message: `The service says that orders remain to be sent, but does not send any more.${sent > 0 ? ` ${sent} were sent before that.` : ''}`,
		endpoint: LIVE.sendToFulfillment.name,
	});

const receipt = ({ value }: Sourced<Order>, outcome: ReleaseReceipt['outcome'], batchNumbers: string[], source: unknown): Sourced<ReleaseReceipt> => ({
	value: {
		outcome,
		orderId: value.orderId,
		orderNumber: value.orderNumber,
		ordersSent: outcome === 'sent' ? 1 : 0,
		orderIds: outcome === 'sent' ? [value.orderId] : [],
		batchNumbers,
		problems: [],
		answersLost: 0,
	},
	source,
});
