import { InputError } from '../../domain/inputError';
import type { CreatedOrder, NewOrder, Order } from '../../domain/order';
import { lifecycleOf } from '../../domain/orderStatus';
import { ApiError } from '../../http/apiError';
import { type Outcome, type Placed, sendInBatches } from '../../http/batches';
import type { ApiClient, Recovery } from '../../http/client';
import { asIs } from '../../http/rethrow';
import * as z from '../../vendor/zod';
import { id, readAs } from '../answers';
import { refuseRepeats } from '../repeats';
import type { CreateOptions, Sourced } from '../port';
import { readBulk, rowError } from './bulk';
import { LIVE } from './catalogue';
import { findEach } from './orderLocate';
import { newOrder } from './orderWrite';
import { prepare } from './prepare';

type Created = Sourced<CreatedOrder>;
type Input = Placed<NewOrder>;

/** The answer to a creation (live-api section 6, PutOrderResponse); `errors` is not promised, but heeded. */
const createAnswer = z
	.looseObject({
		orders: z.array(z.looseObject({ orderId: id.nullish(), orderNumber: id.nullish(), orderStatus: z.string().nullish() })).nullish(),
	})
	.nullish();

export const keyOf = (order: Pick<NewOrder, 'orderNumber' | 'salesChannelId'>): string => `${order.salesChannelId ?? ''}\n${order.orderNumber}`;

/**
 * Creates orders, none twice: numbers that are there already are reported, a number given twice in one run is refused, and after a lost answer only
 * what is not found is sent again.
 */
export async function createOrders(client: ApiClient, orders: readonly Input[], options: CreateOptions): Promise<Array<Outcome<Created>>> {
	const bodies = new Map<number, Record<string, unknown>>();
	const { good, bad } = prepare(orders, newOrder, bodies);
	const { once, repeats } = refuseRepeats(good, keyOf, (order) => `order number ${order.orderNumber}`, 'Order Number');
	const creation = new Creation(client, bodies);
	const doubtful = new Map<number, Error>();
	const existing = options.lookUpFirst ? await creation.lookUp(once, 'existing', doubtful) : new Map<number, Created>();
	const open = once.filter(({ index }) => !existing.has(index) && !doubtful.has(index));
	const size = Math.max(1, options.batchSize ?? LIVE.createOrders.batch ?? 1);
	const sent = await sendInBatches(open, size, async (batch) => creation.send(batch));
	const unclear = [...doubtful].map(([index, error]): Outcome<Created> => ({ index, ok: false, error }));
	return [...bad, ...repeats, ...unclear, ...outcomes(existing), ...sent];
}

const outcomes = (known: Map<number, Created>): Array<Outcome<Created>> => [...known].map(([index, value]) => ({ index, ok: true, value }));

/** The state of one run: what is known to be created must not be sent again, whatever happens to the batch that it was in. */
class Creation {
	private readonly created = new Map<number, Created>();

	constructor(
		private readonly client: ApiClient,
		private readonly bodies: ReadonlyMap<number, Record<string, unknown>>,
	) {}

	/** Which of the orders are in the books. @param doubtful takes the errors of those of which this cannot be told; without it, such an error ends the look-up */
	async lookUp(inputs: readonly Input[], outcome: CreatedOrder['outcome'], doubtful?: Map<number, Error>): Promise<Map<number, Created>> {
		const found = [...(await findEach(this.client, inputs, doubtful))];
		// Where a number is there twice already, one of them is as good as the other.
		return new Map(found.flatMap(([index, [order]]) => (order ? [[index, fromOrder(order, outcome)] as const] : [])));
	}

	async send(batch: readonly Input[]): Promise<Array<Outcome<Created>>> {
		let open = batch.filter(({ index }) => !this.created.has(index));
		const whole = open.length;
		const body = (): unknown => open.map(({ index }) => this.bodies.get(index));
		const recover = async (): Promise<Recovery> => {
			for (const [index, value] of await this.lookUp(open, 'created')) this.created.set(index, value);
			open = open.filter(({ index }) => !this.created.has(index));
			return open.length === 0 ? { answer: null } : { again: { body: body() } };
		};
		const failures = new Map<number, Error>();
		if (open.length > 0) {
			let answer: unknown;
			try {
				answer = await this.client.call(LIVE.createOrders, { body: body(), recover });
			} catch (error) {
				throw open.length < whole || whole < batch.length ? withoutRows(error) : asIs(error);
			}
			await this.settle(open, answer, failures);
		}
		return batch.map(({ index, value }): Outcome<Created> => {
			const created = this.created.get(index);
			if (created) return { index, ok: true, value: created };
			return { index, ok: false, error: failures.get(index) ?? unconfirmed(value.orderNumber) };
		});
	}

	/** Takes the answer: by number where it lists orders, by row where it complains; what it does not mention is looked up. */
	private async settle(open: readonly Input[], answer: unknown, failures: Map<number, Error>): Promise<void> {
		const listed = readAs(createAnswer, answer, LIVE.createOrders.name)?.orders ?? [];
		const byNumber = new Map(listed.map((order) => [String(order.orderNumber ?? ''), order]));
		for (const error of readBulk(answer).errors) {
			const input = open[error.row ?? -1] ?? open.find(({ value }) => value.orderNumber === error.subject);
			if (!input) throw rowError(error, LIVE.createOrders.name);
			failures.set(input.index, rowError(error, LIVE.createOrders.name));
		}
		for (const { index, value } of open) {
			const order = byNumber.get(value.orderNumber);
			if (!order || failures.has(index)) continue;
			const status = order.orderStatus ?? null;
			this.created.set(index, {
				value: {
					outcome: 'created',
					orderId: order.orderId === null || order.orderId === undefined ? null : String(order.orderId),
					orderNumber: value.orderNumber,
					status,
					lifecycle: status === null ? null : lifecycleOf(status),
					notSent: [],
				},
				source: order,
			});
		}
		const silent = open.filter(({ index }) => !this.created.has(index) && !failures.has(index));
		if (silent.length === 0) return;
		for (const [index, value] of await this.lookUp(silent, 'created', failures)) this.created.set(index, value);
	}
}

const fromOrder = ({ value, source }: Sourced<Order>, outcome: CreatedOrder['outcome']): Created => ({
	value: { outcome, orderId: value.orderId, orderNumber: value.orderNumber, status: value.status, lifecycle: value.lifecycle, notSent: [] },
	source,
});


/** Rows that the answer names belong to the shortened batch, not to the one that the caller knows. */
const withoutRows = (error: unknown): unknown => (error instanceof ApiError ? new ApiError({ ...error.facts, rows: undefined, row: undefined }) : error);

const unconfirmed = (orderNumber: string): InputError =>
	new InputError(
		'Order Number',
		`The service accepted the call but does not list order ${orderNumber}.`,
		'Run it again: orders that are there are reported, not created twice.',
	);
