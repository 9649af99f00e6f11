import type { CreatedOrder } from '../../domain/order';
import { ApiError, isRefusal } from '../../http/apiError';
import { unsent } from '../../http/batches';
import type { Recovery } from '../../http/client';
import { asIs } from '../../http/rethrow';
import type { Listed } from './answer';
import { inDoubt, rowsIn, withoutRows } from './batchErrors';
import { keyIn, lookUp } from './lookUp';
import { meantBy } from './renumbering';
import { fromListed, fromOrder, renumbered, unconfirmed } from './results';
import { settleWaits } from './settle';
import { forgetUnseen, rememberUnseen } from './unseen';
import { verdictOf } from './verdict';
import type { Batch, Created, Done, Doubtful, OrderWire } from './wire';

/** What is known of an order that was created. */
export interface Made {
	created: Created;
	/** Its id as the answer to its creation gave it. Unknown where it was found by its number: that may be another run's order. */
	ownId?: string;
}

interface Confirming {
	/** For how long to look again and again, because nobody says that the order was not created. 0: once. */
	over: number;
	/** What it means that an order is found. */
	outcome?: CreatedOrder['outcome'];
	/** Orders that the answer lists under numbers that were not sent, or under none. */
	candidates?: readonly Listed[];
	/** Takes the errors of orders of which it cannot be told whether they are there; without it, such an error ends the look-up. */
	doubtful?: Doubtful;
}

/** The state of one run: what is known to be created must not be sent again, whatever happens to the batch that it was in. */
export class Creation {
	readonly made = new Map<number, Made>();
	/** Trouble that ended the run. */
	stopped?: ApiError;
	private readonly failures = new Map<number, ApiError>();
	private renumbers = false;

	constructor(
		private readonly wire: OrderWire,
		private readonly bodies: ReadonlyMap<number, { body: unknown; notSent: string[] }>,
		private readonly settleMs: number,
	) {}

	/** Looks for orders that an earlier run has sent without learning what became of them, as long as lists may take to show them. */
	async lookForDoubtful(doubtful: Batch, over: number): Promise<void> {
		const unclear: Doubtful = new Map();
		if (doubtful.length > 0) await this.confirm(doubtful, { over: Math.min(over, this.settleMs), outcome: 'existing', doubtful: unclear });
		for (const [index, error] of unclear) this.failures.set(index, error);
		for (const { value } of doubtful) forgetUnseen(keyIn(this.wire, value));
	}

	/** Sends a batch. @throws ApiError when the service refuses all of it, so that smaller ones may pass */
	async send(batch: Batch): Promise<Done[]> {
		for (let open = this.open(batch); open.length > 0 && !this.stopped; open = this.open(open)) {
			const refusal = await this.attempt(open);
			if (refusal) throw rowsIn(batch, refusal, open);
		}
		return batch.map(({ index }): Done => {
			const made = this.made.get(index);
			if (made) return { index, ok: true, value: made.created };
			return { index, ok: false, error: this.failures.get(index) ?? unsent(this.stopped ?? new Error('The order was not sent.')) };
		});
	}

	/** One call with its repetitions. @returns a refusal of the whole batch, of which nothing was created */
	private async attempt(batch: Batch): Promise<ApiError | undefined> {
		let open = batch;
		let mayLookUp = true;
		const recover = async (after: 'lost' | 'declined'): Promise<Recovery> => {
			mayLookUp = false;
			await this.confirm(open, { over: after === 'lost' ? this.settleMs : 0 });
			open = this.open(open);
			// Such a service's orders are not found under their numbers: one more must not be risked.
			if (open.length > 0 && after === 'lost' && this.renumbers) throw new Error('The service changes order numbers.');
			mayLookUp = true;
			return open.length === 0 ? { answer: null } : { again: { body: this.body(open) } };
		};
		try {
			const answer = await this.wire.client.call(this.wire.endpoint, { body: this.body(open), recover });
			await this.take(answer, open);
			return undefined;
		} catch (error) {
			if (!(error instanceof ApiError)) throw asIs(error);
			if (isRefusal(error)) return (await this.didSome(open, error)) ? undefined : rowsIn(batch, error, open);
			await this.giveUp(open, error, mayLookUp);
			return undefined;
		}
	}

	/** A service may have done a part of what it refuses: nothing is sent again before that was looked up. */
	private async didSome(open: Batch, refusal: ApiError): Promise<boolean> {
		// With a conflict the service itself says that the order is there.
		const problem = await this.tryToConfirm(open, { over: 0, outcome: refusal.facts.status === 409 ? 'existing' : 'created' });
		if (problem) await this.giveUp(open, inDoubt(refusal, problem), false);
		return this.open(open).length < open.length;
	}

