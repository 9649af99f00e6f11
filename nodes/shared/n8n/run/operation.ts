import type { IDataObject } from 'n8n-workflow';
import type { InputError } from '../../domain/inputError';
import type { OrderManagerApi } from '../../api/ports';
import type { Contract } from '../../api/ports/capabilities';
import type { ListOptions, WithRaw } from '../../api/ports/types';
import type { UnreadableOption } from '../../api/ports/unreadable';
import type { ItemResult, BatchItem } from '../../batch/types';
import type { Fields } from '../read/params';
import type { AnyShape } from '../output/shape';

/** Whether a second run would repeat a change: always, or for certain parameters. */
export type AtMostOnce =
	| true
	| {
			applies(parameters: Fields): boolean;
			/** The same as an n8n expression, for the hint in the editor. */
			condition: string;
	  };

/** Properties of every kind of operation. */
interface Common {
	/** n8n must not rerun it: its calls say `fail` in the catalogue, or it does not look for existing records. */
	atMostOnce?: AtMostOnce;
}

/** An item, with the input that it belongs to. */
export interface OpenRow<Row> {
	item: number;
	name: string;
	key: string;
	/** The part of the item that is kept until the input is read; absent if the item was rejected. */
	row?: Row;
}

/** An operation that takes all items of a run at once and returns a result for each: all writes, and reads by key. */
export interface BatchOperation<Input, Result, Known = undefined, Row = never> extends Common {
	kind: 'batch';
	/** It only reads, so a read-only credential may run it. */
	reads?: true;
	/**
	 * Loads, once per run, what reading the items needs to know about the account, for example its custom fields. The
	 * parameters are those of the first item.
	 */
	load?(manager: OrderManagerApi, parameters: Fields): Promise<Known>;
	/** Reads one item's parameters. @throws InputError naming the field */
	read(fields: Fields, known: Known): Input;
	/** An input's name in messages, for example `Order 10250`. */
	nameOf(input: Input): string;
	/** For several items per input (the lines of an order): merges items with the same key, in their order. */
	merge?: {
		applies(fields: Fields): boolean;
		/**
		 * The name of an item's input, even if the rest of the item cannot be read; empty if the name cannot be read
		 * either.
		 */
		nameOf(fields: Fields): string;
		/**
		 * Finds an item's input. It evaluates as little of the item as possible, because each expression costs time.
		 * @param above the item above, without a row if it was rejected
		 * @throws InputError; NoKeyError if the item does not name its input
		 */
		open(fields: Fields, known: Known, item: number, above: OpenRow<Row> | undefined): OpenRow<Row>;
		/** Reads the items of one input. @throws InputError; RowError if one of them is at fault */
		read(rows: readonly [Row, ...Row[]]): Input;
		/** The error of an input that may be missing an item with no key. */
		incomplete(item: number, error: InputError): InputError;
	};
	/** Does the work. The parameters are those of the first item: the options of a run. */
	run(
		manager: OrderManagerApi,
		inputs: ReadonlyArray<BatchItem<Input>>,
		options: Fields,
	): Promise<Array<ItemResult<WithRaw<Result>>>>;
	/** Names of the given fields that were not sent, for a hint to the user. */
	notSent?(result: Result): string[];
	/** A notice about a result, for a hint. */
	noticeOf?(result: Result): string | undefined;
	/** Columns of the incoming item that match no field, for a hint to the user. */
	unused?(input: Input): string[];
	/** The label of the column that an unknown name may mean. */
	near?(name: string): string | undefined;
	/** Hints about the result of the run; each is shown once. */
	hints?(results: readonly Result[], inputs: readonly Input[]): string[];
	/** How a result comes out; unchanged when absent. */
	shape?: AnyShape;
}

/** An operation that reads a list for each item. */
export interface ListOperation<Filter, Row> extends Common {
	kind: 'list';
	/** The form has no *Limit*: the whole list comes out. */
	whole?: boolean;
	/** For a form with *Continue At*: the filters that must stay the same from portion to portion. */
	fixedBy?(filter: Filter, fields: Fields): unknown;
	/**
	 * For reads that consume what they return, so that nobody else gets it: the source, in the service's IDs. Read Only
	 * refuses them.
	 */
	takesFrom?(filter: Filter): string;
	read(fields: Fields, manager: OrderManagerApi): Filter;
	list(manager: OrderManagerApi, filter: Filter, options: ListOptions): AsyncIterable<Array<WithRaw<Row>>>;
	/** How a row comes out; unchanged when absent. */
	shape?: AnyShape;
}

