import type { Endpoint } from './endpoint';

/** Writes one row of a catalogue: first the fields of every row, then the optional ones. */
export const row = (
	name: string,
	method: Endpoint['method'],
	path: string,
	onLostResponse: Endpoint['onLostResponse'],
	evidence: string,
	more: Partial<Endpoint> = {},
): Endpoint => ({ name, method, path, onLostResponse, evidence, writes: method !== 'GET', ...more });
