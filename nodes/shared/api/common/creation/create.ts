import { InputError } from '../../../domain/inputError';
import type { NewOrder, Order } from '../../../domain/order/order';
import { ApiError } from '../../../http/errors/apiError';
import { chunks } from '../../../domain/chunks';
import { notAttempted } from '../../../batch/notAttempted';
import { type BatchItem } from '../../../batch/types';
import { rethrow } from '../../../http/errors/rethrow';
import type { CreateOptions, WithRaw } from '../../ports/types';
import { otherLines } from '../lineDifference';
import { type Duplicates, write } from '../../../batch/write';
import { Creation } from './creation';
import { markShared, watchForDoubles } from './doubles';
import { OrderLedger } from './ledger';
import { keyIn, lookUp } from './lookUp';
import { fromOrder } from './results';
import { DEFAULT_SETTLE_MS } from './settle';
import { forgetUnseen, unseenOrder } from './unseen';
import type { Batch, Body, Done, Doubtful, Numbered, OrderWire, Wanted } from './wire';

/** The results for the requested orders. */
export interface Ensured {
	/** Results of orders that were missing. */
	outcomes: Done[];
	/** Existing orders, by the index of the input; a number may have several. */
	existing: Map<number, Array<WithRaw<Order>>>;
	/** Orders that may exist, because an unreadable record could be one of them. */
	doubtful: Doubtful;
	/** The error that ended the run. */
	stopped?: Error;
}

/** Creates orders. An existing order is returned, and a number that appears twice in a run is an error. */
export async function createOrders(
	wire: OrderWire,
	orders: ReadonlyArray<BatchItem<NewOrder>>,
	options: CreateOptions,
): Promise<Done[]> {
	return await write(wire.client, orders, {
		build: (order) => void wire.make(order),
		duplicates: sameNumber(wire),
		sendGroup: async (once) => {
			const wanted = once.map(({ index, value }) => ({
				index,
				value: { orderNumber: value.orderNumber, salesChannelId: value.salesChannelId, order: value },
			}));
			const { outcomes, existing } = await ensureOrders(wire, wanted, options);
			const there = wanted.flatMap(({ index, value }): Done[] => {
				const found = existing.get(index);
				// Which order is returned does not matter, because the notice names all of them.
				return found?.[0] ? [{ index, ok: true, value: reported(found[0], found, value.order) }] : [];
			});
			return [...there, ...outcomes];
		},
	});
}

function reported(order: WithRaw<Order>, all: Array<WithRaw<Order>>, input: NewOrder) {
	const created = fromOrder(order, input.orderNumber, 'existing', []);
	// With several orders, it is unknown which one the input refers to.
	if (all.length === 1) Object.assign(created.value, otherLines(input, order.value, 'It was'));
	markShared(created.value, all);
	return created;
}

/** Two inputs with the same number would create two orders, or one of them would be lost. */
export const sameNumber = (wire: OrderWire): Duplicates<Numbered> => ({
	by: (order) => wire.keyOf(order),
	name: ({ orderNumber }) => `order number ${orderNumber}`,
	field: 'orderNumber',
});

/**
 * Creates the missing orders. Each order is locked in this process while it is looked up and created, so that two runs
 * do not both find it missing. Duplicates by other processes are detected afterwards.
 */
