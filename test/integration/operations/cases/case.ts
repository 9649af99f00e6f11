import type { IDataObject } from 'n8n-workflow';
import type { Contract } from '../../../support/credentials';
import type { Stage } from '../../../support/stage';

/** Puts into the books what a case needs. What it gives is added to the fields of every item. */
type Arrange = (stage: Stage) => IDataObject | void | Promise<IDataObject | void>;

/** A list of more rows than a page holds. */
export interface Pages {
	arrange?: Arrange;
	/** Instead of those of the case; without, all rows are read, two a page. */
	parameters?: IDataObject;
	/** The call that is made page by page. */
	call: string;
	/** The field that tells the rows apart. */
	by: string;
	/** How many rows there are. */
	rows: number;
}

/** What is known to go through, and what is known to fail, of one operation. */
interface Common {
	parameters: IDataObject;
	arrange?: Arrange;
	/** An item that goes through. */
	good: IDataObject;
	/** What its first row says, among other things. */
	gives: IDataObject;
	pages?: Pages;
}

/** An item that fails alone, and what the message must name: the field, and the thing or value concerned. */
interface Refusable {
	bad: IDataObject;
	names: RegExp[];
}

/** An operation of which no single item can be wrong: why, and the call that is made to fail instead. */
interface Breakable {
	neverRefused: string;
	path: string;
	/** One call serves all items, so that all of them fail. */
	together?: true;
}

export type Case = Common & (Refusable | Breakable);

/** The cases of a node, by resource and operation; what is different under the guide's contract stands beside. */
export type Cases = Record<string, Case & { guide?: Partial<Case> }>;

/** The case of an operation under a contract. */
export function caseFor(cases: Cases, name: string, contract: Contract): Case | undefined {
	const found = cases[name];
	if (!found) return undefined;
	const { guide, ...live } = found;
	return contract === 'guide' ? ({ ...live, ...guide } as Case) : live;
}
