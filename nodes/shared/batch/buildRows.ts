import { append } from '../domain/append';
import { chunks } from '../domain/chunks';
import type { ApiClient } from '../http/client';
import type { BatchItem, ItemResult } from './types';

/** An input with the body that is sent for it. */
export interface Row<T, B> extends BatchItem<T> {
	body: B;
}

export interface BuiltRows<T, B> {
	rows: Array<Row<T, B>>;
	/** Results of inputs whose bodies could not be built; they are not sent. */
	bad: Array<ItemResult<never>>;
}

/** Builds the bodies of all inputs. */
export function buildRows<T, B>(inputs: ReadonlyArray<BatchItem<T>>, build: (value: T) => B): BuiltRows<T, B> {
	const rows: Array<Row<T, B>> = [];
	const bad: Array<ItemResult<never>> = [];
	for (const { index, value } of inputs) {
		try {
			rows.push({ index, value, body: build(value) });
		} catch (error) {
			bad.push({ index, ok: false, error: error as Error });
		}
	}
	return { rows, bad };
}

/** Bodies that are built without a pause. */
const AT_A_STRETCH = 100;

/** Like `buildRows`, but pauses to let n8n run other work, because many bodies take a while. */
export async function buildRowsWithPauses<T, B>(
	client: ApiClient,
	inputs: ReadonlyArray<BatchItem<T>>,
	build: (value: T) => B,
): Promise<BuiltRows<T, B>> {
	const all: BuiltRows<T, B> = { rows: [], bad: [] };
	const pauses = client.pauses();
	for (const part of chunks(inputs, AT_A_STRETCH)) {
		if (pauses.areDue) await pauses.take();
		const { rows, bad } = buildRows(part, build);
		append(all.rows, rows);
		append(all.bad, bad);
	}
	return all;
}