export async function ensureOrders(
	wire: OrderWire,
	wanted: ReadonlyArray<BatchItem<Wanted>>,
	options: CreateOptions,
): Promise<Ensured> {
	const size = wire.endpoint.batch === undefined ? 1 : Math.max(1, options.batchSize ?? wire.endpoint.batch);
	const waiting = chunks(wanted, Math.max(1, Math.floor(wire.lookUpSize / size)) * size);
	const bodies = new Map<number, Body>();
	const ledger = new OrderLedger(wire, bodies, options.settleMs ?? DEFAULT_SETTLE_MS);
	const creation = new Creation(wire, bodies, ledger);
	const ensured: Ensured = { outcomes: [], existing: new Map(), doubtful: new Map() };

	const create = async (chunk: Batch): Promise<Done[]> => {
		const late = mayShowLate(wire, chunk);
		const { doubtful, existing } = ensured;
		const found = options.lookUpFirst ? await lookUp(wire, chunk, doubtful) : new Map<number, Array<WithRaw<Order>>>();
		for (const [index, orders] of found) if (orders.length > 0) existing.set(index, orders);
		const unclear = chunk.flatMap(({ index }): Done[] => {
			const error = existing.has(index) ? undefined : doubtful.get(index);
			return error ? [{ index, ok: false, error }] : [];
		});
		const missing = chunk.filter(({ index }) => !existing.has(index) && !doubtful.has(index));
		const sent = await write(wire.client, missing, {
			build: ({ order }) => wire.make(newOrderOf(order)),
			sendGroup: async (rows) => {
				for (const { index, body } of rows) bodies.set(index, body);
				if (options.lookUpFirst) await lookForLate(wire, ledger, rows, late);
				return await write(wire.client, rows, {
					endpoint: wire.endpoint,
					batchSize: size,
					sendBatch: async (batch) => await creation.send(batch),
				});
			},
		});
		ensured.stopped ??= creation.stopped;
		return [...unclear, ...sent];
	};
	const attempt = async (chunk: Batch): Promise<Done[]> => {
		const keys = chunk.map(({ value }) => keyIn(wire, value));
		try {
			if (ensured.stopped) rethrow(notAttempted(ensured.stopped));
			return await wire.client.inTurns(keys, async () => await create(chunk));
		} catch (error) {
			if (!(error instanceof ApiError)) rethrow(error);
			ensured.stopped ??= error;
			const open = chunk.filter(({ index }) => !ensured.existing.has(index));
			return open.map(({ index }) => ({ index, ok: false, error }));
		}
	};
	const workOff = async (): Promise<void> => {
		for (let chunk = waiting.shift(); chunk; chunk = waiting.shift()) ensured.outcomes.push(...(await attempt(chunk)));
	};
	await Promise.all(Array.from({ length: wire.concurrency }, workOff));
	if (options.lookUpFirst) await watch(wire, wanted, ledger, options.cancelDuplicates ?? false);
	return ensured;
}

/**
 * How much longer lists may take to show orders that an earlier run sent without learning the result, by the index of
 * the input.
 */
function mayShowLate(wire: OrderWire, chunk: Batch): Map<number, number> {
	const now = wire.client.now();
	return new Map(
		chunk.flatMap(({ index, value }) => {
			const what = unseenOrder(keyIn(wire, value));
			return what ? [[index, what.mayShowUntil - now] as const] : [];
		}),
	);
}

/** Looks for those orders for that long. */
async function lookForLate(
	wire: OrderWire,
	ledger: OrderLedger,
	good: Batch,
	late: Map<number, number>,
): Promise<void> {
	const doubtful = good.filter(({ index }) => late.has(index));
	if (doubtful.length === 0) return;
	const over = Math.min(Math.max(0, ...late.values()), ledger.settleMs);
	const unclear: Doubtful = new Map();
	await ledger.confirm(doubtful, { over, outcome: 'existing', doubtful: unclear });
	for (const [index, error] of unclear) ledger.failures.set(index, error);
	for (const { value } of doubtful) forgetUnseen(keyIn(wire, value));
}

async function watch(
	wire: OrderWire,
	wanted: ReadonlyArray<BatchItem<Wanted>>,
	{ made: all, settleMs }: OrderLedger,
	cancels: boolean,
): Promise<void> {
	const created = wanted.flatMap(({ index, value: { orderNumber, salesChannelId, order } }) => {
		const made = all.get(index);
		if (made?.created.value.outcome !== 'created') return [];
		const stored = made.created.value.storedNumber ?? orderNumber;
		return [{ index, value: { orderNumber: stored, salesChannelId, order, made } }];
	});
	await watchForDoubles(wire, created, { settleMs, cancels });
}

function newOrderOf(order: Wanted['order']): NewOrder {
	if (order instanceof InputError) rethrow(order);
	return order;
}
