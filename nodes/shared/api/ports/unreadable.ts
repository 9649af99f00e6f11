import { ApiError } from '../../http/errors/apiError';

/** What a record is called in messages, and the fields of the wire that identify it. */
export interface RecordNames {
	/** For example `Order`. */
	what: string;
	id?: string;
	/** Path of what people know it by: its number, SKU or name. */
	name?: string;
}

/** A record that cannot be read as a whole. The records beside it can. */
export class UnreadableRecord extends ApiError {
	/** @param message what cannot be read and why, a whole sentence */
	constructor(
		readonly raw: unknown,
		message: string,
		endpoint?: string,
	) {
		super({ kind: 'unreadableRecord', message, endpoint });
		this.name = 'UnreadableRecord';
	}
}

/** Takes in a record that cannot be read. */
export type TakeUnreadable = (record: UnreadableRecord) => void;

/** What becomes of records that cannot be read; without it, such a record is the error of the whole list. */
export interface UnreadableOption {
	unreadable?: TakeUnreadable;
}

/** For a list to choose from: what cannot be read is not offered, and can still be named by its ID. */
export const leaveOut: TakeUnreadable = () => undefined;
