import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Contract } from '../../api/ports/capabilities';
import { ownValue } from '../../domain/ownValue';
import { readChoice } from '../../domain/values/choice';
import { type DateOrder, looksAmerican, orderShownBy } from '../../domain/values/dates/dateText';
import { type DecimalSeparator, separatorShownBy } from '../../domain/values/number';
import { contractFor } from '../../contracts';
import { Remarks } from '../hints/remarks';

/** What reading values has to know of the run that they are in. */
export interface Reading {
	/** The workflow's time zone, for dates without one. */
	zone: string;
	/** The contract that the credential speaks. */
	contract?: Contract;
	/** *Date Order* and *Decimal Separator*, where the user has set them. */
	dateOrder?: DateOrder;
	decimalSeparator?: DecimalSeparator;
	remarks?: Remarks;
	/**
	 * What a column of the run shows of how its dates are written.
	 * @param column a name for it; the answer is kept
	 * @param values its values in all items, asked for at most once
	 */
	orderOf?(column: string, values: () => Iterable<unknown>): DateOrder | undefined;
	separatorOf?(column: string, values: () => Iterable<unknown>, whole: boolean): DecimalSeparator | undefined;
	/** The same of all items, whatever the column. */
	findSeparatorAnywhere?(): DecimalSeparator | undefined;
}

const ORDERS = { auto: undefined, day: 'day', month: 'month', year: 'year' } as const;
const MARKS = { auto: undefined, point: '.', comma: ',' } as const;

/** What an option of the node stands for. */
function optionOf<T extends object>(options: IDataObject, name: string, label: string, choices: T): T[keyof T] {
	const names = Object.keys(choices) as Array<keyof T & string>;
	return choices[readChoice(options[name], label, names) ?? ('auto' as keyof T)];
}

/** The reading of a run of a node, made when it is first asked for. */
export class RunReading implements Reading {
	private static readonly byContext = new WeakMap<IExecuteFunctions, RunReading>();

	readonly zone: string;
	readonly contract?: Contract;
	readonly dateOrder?: DateOrder;
	readonly decimalSeparator?: DecimalSeparator;
	readonly remarks = new Remarks();
	private readonly orders = new Map<string, DateOrder | undefined>();
	private readonly separators = new Map<string, DecimalSeparator | undefined>();
	private readonly columns = new Map<string, unknown[]>();
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

	/** What the form has for a parameter before its expressions are worked out. */
	templateOf(name: string): unknown {
		return ownValue(this.template, name);
	}

	/**
	 * A parameter in all items. n8n works an expression out each time it is asked, and takes long for it: at most once,
	 * and not where there is none.
	 */
	valuesOf(name: string): unknown[] {
		const known = this.columns.get(name);
		if (known) return known;
		const items = hasExpression(this.template[name]) ? this.context.getInputData().map((_, item) => item) : [0];
		const values = items.flatMap((item) => {
			try {
				return [this.context.getNodeParameter(name, item, null) as unknown];
			} catch {
				// The item whose expression fails says so when it is read itself.
				return [];
			}
		});
		this.columns.set(name, values);
		return values;
	}

	items(): IDataObject[] {
		return this.context.getInputData().map(({ json }) => json);
	}

	/** One file writes its dates in one way: where a column alone does not show it, the others may. */
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

const hasExpression = (template: unknown): boolean =>
	typeof template === 'string'
		? template.startsWith('=')
		: typeof template === 'object' && template !== null && Object.values(template).some(hasExpression);

/** All texts of a value, so many levels deep. */
function* textsIn(value: unknown, depth: number): Generator<string> {
	if (typeof value === 'string') yield value;
	else if (typeof value === 'object' && value !== null && depth > 0)
		for (const one of Object.values(value)) yield* textsIn(one, depth - 1);
}
