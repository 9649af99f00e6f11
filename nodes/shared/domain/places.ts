/**
 * A place between two rows. An operation may read several lists, such as one per week; lists and pages count from 1.
 */
export interface Place {
	list: number;
	page: number;
	/** Rows of the page that are before the place. */
	row: number;
}

/** Keeps track of where the rows of a list are, for a reader who goes on another time. */
export interface Places {
	/**
	 * Called at the beginning of each list of an operation, with the size of its pages.
	 * @returns where to begin; undefined if all of this list was read before
	 */
	begin(pageSize: number): Place | undefined;
	/** The place behind a record. Called in the order of the list. */
	note(record: object, behind: Place): void;
}

/** Whether one place is behind another. */
export const isBehind = (one: Place, other: Place): boolean =>
	one.list !== other.list
		? one.list > other.list
		: one.page !== other.page
			? one.page > other.page
			: one.row > other.row;
