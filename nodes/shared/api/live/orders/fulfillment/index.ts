import { append } from '../../../../domain/append';
import type { Order, OrderKey } from '../../../../domain/order/order';
import type { Release, ReleaseReceipt } from '../../../../domain/order/orderActions';
import { ApiError } from '../../../../http/errors/apiError';
import { allNotAttempted, troubleIn } from '../../../../batch/notAttempted';
import type { ItemResult, BatchItem } from '../../../../batch/types';
import { write } from '../../../../batch/write';
import type { ApiClient, Recovery } from '../../../../http/client';
import { rethrow } from '../../../../http/errors/rethrow';
import type { Query } from '../../../../domain/values/query';
import { Unconfirmed, refusalIn, unconfirmed } from '../../../../batch/confirm/confirm';
import { partlyDone } from '../../../common/partlyDone';
import type { WithRaw } from '../../../ports/types';
import { LIVE_DIALECT } from '../../dialect';
import { bulkOutcomes, readBulk, rowError } from '../../wire/bulk';
import { LIVE } from '../../catalogue';
import { readRelease } from './read';
import { type Located, locate, lookAgain } from '../locate';
import { wireId } from '../write';

type Sent = ItemResult<WithRaw<ReleaseReceipt>>;
type Named = BatchItem<Located<{ key: OrderKey }>>;

/** The most calls for sending all orders: 100,000 orders at 500 per call. */
const MOST_CALLS = 200;
/** The most consecutive calls that list no new order while the service says that more remain. */
const MOST_IDLE_CALLS = 3;

/** Sends orders to fulfillment: either the given orders, with as few calls as possible, or all that are waiting. */
export async function sendToFulfillment(
	client: ApiClient,
	releases: ReadonlyArray<BatchItem<Release>>,
): Promise<Sent[]> {
	const named = releases.flatMap(({ index, value }) => ('key' in value ? [{ index, value }] : []));
	const whole = releases.flatMap(({ index, value }) => ('key' in value ? [] : [{ index, value }]));
	const { found, missing } = await locate(client, named);
	const waiting = found.filter(({ value }) => !hasLeft(value.order.value));
	const before = found.filter(({ value }) => hasLeft(value.order.value));
	const sent = await write(client, waiting, {
		shareBy: ({ order }) => order.value.orderId,
		sendGroup: async (once) => sendNamed(client, once),
	});
	const all = await write(client, whole, { after: sent, sendEach: async ({ value }) => sendAll(client, value) });
	return [
		...missing,
		...before.map(
			({ index, value }): Sent => ({ index, ok: true, value: receipt(value.order, 'alreadySent', [], {}) }),
		),
		...sent,
		...all,
	];
}

/**
 * Whether an order was already sent. Shipped or canceled orders do not qualify either, but the service decides that.
 */
const hasLeft = (order: Order | undefined): boolean => order?.status === 'PENDING_FULFILLMENT';

/** The service did not process this order in the call and says that more remain. */
class Remaining extends Error {}

async function sendNamed(client: ApiClient, orders: Named[]): Promise<Sent[]> {
	const done: Sent[] = [];
	let open = orders;
	while (open.length > 0) {
		const outcomes = await write(client, open, {
			endpoint: LIVE.sendToFulfillment,
			call: (rows) => ({ query: { orderId: rows.map(({ value }) => value.order.value.orderId) } }),
			settle: settleRows,
			find: async (rows) => {
				const now = await lookAgain(client, rows);
				return ({ index, value }) =>
					hasLeft(now.get(index)?.value) ? receipt(value.order, 'sent', [], {}) : undefined;
			},
		});
		const remaining = new Set(
			outcomes.flatMap((one) => (!one.ok && one.error instanceof Remaining ? [one.index] : [])),
		);
		const rest = open.filter(({ index }) => remaining.has(index));
		append(
			done,
			outcomes.filter(({ index }) => !remaining.has(index)),
		);
		const trouble = troubleIn(outcomes);
		if (trouble) return [...done, ...allNotAttempted<WithRaw<ReleaseReceipt>>(rest, trouble)];
		if (rest.length === open.length)
			return [...done, ...rest.map(({ index }): Sent => ({ index, ok: false, error: endless() }))];
		open = rest;
	}
	return done;
}

/**
 * Reads the response. Listed orders are sent. An order that is not listed remains if the service says that some do;
 * otherwise it is looked up.
 */
