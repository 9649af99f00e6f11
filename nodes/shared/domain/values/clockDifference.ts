/** How far the service's clock is ahead of this machine's, in milliseconds. The truth lies between the two. */
export interface ClockDifference {
	least: number;
	most: number;
}

/** What is known of the service's clock. */
export interface ServiceTime {
	/** Undefined as long as no answer has told a time. */
	readonly difference: ClockDifference | undefined;
}
