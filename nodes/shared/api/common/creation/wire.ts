import type { InputError } from '../../../domain/inputError';
import type { CreatedOrder, NewOrder, Order } from '../../../domain/order/order';
import type { ApiError } from '../../../http/errors/apiError';
import type { ItemResult, BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import type { Endpoint } from '../../../http/endpoint';
import type { WithRaw } from '../../ports/types';
import type { Refusal } from './response';

/** What identifies an order: its number, within its sales channel on the live API. */
export interface Numbered {
	orderNumber: string;
	salesChannelId?: string;
}

/** A requested order. If the input does not make one: the reason, which only matters if the order is missing. */
export interface Wanted extends Numbered {
	order: NewOrder | InputError;
}

export type Created = WithRaw<CreatedOrder>;
export type Done = ItemResult<Created>;
export type Batch = Array<BatchItem<Wanted>>;
/** The body of one order in the contract's format, and the fields that have no place in it. */
export interface Body {
	body: unknown;
	notSent: string[];
}
/** Errors by the index of the input: an unreadable record may be that order. */
export type Doubtful = Map<number, ApiError>;
/** By the index of the input. */
export type Bodies = ReadonlyMap<number, Body>;

/** What the creation of orders needs to know about a contract. */
export interface OrderWire {
	client: ApiClient;
	/** The call that creates orders. */
	endpoint: Endpoint;
	/** Orders per look-up. */
	lookUpSize: number;
	/** Concurrent calls. */
	concurrency: number;
	/** Two orders with the same key must not both exist. */
	keyOf(order: Numbered): string;
	/** @throws InputProblem */
	make(order: NewOrder): Body;
	/** The body of one call for these orders. */
	join(bodies: unknown[]): unknown;
	/**
	 * The orders with exactly these numbers, by the index of the input; usually one or none.
	 * @param doubtful receives the errors of inputs whose order, or a further order, may be one that cannot be read
	 */
	find(inputs: ReadonlyArray<BatchItem<Numbered>>, doubtful: Doubtful): Promise<Map<number, Array<WithRaw<Order>>>>;
	byId(orderId: string): Promise<WithRaw<Order> | undefined>;
	/** The error for an order that the response complains about. */
	refused(refusal: Refusal, orderNumber: string): ApiError;
	/** @throws ApiError when the order is not canceled */
	cancel(orderId: string, reason: string): Promise<void>;
}
