import type { INodeExecutionData } from 'n8n-workflow';

const KEYS = ['error', 'message', 'failure'];

const isFailed = ({ json }: INodeExecutionData): boolean =>
	'error' in json && 'failure' in json && Object.keys(json).every((key) => KEYS.includes(key));

/**
 * Marks failed items for the error output. n8n takes an item for a failed one if it has `error`, or if its JSON has
 * `error` and `message` alone; n8n 2 allows `details` too, which may be a field of the input. So the item gets `error`,
 * but not as a field that is copied: n8n copies failed items to add the fields of their inputs, and would reduce a copy
 * with `error` to its message.
 */
export function markFailed(items: readonly INodeExecutionData[]): void {
	for (const item of items) {
		if (!isFailed(item)) continue;
		const { error, message } = item.json as { error: string; message?: string };
		const value = { message: message ? `${error} ${message}` : error };
		Object.defineProperty(item, 'error', { value, enumerable: false, configurable: true, writable: true });
	}
}
