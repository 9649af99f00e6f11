/** What JSON-RPC gives. */
export interface Response {
	result?: unknown;
	error?: unknown;
}

/** A record as Tryton gives it; a field with a dot at its end holds what was asked of another record. */
export type TrytonRecord = Record<string, unknown>;

export function objectionOf(response?: Response): string | undefined;
export function resultOf<Result>(response: Response): Result;
export function plain(value: unknown): unknown;
