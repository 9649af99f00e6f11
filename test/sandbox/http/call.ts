import type { EndpointSpec } from '../contract/spec';
import type { QueryValues } from '../contract/query';
import type { Service } from '../service';
import type { Store } from '../store/store';

/** A checked call, as a handler sees it. */
export interface Call {
	endpoint: EndpointSpec;
	/** Path ids, checked against the contract but still text. */
	params: Record<string, string>;
	query: QueryValues;
	/** Parsed JSON body; checked against the contract in strict mode. */
	body: unknown;
	store: Store;
	service: Service;
	/** Page number and size with defaults and page limits applied; for unpaged operations 1 and all. */
	page: number;
	limit: number;
}

/** Answers one operation. A plain value is sent with 200; an `Answer` says more; a thrown `Problem` refuses. */
export type Handler = (call: Call) => unknown;

/** Handlers by the contract's endpoint id. */
export type Handlers = Record<string, Handler>;

export const pathId = (call: Call, name: string): number => Number(call.params[name]);
