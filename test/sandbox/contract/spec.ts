import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One query parameter. `match: prefix` marks a filter the service extends with a trailing wildcard. */
export interface QueryParamSpec {
	type: string;
	required?: boolean;
	default?: unknown;
	match?: 'prefix';
}

/** One operation of a contract, as data. `body` and `response` are type expressions such as `putOrder[]`. */
export interface EndpointSpec {
	id: string;
	area?: string;
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Path template with `{name}` for path ids, version included. */
	path: string;
	pathParams: Record<string, string>;
	query: Record<string, QueryParamSpec>;
	body?: string | null;
	response?: string | null;
	results?: string;
	statuses?: number[];
	note?: string;
	/** True when the operation is settled by analogy rather than stated by a source (guide contract). */
	inferred?: boolean;
}

/** One object type of a contract. */
export interface TypeSpec {
	use?: 'request' | 'response' | 'both';
	required: string[];
	fields: Record<string, string>;
	maxLength?: Record<string, number>;
	note?: string;
	internal?: boolean;
	/** Fields settled by analogy (guide contract). */
	inferred?: string[];
}

export interface ContractData {
	about: string;
	types: Record<string, TypeSpec>;
	endpoints: EndpointSpec[];
}

/** A contract with its enums: what the sandbox enforces and answers by. */
export interface ContractSpec {
	name: 'live' | 'guide';
	types: Record<string, TypeSpec>;
	endpoints: EndpointSpec[];
	enums: Record<string, readonly string[]>;
	/** `Type.field` entries flagged required in the data but checked by the handler, because the data's own note says so. */
	softRequired: ReadonlySet<string>;
}

function readData<T>(file: string): T {
	return JSON.parse(readFileSync(join(__dirname, file), 'utf8')) as T;
}

/**
 * The live contract. `contract.json` and `enums.json` are carried as they were collected from the public description of the
 * service. `putOrder.shipState` is flagged required there, its note says it is mandatory only for the USA.
 */
export function loadLiveContract(): ContractSpec {
	const data = readData<ContractData>('contract.json');
	return {
		name: 'live',
		types: data.types,
		endpoints: data.endpoints,
		enums: readData<Record<string, string[]>>('enums.json'),
		softRequired: new Set(['putOrder.shipState']),
	};
}
