import type { ItemResult, BatchItem } from '../types';
import { type Names, type Unconfirmed, isEmpty, isSame, notMentioned, refusalIn, unconfirmed } from './confirm';
import type { Dialect } from '../../http/dialect';
import type { Endpoint } from '../../http/endpoint';
import { type RowError, fieldsOf, readRowErrors, rowError, says } from './rowErrors';
import { leavesOpen, saysNo } from './saysNo';

/** How the response to a write names its rows, and the result of a row that it confirms. */
export interface RowRules<I extends BatchItem<unknown>, R> {
	/** How a result or a complaint identifies a row. */
	names: (value: I['value'], row: I) => Names;
	/** What errors call a row if the service does not say. */
	subject?: (value: I['value']) => string;
	/** For `list` in the catalogue: the entry of the response that confirms this row. */
	listed?: (value: I['value']) => unknown;
	/** @param result the row's own result, if the response has one per row */
	succeed: (row: I, result: unknown, response: unknown) => R;
}

/**
 * Gives every row of a batch its result: refused if the response complains about it, done if the response confirms it
 * as the catalogue requires, and otherwise `Unconfirmed`. A complaint about an unknown row counts against all rows, so
 * that none is wrongly reported as done.
 * @throws ApiError when the response refuses the whole call
 * @throws Unconfirmed when it mentions no row
 */
export function settleRows<I extends BatchItem<unknown>, R>(
	endpoint: Endpoint,
	dialect: Dialect,
	batch: readonly I[],
	response: unknown,
	rules: RowRules<I, R>,
): Array<ItemResult<R>> {
	if (batch.length === 0) return [];
	const names = batch.map((row) => rules.names(row.value, row));
	const fields = fieldsOf(response) ?? {};
	const results = resultsOf(fields);
	const complaints = [
		...readRowErrors(fields.errors, dialect.firstIndex),
		...results.flatMap((result) => complaintIn(result, names)),
	];
	const { failures, stray } = byRow(complaints, names);
	const refusal = refusalIn(endpoint, response, dialect);
	if (refusal && failures.size === 0) throw refusal;
	// With complaints about single rows, a summary of them says nothing about the others.
	const isOpen = failures.size === 0 && leavesOpen(fields);
	const isClear = !stray && !refusal && !saysNo(fields) && !isOpen;
	const own = isClear ? confirmed(endpoint, response, results, names, failures) : new Map<number, unknown>();
	if (isClear && endpoint.confirms?.by === 'list')
		batch.forEach(({ value }, row) => rules.listed?.(value) !== undefined && own.set(row, rules.listed(value)));
	if (failures.size === 0 && own.size === 0) throw whole(endpoint, response, dialect, stray);
	return batch.map((input, row): ItemResult<R> => {
		const { index, value } = input;
		const failure = failures.get(row);
		if (failure)
			return {
				index,
				ok: false,
				error: rowError({ ...failure, row, subject: failure.subject ?? rules.subject?.(value) }, endpoint.name),
			};
		if (own.has(row)) return { index, ok: true, value: rules.succeed(input, own.get(row), response) };
		return { index, ok: false, error: notMentioned(endpoint, response, dialect) };
	});
}

const whole = (endpoint: Endpoint, response: unknown, dialect: Dialect, stray: RowError | undefined): Unconfirmed =>
	unconfirmed(endpoint, response, dialect, stray ? ' It does not say which row is meant.' : '');

const resultsOf = ({ results }: Record<string, unknown>): unknown[] =>
	(Array.isArray(results) ? results : fieldsOf(results) ? [results] : []).filter((one) => says(one));

/**
 * Finds the row of each complaint: by its number, or else by a name that only one row has. In a batch of one, it is
 * that row.
 */
function byRow(
	complaints: readonly RowError[],
	names: readonly Names[],
): { failures: Map<number, RowError>; stray: RowError | undefined } {
	const failures = new Map<number, RowError>();
	let stray: RowError | undefined;
	for (const complaint of complaints) {
		const row = rowOf(complaint, names);
		if (row === undefined) stray ??= complaint;
		else if (!failures.has(row)) failures.set(row, complaint);
	}
	return { failures, stray };
}

function rowOf({ row, subjects = [] }: RowError, names: readonly Names[]): number | undefined {
	if (names.length === 1) return 0;
	if (row !== undefined) return row < names.length ? row : undefined;
	const named = names.flatMap((one, at) =>
		Object.values(one).some(
			(value) => value !== null && value !== undefined && subjects.some((subject) => isSame(subject, value)),
		)
			? [at]
			: [],
	);
	return named.length === 1 ? named[0] : undefined;
}

/** A failed result is a complaint about the row that it names. */
function complaintIn(result: unknown, names: readonly Names[]): RowError[] {
	const fields = fieldsOf(result);
	if (!fields) return [];
	const inner = readRowErrors(fields.errors, 0);
	if (!saysNo(fields) && inner.length === 0) return [];
	const at = names.findIndex((one) => relation(one, result) === 'own');
	const [own] = readRowErrors([{ ...fields, index: undefined, row: undefined }], 0);
	const [complaint] = own?.message === undefined && own?.code === undefined && inner.length > 0 ? inner : [own];
	return [{ ...complaint, row: at >= 0 ? at : undefined }];
}

/** The rows that the response confirms, each with its own result. */
function confirmed(
	endpoint: Endpoint,
	response: unknown,
	results: readonly unknown[],
	names: readonly Names[],
	failures: ReadonlyMap<number, unknown>,
): Map<number, unknown> {
	const open = names.flatMap((_, row) => (failures.has(row) ? [] : [row]));
	const { by, empty = false } = endpoint.confirms ?? {};
	if (empty && isEmpty(response)) return new Map(open.map((row) => [row, undefined]));
	if (by === 'result') {
		const isOthers = results.some(
			(result) => isOpenResult(result) || names.every((one) => relation(one, result) === 'other'),
		);
		return new Map(results.length > 0 && !isOthers ? open.map((row) => [row, results[0]]) : []);
	}
	return by === 'results' ? byResult(results, names, open) : new Map();
}

/**
 * Assigns results to the rows that they name. Results without names go to the other rows in order, if there are enough.
 */
function byResult(results: readonly unknown[], names: readonly Names[], rows: readonly number[]): Map<number, unknown> {
	const own = new Map<number, unknown>();
	const open = [...rows];
	const silent: unknown[] = [];
	for (const result of results.filter((one) => !isOpenResult(one))) {
		const at = open.findIndex((row) => relation(names[row], result) === 'own');
		const [row] = at >= 0 ? open.splice(at, 1) : [];
		if (row !== undefined) own.set(row, result);
		else if (names.every((one) => relation(one, result) === 'silent')) silent.push(result);
	}
	if (silent.length >= open.length) open.forEach((row, at) => own.set(row, silent[at]));
	return own;
}

/** Whether a result does not settle that its row is done. */
const isOpenResult = (result: unknown): boolean => leavesOpen(fieldsOf(result) ?? {});

/** Whether a result is about the row with these names, about another row, or does not say. */
function relation(names: Names = {}, result: unknown): 'own' | 'other' | 'silent' {
	const wanted = Object.entries(names).filter(([, value]) => value !== null && value !== undefined);
	const fields = fieldsOf(result);
	if (!fields) return wanted.some(([, value]) => isSame(value, result)) ? 'own' : 'other';
	const named = wanted.filter(([name]) => fields[name] !== null && fields[name] !== undefined);
	if (named.length === 0) return 'silent';
	return named.every(([name, value]) => isSame(fields[name], value)) ? 'own' : 'other';
}
