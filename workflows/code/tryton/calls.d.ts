import type { TaskCall } from '../shared/calls';
import type { Response } from './answers';

export { failed, outcomes } from '../shared/calls';

/** A call of Tryton that is one step of a task. */
export interface Call<Item> extends TaskCall<Item> {
	method?: string;
	/** The last one is the context. */
	params?: unknown[];
}

export function answered<Item>(call: Call<Item>, response: Response): Call<Item>;
