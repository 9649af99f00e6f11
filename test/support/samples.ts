import type { Address, NewOrder } from '../../nodes/shared/domain/order/order';
import type { ItemResult, BatchItem } from '../../nodes/shared/batch/types';
import { ApiError, type ApiErrorFacts } from '../../nodes/shared/http/errors/apiError';
import type { WithRaw } from '../../nodes/shared/api/ports/types';

export const DIRECT = '1207';
export const SHOPIFY = '1210';
export const RENO = '5101';
export const COLUMBUS = '5102';

export const ADDRESS: Address = {
	name: 'Alex Example',
	company: null,
	street1: '34 Specimen Ave',
	street2: null,
	street3: null,
	city: 'Toledo',
	state: 'OH',
	postalCode: '43604',
	country: 'US',
	email: null,
	phone: null,
};

/** An order that both contracts take: two mugs of 14.50 each. */
export const newOrder = (orderNumber: string, more: Partial<NewOrder> = {}): NewOrder => ({
	orderNumber,
	salesChannelId: DIRECT,
	currency: 'USD',
	shippingCost: 0,
	discount: 0,
	paymentDate: '2026-03-05T09:12:00Z',
	shipTo: ADDRESS,
	lines: [{ sku: 'MUG', name: 'Mug', quantity: 2, unitPrice: 14.5, tax: 0, discount: 0 }],
	...more,
});

/** Inputs at their places in the caller's list. */
export const placed = <T>(values: readonly T[]): Array<BatchItem<T>> =>
	values.map((value, index) => ({ index, value }));

export const newOrders = (numbers: readonly string[], more?: Partial<NewOrder>): Array<BatchItem<NewOrder>> =>
	placed(numbers.map((number) => newOrder(number, more)));

/** Consecutive order numbers. */
export const numbers = (count: number, first = 1): string[] =>
	Array.from({ length: count }, (_, at) => String(first + at));

const sorted = <T>(outcomes: ReadonlyArray<ItemResult<T>>): Array<ItemResult<T>> =>
	[...outcomes].sort((one, other) => one.index - other.index);

/** The values of all outcomes in the order of the inputs. Throws the first error there is. */
export const values = <T>(outcomes: ReadonlyArray<ItemResult<WithRaw<T>>>): T[] =>
	sorted(outcomes).map((outcome) => {
		if (outcome.ok) return outcome.value.value;
		throw outcome.error;
	});

/** The value at a place, or the error as `Error: message`; whatever was asked about, in the order of the inputs. */
export const summary = <T>(
	outcomes: ReadonlyArray<ItemResult<WithRaw<T>>>,
	describe: (value: T) => unknown,
): unknown[] =>
	sorted(outcomes).map((outcome) =>
		outcome.ok ? describe(outcome.value.value) : `${outcome.error.name}: ${outcome.error.message}`,
	);

const indexes = (outcomes: ReadonlyArray<ItemResult<unknown>>, ok: boolean): number[] =>
	sorted(outcomes).flatMap((outcome) => (outcome.ok === ok ? [outcome.index] : []));

/** Places of the inputs that went through, and of those that did not. */
export const succeeded = (outcomes: ReadonlyArray<ItemResult<unknown>>): number[] => indexes(outcomes, true);
export const failed = (outcomes: ReadonlyArray<ItemResult<unknown>>): number[] => indexes(outcomes, false);

export const errorAt = (outcomes: ReadonlyArray<ItemResult<unknown>>, index: number): Error => {
	const outcome = outcomes.find((one) => one.index === index);
	if (!outcome || outcome.ok) throw new Error(`Input ${index} ${outcome ? 'went through' : 'has no outcome'}`);
	return outcome.error;
};

/** The facts of the ApiError that a promise ends with. */
export const factsOf = async (work: Promise<unknown>): Promise<ApiErrorFacts> => {
	const error: unknown = await work.then(
		() => new Error('It went through'),
		(reason: unknown) => reason,
	);
	if (error instanceof ApiError) return error.facts;
	throw error;
};

/** All rows of a list that comes in pages. */
export async function all<T>(pages: AsyncIterable<T[]>): Promise<T[]> {
	const rows: T[] = [];
	for await (const page of pages) rows.push(...page);
	return rows;
}

export const listed = async <T>(pages: AsyncIterable<Array<WithRaw<T>>>): Promise<T[]> =>
	(await all(pages)).map(({ value }) => value);
