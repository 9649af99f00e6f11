import type { InputError } from '../../domain/inputError';
import type { OrderManagerApi } from '../../api/ports';
import type { ListOptions, WithRaw } from '../../api/ports/types';
import type { ItemResult, BatchItem } from '../../batch/types';
import type { Fields } from '../read/params';
import type { AnyShape } from '../output/shape';

/** That a second run would do things twice: always, or where the parameters are so. */
export type AtMostOnce =
	| true
	| {
			applies(parameters: Fields): boolean;
			/** The same as an expression of n8n, for the hint in the editor. */
			condition: string;
	  };

/** What all operations may say. */
interface Common {
	/**
	 * n8n must not run it again by itself: its calls say `never` in the catalogue, or it does not look up what is there.
	 */
	atMostOnce?: AtMostOnce;
}

/** An item, with the input that it belongs to. */
export interface OpenRow<Row> {
	item: number;
	name: string;
	key: string;
	/** What of the item is kept until the input is read; absent where the item was refused. */
	row?: Row;
}

/** An operation that takes all items of a run at once and brings each its own answer: all writes, and reads by key. */
export interface BatchOperation<Input, Result, Known = undefined, Row = never> extends Common {
	kind: 'batch';
	/** It only reads, so that a read-only credential may run it. */
	reads?: true;
	/**
	 * What reading the items has to know of the account, for example its custom fields; loaded once a run. The parameters
	 * are those of the first item.
	 */
	load?(manager: OrderManagerApi, parameters: Fields): Promise<Known>;
	/** Reads one item's parameters. @throws InputError naming the field */
	read(fields: Fields, known: Known): Input;
	/** What an input is called in messages, for example `Order 10250`. */
	nameOf(input: Input): string;
	/** Where several items are one input (the lines of an order): items with the same key are merged, in their order. */
	merge?: {
		applies(fields: Fields): boolean;
		/**
		 * The name of the input that an item belongs to, even when the rest of the item cannot be read; empty when not even
		 * that.
		 */
		nameOf(fields: Fields): string;
		/**
		 * Finds the input that an item belongs to; of the rest it reads no more than it must, since n8n takes its time for
		 * each expression.
		 * @param above the item above, without a row if it was refused
		 * @throws InputError; NoKeyError where the item does not say it
		 */
		open(fields: Fields, known: Known, item: number, above: OpenRow<Row> | undefined): OpenRow<Row>;
		/** Reads the items of one input. @throws InputError; RowError where one of them is at fault */
		read(rows: readonly [Row, ...Row[]]): Input;
		/** The error of an input that an item may belong to which does not say so. */
		incomplete(item: number, error: InputError): InputError;
	};
	/** Does the work. The parameters are those of the first item: the options of a run. */
	run(
		manager: OrderManagerApi,
		inputs: ReadonlyArray<BatchItem<Input>>,
		options: Fields,
	): Promise<Array<ItemResult<WithRaw<Result>>>>;
	/** Names of fields that were given and not sent, for a hint to the user. */
	notSent?(result: Result): string[];
	/** What the user has to know of a result, for a hint. */
	noticeOf?(result: Result): string | undefined;
	/** Columns of the incoming item that no field stands for, for a hint to the user. */
	unused?(input: Input): string[];
	/** What the column is called that may have been meant by such a name. */
	near?(name: string): string | undefined;
	/** What the user should know about the result of the run; each is shown once. */
	hints?(results: readonly Result[], inputs: readonly Input[]): string[];
	/** How a result comes out; as it is when left out. */
	shape?: AnyShape;
}

/** An operation that reads a list for each item. */
export interface ListOperation<Filter, Row> extends Common {
	kind: 'list';
	/** The form has no *Limit*: everything comes out. */
	whole?: boolean;
	/**
	 * Where reading takes what it gives, so that nobody else gets it: what is taken from, in the service's IDs. Refused
	 * under Read Only.
	 */
	takesFrom?(filter: Filter): string;
	read(fields: Fields, manager: OrderManagerApi): Filter;
	list(manager: OrderManagerApi, filter: Filter, options: ListOptions): AsyncIterable<Array<WithRaw<Row>>>;
	/** How a row comes out; as it is when left out. */
	shape?: AnyShape;
}

/** An operation whose types are forgotten: the runner never looks inside. */
export type AnyOperation = BatchOperation<never, never, never, never> | ListOperation<never, never>;

/** Keeps an operation's own types checked where it is written, and forgets them where it is run. */
export const batchOperation = <Input, Result, Known = undefined, Row = never>(
	operation: Omit<BatchOperation<Input, Result, Known, Row>, 'kind'>,
): AnyOperation => ({ kind: 'batch', ...operation }) as unknown as AnyOperation;

export const listOperation = <Filter, Row>(operation: Omit<ListOperation<Filter, Row>, 'kind'>): AnyOperation =>
	({ kind: 'list', ...operation }) as unknown as AnyOperation;
