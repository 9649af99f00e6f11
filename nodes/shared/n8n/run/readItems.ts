import { Work } from './context';
import { stopped } from '../../http/errors/failures';
import type { Pauses } from '../../http/pauses';
import { MergedItems } from './mergedItems';
import type { BatchOperation } from './operation';
import { parametersOf } from '../read/params';
import type { Failure } from './context';
import type { Run } from './context';

/**
 * Reads the parameters of every item and merges items of the same input.
 * @throws ApiError `cancelled` when the user stops the execution meanwhile
 */
export async function readItems(
	{ context }: Run,
	operation: Pick<BatchOperation<unknown, unknown, unknown, unknown>, 'read' | 'merge'>,
	account: unknown,
	pauses: Pauses,
): Promise<{ work: Work[]; failures: Failure[] }> {
	const work: Work[] = [];
	const failures: Failure[] = [];
	const { merge } = operation;
	const merged = merge && new MergedItems(merge);
	const signal = context.getExecutionCancelSignal?.();
	const count = context.getInputData().length;
	for (let item = 0; item < count; item++) {
		if (pauses.areDue) await pauses.take();
		if (signal?.aborted) throw stopped();
		const fields = parametersOf(context, item);
		if (merged && merge?.applies(fields)) {
			merged.add(item, fields, account);
			continue;
		}
		try {
			work.push({ input: operation.read(fields, account), items: [item] });
		} catch (error) {
			failures.push({ items: [item], subject: '', error });
		}
	}
	for (const one of merged?.inputs() ?? []) {
		if (pauses.areDue) await pauses.take();
		if (signal?.aborted) throw stopped();
		const read = one();
		if ('error' in read) failures.push(read);
		else work.push(read);
	}
	const first = ({ items }: { items: number[] }): number => items[0] ?? 0;
	failures.sort((one, other) => first(one) - first(other));
	work.sort((one, other) => first(one) - first(other));
	return { work, failures: [...failures, ...(merged?.heldBack() ?? [])] };
}
