import type { IExecuteFunctions } from 'n8n-workflow';
import type { Contract } from '../../api/ports/capabilities';
import { type Connected } from '../connect/connection';

/** The context of a run. */
export interface Run {
	context: IExecuteFunctions;
	connected: Connected;
	contract: Contract;
	/** n8n runs the node again after a failure (*Retry On Fail*). */
	reruns: boolean;
	/** Writes are previewed, not sent. */
	previews: boolean;
}

/** An input with the items that make it up. */
export interface Work {
	input: unknown;
	items: number[];
}

/** Items that failed for the same reason. */
export interface Failure {
	items: number[];
	subject: string;
	error: unknown;
}
