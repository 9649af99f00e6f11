import type { Endpoint } from './endpoint';

/** Writes one row of a catalogue: what every row has, then what this one has more. */
export const row = (
	name: string,
	method: Endpoint['method'],
	path: string,
	onLostResponse: Endpoint['onLostResponse'],
	evidence: string,
	more: Partial<Endpoint> = {},
): Endpoint => ({ name, method, path, onLostResponse, evidence, writes: method !== 'GET', ...more });
