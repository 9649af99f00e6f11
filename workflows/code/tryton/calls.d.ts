import type { ErpResult } from '../../parts/shapes';
import type { Response } from './answers';

/** A call of Tryton that is one step of a task. */
export interface Call<Item> {
	task?: number;
	about?: string;
	method?: string;
	/** The last one is the context. */
	params?: unknown[];
	/** On the first call of a task: what the task is for. */
	items?: Item[];
	/** Instead of a call: items for which there is nothing to do. */
	settled?: Array<Item & ErpResult>;
	problem?: string;
}

export function failed<Item>(item: Item, problem: string): Item & ErpResult;
export function answered<Item>(call: Call<Item>, response: Response): Call<Item>;
export function outcomes<Item>(calls: ReadonlyArray<Call<Item>>): Array<Item & ErpResult>;
