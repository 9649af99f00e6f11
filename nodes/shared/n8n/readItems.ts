import { stopped } from '../http/failures';
import type { Pauses } from '../http/pauses';
import type { BatchOperation } from './operation';
import { parametersOf } from './params';
import type { Failure } from './runSummary';
import type { Run } from './runner';

/** An input with the items that it was made of. */
export interface Work {
	input: unknown;
	items: number[];
}

/**
 * Reads the parameters of every item; items that are one input are merged.
 * @throws ApiError `cancelled` when the user stops the execution meanwhile
 */
export async function readItems(
	{ context }: Run,
	operation: BatchOperation<unknown, unknown, unknown, unknown>,
	account: unknown,
	pauses: Pauses,
): Promise<{ work: Work[]; failures: Failure[] }> {
	const work: Work[] = [];
	const failures: Failure[] = [];
	const byKey = new Map<string, Work>();
	const spoilt = new Map<string, Failure>();
	const { merge } = operation;
	const signal = context.getExecutionCancelSignal?.();
	const count = context.getInputData().length;
	for (let item = 0; item < count; item++) {
		if (pauses.areDue) await pauses.take();
		if (signal?.aborted) throw stopped();
		const fields = parametersOf(context, item);
		try {
			const key = merge?.applies(fields) ? merge.keyOf(fields, account) : undefined;
			const known = key === undefined ? undefined : byKey.get(key);
			if (known && merge) {
				known.input = merge.into(known.input, merge.read(fields, account));
				known.items.push(item);
				continue;
			}
			const fresh = { input: operation.read(fields, account), items: [item] };
			work.push(fresh);
			if (key !== undefined) byKey.set(key, fresh);
		} catch (error) {
			const failure = { items: [item], subject: merge?.applies(fields) ? merge.nameOf(fields) : '', error };
			failures.push(failure);
			if (failure.subject) spoilt.set(failure.subject, failure);
		}
	}
	if (spoilt.size === 0) return { work, failures };
	// An order with one unreadable line must not go out without that line.
	const whole: Work[] = [];
	for (const one of work) {
		if (pauses.areDue) await pauses.take();
		const failure = spoilt.get(operation.nameOf(one.input));
		if (failure) for (const item of one.items) failure.items.push(item);
		else whole.push(one);
	}
	return { work: whole, failures };
}
