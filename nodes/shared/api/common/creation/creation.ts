import { ApiError, isRefusal } from '../../../http/errors/apiError';
import { notAttempted } from '../../../batch/notAttempted';
import type { Recovery } from '../../../http/client';
import { rethrow } from '../../../http/errors/rethrow';
import { inDoubt, rowsIn, withoutRows } from './batchErrors';
import type { OrderLedger } from './ledger';
import { unconfirmed } from './results';
import { creationStatusOf } from './status';
import type { Batch, Bodies, Done, Doubtful, OrderWire } from './wire';

/**
 * Sends the orders of one run. An order that is known to exist is never sent again, however a refused batch is split.
 */
export class Creation {
	/** The error that ended the run. */
	stopped?: ApiError;
	private readonly halt = new AbortController();
	/** The batch that goes alone. */
	private first?: Promise<Done[]>;
	/** A response has shown how the service stores order numbers. */
	private hasResponse = false;

	constructor(
		private readonly wire: OrderWire,
		private readonly bodies: Bodies,
		private readonly ledger: OrderLedger,
	) {}

	/**
	 * Sends a batch. Batches may overlap, because each order is in one of them. Until a response has come, bulk calls go
	 * one after the other: if the service changes order numbers, a look-up after a lost response finds nothing.
	 * @throws ApiError when the service refuses all of it, so that smaller batches may pass
	 */
	async send(batch: Batch): Promise<Done[]> {
		const isBulk = this.wire.endpoint.batch !== undefined;
		while (isBulk && this.first && !this.hasResponse) await this.first.catch(() => undefined);
		if (!isBulk || this.hasResponse) return await this.sendOpen(batch);
		this.first = this.sendOpen(batch).finally(() => (this.first = undefined));
		return await this.first;
	}

	private async sendOpen(batch: Batch): Promise<Done[]> {
		let open = this.ledger.open(batch);
		while (open.length > 0 && !this.stopped) {
			const refusal = await this.attempt(open);
			if (refusal) throw rowsIn(batch, refusal, open);
			open = this.ledger.open(open);
		}
		return batch.map(({ index }): Done => {
			const made = this.ledger.made.get(index);
			if (made) return { index, ok: true, value: made.created };
			const error = this.ledger.failures.get(index) ?? notAttempted(this.stopped);
			return { index, ok: false, error: error ?? new Error('The order was not sent.') };
		});
	}

	/** One call with its repetitions. @returns a refusal of the whole batch, of which nothing was created */
	private async attempt(batch: Batch): Promise<ApiError | undefined> {
		const { ledger } = this;
		let open = batch;
		let mayLookUp = true;
		const recover = async (after: 'lost' | 'declined'): Promise<Recovery> => {
			mayLookUp = false;
			await ledger.confirm(open, { over: after === 'lost' ? ledger.settleMs : 0 });
			open = ledger.open(open);
			// Such a service's orders are not found by their numbers: another attempt could create duplicates.
			const isBlind = open.length > 0 && after === 'lost' && ledger.renumbers;
			if (isBlind) throw new Error('The service changes order numbers.');
			mayLookUp = true;
			return open.length === 0 ? { response: null } : { again: { body: this.body(open) } };
		};
		try {
			const response = await this.wire.client.call(this.wire.endpoint, {
				body: this.body(open),
				recover,
				unlessHalted: this.halt.signal,
			});
			await this.take(response, open);
			this.hasResponse = true;
			return undefined;
		} catch (error) {
			if (!(error instanceof ApiError)) rethrow(error);
			if (isRefusal(error)) return (await this.didSome(open, error)) ? undefined : rowsIn(batch, error, open);
			await this.giveUp(open, error, mayLookUp);
			return undefined;
		}
	}

	/** A service may have done part of what it refuses, so nothing is sent again before a look-up. */
	private async didSome(open: Batch, refusal: ApiError): Promise<boolean> {
		// A conflict means that the order already exists.
		const outcome = refusal.facts.status === 409 ? 'existing' : 'created';
		const problem = await this.ledger.tryToConfirm(open, { over: 0, outcome });
		if (problem) await this.giveUp(open, inDoubt(refusal, problem), false);
		return this.ledger.open(open).length < open.length;
	}

	/** Ends the run, after looking for orders whose response was lost in the last attempt. */
	private async giveUp(open: Batch, error: ApiError, mayLookUp: boolean): Promise<void> {
		const { ledger } = this;
		const isDoubtful = error.kind === 'indeterminate';
		const lookedUp = isDoubtful && mayLookUp && !(await ledger.tryToConfirm(open, { over: ledger.settleMs }));
		const rest = ledger.open(open);
		for (const input of rest) ledger.fail(input, withoutRows(error), isDoubtful && !lookedUp);
		if (rest.length > 0) this.stop(error);
	}

	/**
	 * Processes a response: an order listed under the right number without a complaint is created; the others must be
	 * found.
	 */
	private async take(response: unknown, sent: Batch): Promise<void> {
		const { ledger, wire } = this;
		const { confirmed, refusals, stray, candidates } = creationStatusOf(
			sent,
			response,
			wire.client.connection.dialect.firstIndex,
		);
		for (const input of sent) {
			const listed = confirmed.get(input.index);
			if (listed) ledger.enter(input, listed);
		}
		const left = ledger.open(sent);
		if (left.length === 0) return;
		const over = left.every(({ index }) => refusals.has(index)) ? 0 : ledger.settleMs;
		const doubtful: Doubtful = new Map();
		const problem = await ledger.tryToConfirm(left, { over, candidates, doubtful });
		if (problem) this.stop(problem);
		for (const input of ledger.open(left)) {
			const { orderNumber } = input.value;
			const refusal = refusals.get(input.index);
			const doubt = doubtful.get(input.index);
			const silence = unconfirmed(orderNumber, stray, wire.endpoint.name, doubt);
			const failure = refusal ? wire.refused(refusal, orderNumber) : silence;
			ledger.fail(input, failure, (problem ?? doubt) !== undefined);
		}
		// If a call confirms nothing, the next one would do no better.
		const failures = sent.flatMap(({ index }) => ledger.failures.get(index) ?? []);
		const unknown = failures.find(({ kind }) => kind === 'indeterminate');
		if (unknown && failures.length === sent.length) this.stop(unknown);
	}

	/** Nothing more is sent; what is under way finishes. */
	private stop(error: ApiError): void {
		this.stopped ??= error;
		this.halt.abort(notAttempted(this.stopped));
	}

	private body(open: Batch): unknown {
		return this.wire.join(open.map(({ index }) => this.bodies.get(index)?.body));
	}
}
