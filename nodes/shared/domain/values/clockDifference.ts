/** How far the service's clock is ahead of this machine's, in milliseconds, as lower and upper bound. */
export interface ClockDifference {
	least: number;
	most: number;
}

/** What is known about the service's clock. */
export interface ServiceTime {
	/** Undefined until a response has carried a time. */
	readonly difference: ClockDifference | undefined;
}
