import { append } from '../../../domain/append';
import { serviceName, serviceWords } from '../../../http/errors/serviceWords';
import { leavesOpen, saysNo } from '../../../batch/confirm/saysNo';

/** An order that a response lists as created: it has an ID, and nothing in its own row contradicts that. */
export interface Listed {
	orderId: string;
	orderNumber: string | null;
	status: string | null;
	raw: unknown;
}

/** A complaint in a response. */
export interface Refusal {
	/** The row that it is about, counted from 0, if the response names one that was sent. */
	row?: number;
	/** What it is about, for example an order number. */
	subject?: string;
	/** It is about the call as a whole. */
	general?: true;
	code?: string;
	message?: string;
	field?: string;
}

export interface CreationResponse {
	listed: Listed[];
	refusals: Refusal[];
}

type Fields = Record<string, unknown>;
const fieldsOf = (value: unknown): Fields | undefined =>
	typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
const text = (...values: unknown[]): string | undefined => {
	const found = values.find((value) => (typeof value === 'string' && value.trim() !== '') || typeof value === 'number');
	return found === undefined ? undefined : String(found);
};

/** Where a response may have its orders, besides at the top level. */
const ORDERS = ['orders', 'order', 'results', 'result', 'data'];
/** Statuses that say that something did not happen. */
const FAILED = new RegExp(
	'^(fail(ed|ure)?|errors?|refused|rejected|invalid|declined|denied|' +
		'unauthorized|forbidden|unsuccessful|skipped|ignored)$',
	'i',
);
/** Remarks about something that was done. */
const REMARK = /^(info|warning)$/i;

/**
 * Reads the response to a creation in any form: the orders and complaints that it lists. Only two forms are
 * established: `orders[]` with ID, number and status (live API) and the order itself (guide). Anything else that a
 * service or gateway may send with status 200 must not count as a creation.
 * @param firstIndex the number that the contract gives the first row
 */
export function readCreation(body: unknown, firstIndex: 0 | 1): CreationResponse {
	const top = fieldsOf(body);
	const listed: Listed[] = [];
	const refusals: Refusal[] = top ? complaints(top, firstIndex) : [];
	const isOrder = top !== undefined && numberOf(top) !== undefined;
	// With complaints about single orders, a summary of them says nothing about the others.
	const isOpen = top !== undefined && refusals.length === 0 && leavesOpen(top, isOrder);
	for (const row of isOrder ? [top] : rowsOf(body, top)) {
		const orderNumber = numberOf(row);
		const orderId = text(row.orderId, row.order_id, row.id);
		const own = row === top ? [] : complaints(row, firstIndex);
		if (own.length > 0)
			append(
				refusals,
				own.map((refusal) => ({ ...refusal, general: undefined, subject: orderNumber })),
			);
		else if (orderId !== undefined && orderId !== '0' && !isOpen && !leavesOpen(row, true)) {
			listed.push({
				orderId,
				orderNumber: orderNumber ?? null,
				status: text(row.orderStatus, row.status) ?? null,
				raw: row,
			});
		}
	}
	return { listed, refusals };
}

const numberOf = (row: Fields): string | undefined => text(row.orderNumber, row.order_number);

function rowsOf(body: unknown, top: Fields | undefined): Fields[] {
	const lists = top ? [top, ...ORDERS.map((name) => top[name])] : [body];
	const rows = lists.flatMap((list): unknown[] => (Array.isArray(list) ? list : [list]));
	return rows.map(fieldsOf).filter((row) => row !== undefined);
}

function complaints(said: Fields, firstIndex: 0 | 1): Refusal[] {
	const found = [said.errors, fieldsOf(said.error)?.details].flatMap((errors) => rowErrors(errors, firstIndex));
	if (found.length > 0) return found;
	const { error } = said;
	const status = text(said.status, said.orderStatus, said.statusCode) ?? '';
	const failed = Boolean(error) || saysNo(said, numberOf(said) !== undefined);
	if (!failed && !FAILED.test(status) && !(/^\d+$/.test(status) && Number(status) >= 400)) return [];
	const inner = fieldsOf(error);
	const word = typeof error === 'string' ? error : undefined;
	return [
		{
			general: true,
			code: serviceName(inner?.code, said.errorCode, said.code),
			message: serviceWords(
				inner?.message,
				said.error_description,
				said.message,
				said.errorMessage,
				said.processingMessage,
				word,
			),
			field: serviceName(inner?.field, said.fieldName, said.field),
		},
	];
}

function rowErrors(errors: unknown, firstIndex: 0 | 1): Refusal[] {
	if (errors === undefined || errors === null || errors === false || errors === '') return [];
	if (!Array.isArray(errors)) return oneOrFields(errors, firstIndex);
	return errors.flatMap((error) => oneError(error, firstIndex));
}

/** Errors that are not a list: a text, one error, or texts by field name. */
function oneOrFields(errors: unknown, firstIndex: 0 | 1): Refusal[] {
	const fields = fieldsOf(errors);
	if (!fields) return oneError(errors, firstIndex);
	if (Object.keys(fields).length === 0) return [];
	if (text(fields.message, fields.errorCode, fields.code)) return oneError(fields, firstIndex);
	return Object.entries(fields).map(([field, said]) => ({
		field: serviceName(field),
		message: serviceWords(said),
	}));
}

function oneError(error: unknown, firstIndex: 0 | 1): Refusal[] {
	const fields = fieldsOf(error);
	if (!fields) return [{ message: serviceWords(error) }];
	if (REMARK.test(text(fields.severity) ?? '')) return [];
	const given = text(fields.index, fields.row);
	const row = given === undefined ? NaN : Number(given) - firstIndex;
	return [
		{
			...(Number.isInteger(row) && row >= 0 ? { row } : {}),
			subject: text(fields.identifier, fields.userIdentifier, fields.orderNumber, fields.order_number),
			code: serviceName(fields.errorCode, fields.code),
			message: serviceWords(fields.message, fields.description, fields.defaultMessage),
			field: serviceName(fields.fieldName, fields.field),
		},
	];
}
