import type { IExecuteFunctions } from 'n8n-workflow';
import type { Contract } from '../../api/ports/capabilities';
import { type Connected } from '../connect/connection';

/** What every run has at hand. */
export interface Run {
	context: IExecuteFunctions;
	connected: Connected;
	contract: Contract;
	/** n8n runs the node again after a failure (*Retry On Fail*). */
	reruns: boolean;
}

/** An input with the items that it was made of. */
export interface Work {
	input: unknown;
	items: number[];
}

/** Items that could not be done, all for the same reason. */
export interface Failure {
	items: number[];
	subject: string;
	error: unknown;
}
