import { type Listed, type Refusal, readCreation } from './response';
import type { Batch } from './wire';

/** What a response says about the orders that were sent. */
export interface CreationStatus {
	/** Orders that it lists under the right number without a complaint. */
	confirmed: Map<number, Listed>;
	/** Complaints about single orders. */
	refusals: Map<number, Refusal>;
	/** Complaints without a known subject. */
	stray: Refusal[];
	/** Orders that it lists under unknown numbers, or without a number. */
	candidates: Listed[];
}

export function creationStatusOf(sent: Batch, response: unknown, firstIndex: 0 | 1): CreationStatus {
	const { listed, refusals } = readCreation(response, firstIndex);
	const { named, stray } = byOrder(sent, refusals);
	const byNumber = new Map(listed.map((one) => [one.orderNumber, one]));
	const confirmed = new Map<number, Listed>();
	const unlisted: number[] = [];
	for (const { index, value } of sent) {
		const one = byNumber.get(value.orderNumber);
		if (!one) unlisted.push(index);
		else if (!named.has(index) && stray.length === 0) confirmed.set(index, one);
	}
	const unnamed = unlisted.filter((index) => !named.has(index));
	// If there are at least as many complaints as unlisted orders, the complaints are about those.
	if (stray.length >= unnamed.length) for (const [at, index] of unnamed.entries()) setIfAny(named, index, stray[at]);
	const general = stray.find((refusal) => refusal.general);
	for (const { index } of sent) if (!confirmed.has(index) && !named.has(index)) setIfAny(named, index, general);
	const numbers = new Set(sent.map(({ value }) => value.orderNumber));
	const candidates = listed.filter(({ orderNumber }) => orderNumber === null || !numbers.has(orderNumber));
	return { confirmed, refusals: named, stray, candidates };
}

function setIfAny(refusals: Map<number, Refusal>, index: number, refusal: Refusal | undefined): void {
	if (refusal) refusals.set(index, refusal);
}

function byOrder(sent: Batch, refusals: readonly Refusal[]): { named: Map<number, Refusal>; stray: Refusal[] } {
	const named = new Map<number, Refusal>();
	const stray: Refusal[] = [];
	for (const refusal of refusals) {
		const input = sent[refusal.row ?? -1] ?? sent.find(({ value }) => value.orderNumber === refusal.subject);
		if (input) named.set(input.index, refusal);
		else stray.push(refusal);
	}
	return { named, stray };
}