function settleRows(batch: Named[], response: unknown): Sent[] {
	const { remaining, orderIds, batchNumbers, failed } = readRelease(response);
	const idOf = ({ order }: Named['value']): string => order.value.orderId;
	let outcomes: Sent[];
	try {
		outcomes = bulkOutcomes(LIVE.sendToFulfillment, batch, response, {
			names: (value) => ({ orderId: idOf(value), orderNumber: value.order.value.orderNumber }),
			listed: (value) => (orderIds.has(idOf(value)) ? response : undefined),
			succeed: ({ value }) => receipt(value.order, 'sent', batchNumbers, response),
		});
	} catch (error) {
		if (!(error instanceof Unconfirmed) || (!remaining && failed.size === 0)) rethrow(error);
		outcomes = batch.map(({ index }) => ({ index, ok: false, error }));
	}
	const reasons = new Map(batch.map(({ index, value }) => [index, failed.get(idOf(value))]));
	return outcomes.map((one): Sent => {
		if (one.ok || !(one.error instanceof Unconfirmed)) return one;
		const message = reasons.get(one.index);
		if (message) return { ...one, error: rowError({ row: undefined, message }, LIVE.sendToFulfillment.name) };
		return remaining ? { ...one, error: new Remaining() } : one;
	});
}

/** The combined results of the calls that send all orders. */
class Sending {
	readonly orderIds = new Set<string>();
	readonly batchNumbers = new Set<string>();
	readonly responses: unknown[] = [];
	readonly problems: string[] = [];
	answersLost = 0;
	private idle = 0;

	/** Adds a response. @returns whether another call is needed. @throws ApiError when it refuses or is unreadable */
	take(response: unknown): boolean {
		const refusal = refusalIn(LIVE.sendToFulfillment, response, LIVE_DIALECT);
		if (refusal) throw refusal;
		const { remaining, failed, ...read } = readRelease(response);
		const complaints = readBulk(response).errors.map((error) => rowError(error, LIVE.sendToFulfillment.name).message);
		// Results alone do not say whether more orders remain.
		const isRelease = remaining !== undefined || read.batchNumbers.length > 0 || failed.size > 0;
		if (!isRelease && complaints.length === 0) throw unconfirmed(LIVE.sendToFulfillment, response, LIVE_DIALECT);
		append(this.problems, [...complaints, ...failed.values()]);
		const before = this.orderIds.size;
		read.orderIds.forEach((one) => this.orderIds.add(one));
		this.idle = this.orderIds.size > before ? 0 : this.idle + 1;
		read.batchNumbers.forEach((one) => this.batchNumbers.add(one));
		this.responses.push(response);
		if (remaining && (this.idle >= MOST_IDLE_CALLS || this.responses.length >= MOST_CALLS)) throw endless();
		return remaining ?? false;
	}
}

/**
 * Repeats the call until nothing is left. Sent orders are no longer waiting, so a call whose response was lost can be
 * repeated.
 */
async function sendAll(
	client: ApiClient,
	{ salesChannelId, warehouseId }: Exclude<Release, { key: OrderKey }>,
): Promise<WithRaw<ReleaseReceipt>> {
	const query: Query = {
		salesChannelId: salesChannelId ? wireId(salesChannelId, 'salesChannelId') : undefined,
		warehouseId: warehouseId ? wireId(warehouseId, 'warehouseId') : undefined,
	};
	const sending = new Sending();
	const recover = async (): Promise<Recovery> => {
		sending.answersLost += 1;
		return { again: {} };
	};
	try {
		while (sending.take(await client.call(LIVE.sendToFulfillment, { query, recover })));
	} catch (error) {
		const { size } = sending.orderIds;
		rethrow(
			size > 0 && error instanceof Error
				? partlyDone(error, `${size === 1 ? '1 order was' : `${size} orders were`} sent before this`)
				: error,
		);
	}
	const { orderIds, batchNumbers, problems, answersLost, responses } = sending;
	const [problem] = problems;
	if (orderIds.size === 0 && problem !== undefined) {
		throw new ApiError({ kind: 'rowRefused', message: problem, endpoint: LIVE.sendToFulfillment.name });
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
		raw: { responses },
	};
}

const endless = (): ApiError =>
	new ApiError({
		kind: 'unreadable',
		message: 'The service says that orders remain to be sent, but does not send any more.',
		endpoint: LIVE.sendToFulfillment.name,
	});

const receipt = (
	{ value }: WithRaw<Order>,
	outcome: ReleaseReceipt['outcome'],
	batchNumbers: string[],
	raw: unknown,
): WithRaw<ReleaseReceipt> => ({
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
	raw,
});
