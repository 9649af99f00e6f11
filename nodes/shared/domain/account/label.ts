/** A label (tag) of the account's label catalogue; orders and products share them. */
export interface Label {
	labelId: string;
	name: string;
	/** For example `#cc3300`. */
	color: string | null;
}
