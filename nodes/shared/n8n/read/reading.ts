import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Contract } from '../../api/ports/capabilities';
import { ownValue } from '../../domain/ownValue';
import { readChoice } from '../../domain/values/choice';
import { type DateOrder, looksAmerican, orderShownBy } from '../../domain/values/dates/dateText';
import { type DecimalSeparator, separatorShownBy } from '../../domain/values/number';
import { contractFor } from '../../contracts';
import { Remarks } from '../hints/remarks';
import { type ParameterReader, readerOf } from './parameterReader';
import { ASK_N8N } from './plainReference';

/** The run's context for reading values. */
export interface Reading {
	/** The workflow's time zone, for dates without one. */
	zone: string;
	/** The contract of the credential. */
	contract?: Contract;
	/** *Date Order* and *Decimal Separator*, if the user has set them. */
	dateOrder?: DateOrder;
	decimalSeparator?: DecimalSeparator;
	remarks?: Remarks;
	/**
	 * How a column of the run writes its dates.
	 * @param column its name; the result is cached
	 * @param values its values in all items, requested at most once
	 */
	orderOf?(column: string, values: () => Iterable<unknown>): DateOrder | undefined;
	separatorOf?(column: string, values: () => Iterable<unknown>, whole: boolean): DecimalSeparator | undefined;
	/** The same across all columns. */
	findSeparatorAnywhere?(): DecimalSeparator | undefined;
}

const ORDERS = { auto: undefined, day: 'day', month: 'month', year: 'year' } as const;
const MARKS = { auto: undefined, point: '.', comma: ',' } as const;

/** The value behind a choice of an option. */
function optionOf<T extends object>(options: IDataObject, name: string, label: string, choices: T): T[keyof T] {
	const names = Object.keys(choices) as Array<keyof T & string>;
	return choices[readChoice(options[name], label, names) ?? ('auto' as keyof T)];
}

/** A parameter's values in the items in which it can be read. */
interface Column {
	values: unknown[];
	byItem: Map<number, unknown>;
}

/** The reading context of one run of a node, built on first use. */
export class RunReading implements Reading {
	private static readonly byContext = new WeakMap<IExecuteFunctions, RunReading>();

	readonly zone: string;
	readonly contract?: Contract;
	readonly dateOrder?: DateOrder;
	readonly decimalSeparator?: DecimalSeparator;
	readonly remarks = new Remarks();
	private readonly orders = new Map<string, DateOrder | undefined>();
	private readonly separators = new Map<string, DecimalSeparator | undefined>();
	private readonly columns = new Map<string, Column>();
	private readonly readers = new Map<string, ParameterReader>();
	private isPlain?: boolean;
	private json?: IDataObject[];
	private readonly template: IDataObject;
	private anywhere?: { order: ReturnType<typeof orderShownBy> };
	private separatorAnywhere?: { separator: DecimalSeparator | undefined };

	static of(context: IExecuteFunctions): RunReading {
		const known = this.byContext.get(context) ?? new RunReading(context);
		this.byContext.set(context, known);
		return known;
	}

	private constructor(private readonly context: IExecuteFunctions) {
		const options = (context.getNodeParameter('options', 0, {}) ?? {}) as IDataObject;
		this.zone = context.getTimezone();
		this.template = context.getNode().parameters as IDataObject;
		this.contract = contractFor(String(context.getNodeParameter('authentication', 0, ''))).contract;
		this.dateOrder = optionOf(options, 'dateOrder', 'Date Order', ORDERS);
		this.decimalSeparator = optionOf(options, 'decimalSeparator', 'Decimal Separator', MARKS);
	}

	orderOf(column: string, values: () => Iterable<unknown>): DateOrder | undefined {
		if (!this.orders.has(column)) this.orders.set(column, this.findOrder([...values()]));
		return this.orders.get(column);
	}

	separatorOf(column: string, values: () => Iterable<unknown>, whole: boolean): DecimalSeparator | undefined {
		if (!this.separators.has(column)) this.separators.set(column, separatorShownBy(values(), whole));
		return this.separators.get(column);
	}

	findSeparatorAnywhere(): DecimalSeparator | undefined {
		this.separatorAnywhere ??= { separator: separatorShownBy(textsIn(this.items(), 4)) };
		return this.separatorAnywhere.separator;
	}

	/** A parameter before its expressions are evaluated. */
	templateOf(name: string): unknown {
		return ownValue(this.template, name);
	}

	/** A parameter in one item. @throws n8n's own error if an expression fails */
	valueOf(name: string, item: number): unknown {
		const known = this.columns.get(name)?.byItem;
		return known?.has(item) ? known.get(item) : this.readerOf(name).read(item);
	}

	/** A parameter in all items, read at most once; a single value if it is the same in all. */
	valuesOf(name: string): unknown[] {
		const known = this.columns.get(name);
		if (known) return known.values;
		const reader = this.readerOf(name);
		const byItem = new Map<number, unknown>();
		for (const item of reader.isConstant ? [0] : this.items().keys()) {
			try {
				byItem.set(item, reader.read(item));
			} catch {
				// An item whose expression fails reports that when it is read itself.
			}
		}
		const values = [...byItem.values()];
		this.columns.set(name, { values, byItem });
		return values;
	}

	items(): IDataObject[] {
		return (this.json ??= this.context.getInputData().map(({ json }) => json));
	}

	private readerOf(name: string): ParameterReader {
		const known = this.readers.get(name);
		if (known) return known;
		const { context } = this;
		const reader = readerOf(name, {
			raw: (path) => context.getNodeParameter(path, 0, null, { rawExpressions: true }) as unknown,
			evaluate: (path, item) => context.getNodeParameter(path, item, null) as unknown,
			jsonOf: (item) => this.jsonOf(item),
		});
		this.readers.set(name, reader);
		return reader;
	}

	private jsonOf(item: number): unknown {
		this.isPlain ??= seesInput(this.context);
		return this.isPlain && item < this.items().length ? this.items()[item] : ASK_N8N;
	}

	/** A file writes all its dates in one way: if a column alone is ambiguous, the others may decide. */
	private findOrder(column: readonly unknown[]): DateOrder | undefined {
		const order = orderShownBy(column) ?? this.orderAnywhere();
		if (order === 'mixed') return undefined;
		return order ?? (column.some(looksAmerican) ? 'month' : undefined);
	}

	private orderAnywhere(): ReturnType<typeof orderShownBy> {
		this.anywhere ??= { order: orderShownBy(textsIn(this.items(), 4)) };
		return this.anywhere.order;
	}
}

/** Whether `$json` of n8n's expressions is the input of the node, so that it can be read without them. */
function seesInput(context: IExecuteFunctions): boolean {
	const items = context.getInputData();
	try {
		return [0, items.length - 1].every((item) => context.getWorkflowDataProxy(item).$json === items[item]?.json);
	} catch {
		return false;
	}
}

/** All texts in a value, down to a certain depth. */
function* textsIn(value: unknown, depth: number): Generator<string> {
	if (typeof value === 'string') yield value;
	else if (typeof value === 'object' && value !== null && depth > 0)
		for (const one of Object.values(value)) yield* textsIn(one, depth - 1);
}