/** Where an item leaves the node, and what is added to its fields. */
export interface PassedItem {
	/** The item, counted from 0. */
	index: number;
	output: number;
	adds: IDataObject;
}

/** An operation that only reads, and passes every item on by one of the node's outputs. */
export interface PassOperation<Input> extends Common {
	kind: 'pass';
	/** The output of failed items that stay in the workflow. */
	failedOutput: number;
	/** Reads one item's parameters. @throws InputError naming the field */
	read(fields: Fields): Input;
	/**
	 * Works on all items together, and gives each of them once, in any order. The parameters are those of the first item:
	 * the options of a run.
	 */
	run(manager: OrderManagerApi, inputs: ReadonlyArray<BatchItem<Input>>, options: Fields): AsyncIterable<PassedItem>;
}

/** An operation that takes all items of a run together and makes a report about them. It only reads. */
export interface ReportOperation<Row, Input = Row> extends Common {
	kind: 'report';
	/**
	 * Reads one item; without it, items only start the run.
	 * @returns undefined for an item that says nothing
	 * @throws InputError naming the field
	 */
	read?(fields: Fields, contract: Contract): Row | undefined;
	/** Identifies what an item is about, even if the rest of the item cannot be read. @throws InputError */
	keyOf?(fields: Fields): string;
	/** Makes inputs of the rows and refuses what must not come together; without it, each row is an input. */
	arrange?(rows: ReadonlyArray<ReportInput<Row>>): { inputs: Array<ReportInput<Input>>; refused: Refused[] };
	/** Makes the report. @throws InputError or ApiError that concern the whole run */
	run(manager: OrderManagerApi, given: ReportGiven<Input>, tools: ReportTools): Promise<Report>;
}

/** An input of a report, with the items that it came from, counted from 0. */
export interface ReportInput<Input> {
	items: number[];
	value: Input;
}

/** Items that a report cannot include. */
export interface Refused {
	items: number[];
	/** What they are about, for messages: `SKU MUG-1`. */
	subject: string;
	error: Error;
	/** What they are about, as `keyOf` says it; then the report can tell it from what has no item. */
	key?: string;
}

export interface ReportGiven<Input> {
	inputs: ReadonlyArray<ReportInput<Input>>;
	/** Keys of items that could not be read, or are refused with their key. */
	unread: ReadonlySet<string>;
	/** Those of the first item: the settings of a run. */
	parameters: Fields;
}

/** What a report takes from n8n. */
export interface ReportTools extends Required<UnreadableOption> {
	/** A failure in the user's words, without secrets. */
	describe(error: unknown): { message: string; remedy: string };
	/** The workflow's time zone. */
	zone: string;
}

/** One item of a report. */
export interface ReportRow {
	json: object;
	/** The items that it came from; all that were read when absent. */
	items?: number[];
	/** A file under the name `data`. */
	file?: { name: string; type: string; text: string };
}

export interface Report {
	rows: ReportRow[];
	/** The item of the second output. */
	summary?: object;
	refused?: Refused[];
}

/** An operation without its types: the runner never looks inside. */
export type AnyOperation =
	| BatchOperation<never, never, never, never>
	| ListOperation<never, never>
	| PassOperation<never>
	| ReportOperation<never, never>;

/** Checks an operation's types where it is written, and drops them where it runs. */
export const batchOperation = <Input, Result, Known = undefined, Row = never>(
	operation: Omit<BatchOperation<Input, Result, Known, Row>, 'kind'>,
): AnyOperation => ({ kind: 'batch', ...operation }) as unknown as AnyOperation;

export const listOperation = <Filter, Row>(operation: Omit<ListOperation<Filter, Row>, 'kind'>): AnyOperation =>
	({ kind: 'list', ...operation }) as unknown as AnyOperation;

export const passOperation = <Input>(operation: Omit<PassOperation<Input>, 'kind'>): AnyOperation =>
	({ kind: 'pass', ...operation }) as unknown as AnyOperation;

export const reportOperation = <Row, Input = Row>(operation: Omit<ReportOperation<Row, Input>, 'kind'>): AnyOperation =>
	({ kind: 'report', ...operation }) as unknown as AnyOperation;
