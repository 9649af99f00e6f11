import type { InputError } from '../../../domain/inputError';
import type { CreatedOrder, NewOrder, Order } from '../../../domain/order/order';
import type { ApiError } from '../../../http/errors/apiError';
import type { ItemResult, BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import type { Endpoint } from '../../../http/endpoint';
import type { WithRaw } from '../../ports/types';
import type { Refusal } from './response';

/** What identifies an order: its number, on the live API within its sales channel. */
export interface Numbered {
	orderNumber: string;
	salesChannelId?: string;
}

/**
 * A wanted order; where what is given does not make one, the reason, which only counts when the order
 * is missing.
 */
export interface Wanted extends Numbered {
	order: NewOrder | InputError;
}

export type Created = WithRaw<CreatedOrder>;
export type Done = ItemResult<Created>;
export type Batch = Array<BatchItem<Wanted>>;
/** One order in the contract's words, and the fields that have no place there. */
export interface Body {
	body: unknown;
	notSent: string[];
}
/** Errors by the index of the input: a record cannot be read, so nobody can tell whether it is the order. */
export type Doubtful = Map<number, ApiError>;
/** By the index of the input. */
export type Bodies = ReadonlyMap<number, Body>;

/** What creating orders has to know of a contract. */
export interface OrderWire {
	client: ApiClient;
	/** The call that creates orders. */
	endpoint: Endpoint;
	/** Orders that are looked up in one call. */
	lookUpSize: number;
	/** Calls that may be under way at a time. */
	concurrency: number;
	/** What is the same for two orders that must not both be there. */
	keyOf(order: Numbered): string;
	/** @throws InputProblem */
	make(order: NewOrder): Body;
	/** The body of a call for these orders. */
	join(bodies: unknown[]): unknown;
	/**
	 * The orders of exactly these numbers, by the index of the input; usually one or none.
	 * @param doubtful takes the errors of inputs for which there may be an order, or another one, that cannot be read
	 */
	find(inputs: ReadonlyArray<BatchItem<Numbered>>, doubtful: Doubtful): Promise<Map<number, Array<WithRaw<Order>>>>;
	byId(orderId: string): Promise<WithRaw<Order> | undefined>;
	/** The error of an order that the answer complains about. */
	refused(refusal: Refusal, orderNumber: string): ApiError;
	/** @throws ApiError when it is not canceled */
	cancel(orderId: string, reason: string): Promise<void>;
}
