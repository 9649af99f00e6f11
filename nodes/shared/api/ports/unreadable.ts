import { ApiError } from '../../http/errors/apiError';

/** What messages call a record, and the wire fields that identify it. */
export interface RecordNames {
	/** For example `Order`. */
	what: string;
	id?: string;
	/** Path of its everyday name: number, SKU or name. */
	name?: string;
}

/** A record that cannot be read as a whole. The records beside it can. */
export class UnreadableRecord extends ApiError {
	/** @param message what cannot be read and why, as a whole sentence */
	constructor(
		readonly raw: unknown,
		message: string,
		endpoint?: string,
	) {
		super({ kind: 'unreadableRecord', message, endpoint });
		this.name = 'UnreadableRecord';
	}
}

/** Receives a record that cannot be read. */
export type TakeUnreadable = (record: UnreadableRecord) => void;

/** Handles unreadable records; without it, such a record fails the whole list. */
export interface UnreadableOption {
	unreadable?: TakeUnreadable;
}

/** For a list to choose from: unreadable records are left out, and the user can still enter their ID. */
export const leaveOut: TakeUnreadable = () => undefined;
