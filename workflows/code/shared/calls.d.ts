import type { ErpResult } from '../../parts/shapes';

/** What all calls of an ERP have, whatever its interface. */
export interface TaskCall<Item> {
	task?: number | string;
	about?: string;
	/** On the first call of a task: what the task is for. */
	items?: Item[];
	/** Instead of a call: items for which there is nothing to do. */
	settled?: Array<Item & ErpResult>;
	problem?: string;
}

export function failed<Item>(item: Item, problem: string): Item & ErpResult;
export function outcomes<Item>(calls: ReadonlyArray<TaskCall<Item>>): Array<Item & ErpResult>;
