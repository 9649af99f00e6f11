/** What an error body says, whichever shape it has. */
export interface ErrorBody {
	code?: string;
	message?: string;
	field?: string;
	/** Refused rows of a batch, counted from 0. */
	rows: Array<{ row: number; code?: string; message?: string; field?: string; subject?: string }>;
}

/** What HTTP leaves to the service: how it asks to wait, what its errors look like, and how it counts rows. */
export interface Dialect {
	/** The number of the first row of a batch in errors. */
	firstIndex: 0 | 1;
	/** How long the service asks to wait in a header of its own, in milliseconds. Names of headers are in lower case. */
	retryAfter(headers: Record<string, string>): number | undefined;
	readErrorBody(body: unknown): ErrorBody;
}
