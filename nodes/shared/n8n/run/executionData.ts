import type { IExecuteFunctions } from 'n8n-workflow';
import type { Run } from './context';

/** The highlighted data of an execution, by which n8n's list of executions can be searched. */
type CustomData = { get(key: string): string | undefined; set(key: string, value: string | number): void };

/** n8n allows 10 keys per execution, and warns about values above 255 characters. */
const ORDERS = 'extensivOrders';
const DONE = 'extensivDone';
const FAILED = 'extensivFailed';
const LONGEST = 255;
/** More order numbers than fit. */
const MOST = 100;

/** What a run of a write did. */
export class RunTally {
	private readonly orders = new Set<string>();
	/** Items that were done. */
	done = 0;

	/** Notes the order that an input or a result is about, if it is about one. */
	note(record: unknown): void {
		const number = orderNumberIn(record);
		if (number !== undefined && this.orders.size < MOST) this.orders.add(number);
	}

	/**
	 * Adds the run to the data of the execution, which other nodes and runs may have added to before. Items that were not
	 * done failed.
	 */
	save({ context, connected }: Run): void {
		const items = context.getInputData().length;
		const data = customDataOf(context);
		if (!data) return;
		const before = data.get(ORDERS)?.split(', ') ?? [];
		const orders = connected.secrets.hide(fitting([...new Set([...before, ...this.orders])]));
		if (orders !== '') data.set(ORDERS, orders);
		data.set(DONE, Number(data.get(DONE) ?? 0) + this.done);
		data.set(FAILED, Number(data.get(FAILED) ?? 0) + items - this.done);
	}
}

/** The first of many numbers, as many as fit. */
function fitting(numbers: readonly string[]): string {
	let text = '';
	for (const number of numbers) {
		const longer = text === '' ? number : `${text}, ${number}`;
		if (longer.length > LONGEST) break;
		text = longer;
	}
	return text;
}

function orderNumberIn(record: unknown): string | undefined {
	const { orderNumber, key } = (record ?? {}) as { orderNumber?: unknown; key?: { orderNumber?: unknown } };
	const number = orderNumber ?? key?.orderNumber;
	return typeof number === 'string' && number !== '' ? number : undefined;
}

/** `$execution.customData` of expressions, in both lines of n8n. Results do not depend on it, so no failure counts. */
function customDataOf(context: IExecuteFunctions): CustomData | undefined {
	try {
		return (context.getWorkflowDataProxy(0) as { $execution?: { customData?: CustomData } }).$execution?.customData;
	} catch {
		return undefined;
	}
}
