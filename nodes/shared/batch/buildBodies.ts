import { append } from '../domain/append';
import { chunks } from './sendInBatches';
import { type ItemResult, type BatchItem } from './types';
import type { ApiClient } from '../http/client';

/** Makes the bodies of all inputs first; what cannot be made is an outcome of its own and is not sent. */
export function buildBodies<T, B>(
	inputs: ReadonlyArray<BatchItem<T>>,
	make: (value: T) => B,
	bodies: Map<number, B>,
): { good: Array<BatchItem<T>>; bad: Array<ItemResult<never>> } {
	const good: Array<BatchItem<T>> = [];
	const bad: Array<ItemResult<never>> = [];
	for (const input of inputs) {
		try {
			bodies.set(input.index, make(input.value));
			good.push(input);
		} catch (error) {
			bad.push({ index: input.index, ok: false, error: error as Error });
		}
	}
	return { good, bad };
}

/** Bodies that are made at a stretch when they take their time. */
const AT_A_STRETCH = 100;

/** As `prepare`, for bodies that take their time to make: n8n has its turn in between. */
export async function buildBodiesWithPauses<T, B>(
	client: ApiClient,
	inputs: ReadonlyArray<BatchItem<T>>,
	make: (value: T) => B,
	bodies: Map<number, B>,
): Promise<{ good: Array<BatchItem<T>>; bad: Array<ItemResult<never>> }> {
	const good: Array<BatchItem<T>> = [];
	const bad: Array<ItemResult<never>> = [];
	const pauses = client.pauses();
	for (const part of chunks(inputs, AT_A_STRETCH)) {
		if (pauses.areDue) await pauses.take();
		const prepared = buildBodies(part, make, bodies);
		append(good, prepared.good);
		append(bad, prepared.bad);
	}
	return { good, bad };
}
