import type { OrderManagerApi } from '../../shared/api/ports';
import type { Mapped } from '../../shared/domain/mapping/mapCode';
import type { Directory } from '../../shared/domain/mapping/target';
import type { Fields } from '../../shared/n8n/read/params';

/** The two outputs of the node. */
export const OUTPUTS = { mapped: 0, unmapped: 1 } as const;

export const DIRECTIONS = ['to', 'from'] as const;
/** From the ERP to Extensiv, or from Extensiv to the ERP. */
export type Direction = (typeof DIRECTIONS)[number];

/** The distinct codes of a run, and the values that the tables have for them. */
export interface Wanted {
	direction: Direction;
	codes: readonly string[];
	values: readonly string[];
	/** Whether codes that are in no table are looked up in the account. */
	isLive: boolean;
	/** The kind of key that is the ERP's code, when mapping from the account. */
	give: string;
	/** How many candidates an unmapped code gets. */
	candidates: number;
	/** The parameters of the first item. */
	options: Fields;
}

/** What reasons call the things that codes mean. */
export interface Words {
	/** For example `warehouse`. */
	what: string;
	/** How codes name them, for example `ID or name`. */
	by: string;
}

/** A kind of codes, and where their meanings come from. */
export interface MapKind<Extra> {
	words: Words;
	/** Compares codes. */
	fold(text: string): string;
	/** Reads what a code needs besides itself. @throws InputError, which makes the item unmapped */
	extra(fields: Fields): Extra;
	/** Codes of the same group share a directory. One group when absent. */
	groupOf?(extra: Extra): string;
	/** Whether the codes of a group can be looked up, not only found in tables. */
	isKnown?(group: string): boolean;
	/** Loads everything that the codes of a group can mean. */
	directory(manager: OrderManagerApi, wanted: Wanted, group: string): Promise<Directory>;
	/** Adds to what comes out. @throws InputError, which makes the item unmapped */
	complete?(mapped: Mapped, extra: Extra, direction: Direction): Record<string, unknown>;
}