	/** Ends the run. Orders whose answer was lost at the last try are looked for. */
	private async giveUp(open: Batch, error: ApiError, mayLookUp: boolean): Promise<void> {
		const isDoubtful = error.kind === 'effectUnknown';
		const lookedUp = isDoubtful && mayLookUp && !(await this.tryToConfirm(open, { over: this.settleMs }));
		const rest = this.open(open);
		for (const input of rest) this.fail(input, withoutRows(error), isDoubtful && !lookedUp);
		if (rest.length > 0) this.stopped ??= error;
	}

	/** Takes an answer: what it lists under the right number without any complaint is created; everything else must be found. */
	private async take(answer: unknown, sent: Batch): Promise<void> {
		const { confirmed, refusals, stray, candidates } = verdictOf(sent, answer, this.wire.client.connection.firstIndex);
		for (const { index, value } of sent) {
			const one = confirmed.get(index);
			if (!one) continue;
			this.made.set(index, { created: fromListed(one, value.orderNumber, this.notSent(index)), ownId: one.orderId });
			rememberUnseen(keyIn(this.wire, value), { orderId: one.orderId });
		}
		const left = this.open(sent);
		if (left.length === 0) return;
		const doubtful: Doubtful = new Map();
		const problem = await this.tryToConfirm(left, { over: left.every(({ index }) => refusals.has(index)) ? 0 : this.settleMs, candidates, doubtful });
		this.stopped ??= problem;
		for (const { index, value } of this.open(left)) {
			const refusal = refusals.get(index);
			const { orderNumber } = value;
			const doubt = doubtful.get(index);
			const failure = refusal ? this.wire.refused(refusal, orderNumber) : unconfirmed(orderNumber, stray, this.wire.endpoint.name, doubt);
			this.fail({ index, value }, failure, (problem ?? doubt) !== undefined);
		}
		// Where nothing of a call is confirmed, the next one would fare no better.
		const failure = this.failures.get(sent[0]?.index ?? -1);
		if (failure?.kind === 'effectUnknown' && sent.every(({ index }) => this.failures.has(index))) this.stopped ??= failure;
	}

	/** @returns why it could not be looked up */
	private async tryToConfirm(batch: Batch, how: Confirming): Promise<ApiError | undefined> {
		try {
			await this.confirm(batch, how);
			return undefined;
		} catch (error) {
			if (error instanceof ApiError) return error;
			throw asIs(error);
		}
	}

	/** Looks which of the orders are there. */
	private async confirm(batch: Batch, { over, outcome = 'created', candidates = [], doubtful }: Confirming): Promise<void> {
		let unclear: Doubtful = new Map();
		for (const wait of [0, ...settleWaits(over)]) {
			if (wait > 0) await this.wire.client.wait(wait);
			unclear = new Map();
			const found = await lookUp(this.wire, this.open(batch), unclear);
			for (const { index, value } of this.open(batch)) {
				const [order] = found.get(index) ?? [];
				if (order) this.made.set(index, { created: fromOrder(order, value.orderNumber, outcome, this.notSent(index)) });
			}
			const places = candidates.length === batch.length ? batch : [];
			for (const [place, { orderId }] of candidates.entries()) await this.confirmCandidate(orderId, batch, places[place]);
			// What cannot be read now will not be readable later.
			if (this.open(batch).every(({ index }) => unclear.has(index))) break;
		}
		for (const { index } of this.open(batch)) {
			const doubt = unclear.get(index);
			if (doubt && !doubtful) throw doubt;
			if (doubt) doubtful?.set(index, doubt);
		}
	}

	private async confirmCandidate(orderId: string, batch: Batch, atItsPlace: Batch[number] | undefined): Promise<void> {
		const open = this.open(batch);
		const order = open.length > 0 ? await this.wire.byId(orderId) : undefined;
		const input = order && meantBy(order, open, atItsPlace);
		if (!order || !input) return;
		const { index, value } = input;
		const created = fromOrder(order, value.orderNumber, 'created', this.notSent(index));
		const isRenumbered = order.value.orderNumber !== value.orderNumber;
		this.renumbers ||= isRenumbered;
		this.made.set(index, { created: isRenumbered ? renumbered(created, order.value.orderNumber) : created, ownId: orderId });
		if (!isRenumbered) rememberUnseen(keyIn(this.wire, value), { orderId });
	}

	/** @param isDoubtful a list may show the order later */
	private fail({ index, value }: Batch[number], error: ApiError, isDoubtful: boolean): void {
		this.failures.set(index, error);
		if (isDoubtful) rememberUnseen(keyIn(this.wire, value), { mayShowUntil: this.wire.client.now() + this.settleMs });
	}

	private open(batch: Batch): Batch {
		return batch.filter(({ index }) => !this.made.has(index) && !this.failures.has(index));
	}

	private body(open: Batch): unknown {
		return this.wire.join(open.map(({ index }) => this.bodies.get(index)?.body));
	}

	private notSent(index: number): string[] {
		return this.bodies.get(index)?.notSent ?? [];
	}
}
