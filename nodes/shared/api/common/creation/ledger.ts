import type { CreatedOrder } from '../../../domain/order/order';
import { ApiError } from '../../../http/errors/apiError';
import { rethrow } from '../../../http/errors/rethrow';
import { otherLines } from '../lineDifference';
import type { Listed } from './response';
import { keyIn, lookUp } from './lookUp';
import { meantBy } from './renumbering';
import { fromListed, fromOrder, renumbered } from './results';
import { settleWaits } from './settle';
import { rememberUnseen } from './unseen';
import type { Batch, Bodies, Created, Doubtful, OrderWire } from './wire';

/** What is known about a created order. */
export interface Made {
	created: Created;
	/** Its ID from the response to its creation. An order found by its number may be another run's. */
	ownId?: string;
}

export interface Confirming {
	/** How long to keep looking, if nothing says that the order was not created. 0: a single look. */
	over: number;
	/** The outcome of an order that is found. */
	outcome?: CreatedOrder['outcome'];
	/** Orders that the response lists under unknown numbers, or without a number. */
	candidates?: readonly Listed[];
	/** Receives the doubts that another look would not settle; without it, such a doubt ends the look-up. */
	doubtful?: Doubtful;
}

/** Tracks the orders of one run: which were created, and which were certainly or possibly not. */
export class OrderLedger {
	readonly made = new Map<number, Made>();
	readonly failures = new Map<number, ApiError>();
	/** The service stores orders under other numbers, so a look-up by number does not find them. */
	renumbers = false;

	constructor(
		private readonly wire: OrderWire,
		private readonly bodies: Bodies,
		readonly settleMs: number,
	) {}

	/** The orders whose result is still unknown. */
	open(batch: Batch): Batch {
		return batch.filter(({ index }) => !this.made.has(index) && !this.failures.has(index));
	}

	/** Records an order that the response to its creation lists. */
	enter({ index, value }: Batch[number], listed: Listed): void {
		const created = fromListed(listed, value.orderNumber, this.notSent(index));
		this.made.set(index, { created, ownId: listed.orderId });
		this.remember(value, listed.orderId);
	}

	/** @param isDoubtful a list may show the order later */
	fail({ index, value }: Batch[number], error: ApiError, isDoubtful: boolean): void {
		this.failures.set(index, error);
		if (!isDoubtful) return;
		this.remember(value);
	}

	/** Lists may show the order late; so may a look-up by ID, if the service reads from replicas. */
	private remember(value: Batch[number]['value'], orderId?: string): void {
		rememberUnseen(keyIn(this.wire, value), { orderId, mayShowUntil: this.wire.client.now() + this.settleMs });
	}

	/** Looks up which of the orders exist. @throws ApiError when that fails */
	async confirm(batch: Batch, { over, outcome = 'created', candidates = [], doubtful }: Confirming): Promise<void> {
		let unclear: Doubtful = new Map();
		const inputsByRow = candidates.length === batch.length ? batch : [];
		for (const wait of [0, ...settleWaits(over)]) {
			if (wait > 0) await this.wire.client.wait(wait);
			unclear = new Map();
			const found = await lookUp(this.wire, this.open(batch), unclear);
			for (const { index, value } of this.open(batch)) {
				const [order] = found.get(index) ?? [];
				if (!order) continue;
				const created = fromOrder(order, value.orderNumber, outcome, this.notSent(index));
				if (outcome === 'existing') Object.assign(created.value, otherLines(value.order, order.value, 'It was'));
				this.made.set(index, { created });
			}
			for (const [place, { orderId }] of candidates.entries()) {
				await this.confirmCandidate(orderId, batch, inputsByRow[place]);
			}
			// What is unreadable now stays unreadable.
			if (this.open(batch).every(({ index }) => unclear.has(index))) break;
		}
		for (const { index } of this.open(batch)) {
			const doubt = unclear.get(index);
			if (doubt && !doubtful) throw doubt;
			if (doubt) doubtful?.set(index, doubt);
		}
	}

	/** @returns why the look-up failed */
	async tryToConfirm(batch: Batch, how: Confirming): Promise<ApiError | undefined> {
		try {
			await this.confirm(batch, how);
			return undefined;
		} catch (error) {
			if (error instanceof ApiError) return error;
			rethrow(error);
		}
	}

	private async confirmCandidate(orderId: string, batch: Batch, atItsPlace?: Batch[number]): Promise<void> {
		const open = this.open(batch);
		const order = open.length > 0 ? await this.wire.byId(orderId) : undefined;
		const input = order && meantBy(order, open, atItsPlace);
		if (!order || !input) return;
		const { index, value } = input;
		const { orderNumber } = order.value;
		const created = fromOrder(order, value.orderNumber, 'created', this.notSent(index));
		if (orderNumber === value.orderNumber) {
			this.made.set(index, { created, ownId: orderId });
			this.remember(value, orderId);
		} else {
			this.renumbers = true;
			this.made.set(index, { created: renumbered(created, orderNumber), ownId: orderId });
		}
	}

	private notSent(index: number): string[] {
		return this.bodies.get(index)?.notSent ?? [];
	}
}
