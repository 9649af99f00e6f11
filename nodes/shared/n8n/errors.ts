import type { IDataObject, INode, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { InputError } from '../domain/inputError';
import { isRedirect } from '../http/answer';
import { ApiError } from '../http/apiError';
import { CODE_REMEDIES, REMEDIES } from './remedies';
import type { Secrets } from './secrets';

/** A failure as a person should read it. */
export interface Told {
	/** What happened and to what, one or two sentences. */
	message: string;
	/** What to do about it. */
	remedy: string;
	field?: string;
	code?: string;
	status?: number;
}

/**
 * Puts a failure into the user's words.
 * @param subject what it happened to, for example `Order 10250`; empty when it concerns the whole run
 */
export function tell(error: unknown, subject: string, secrets: Secrets): Told {
	const { message, remedy, field, code, status } = words(error, subject);
	const whole = subject && !message.includes(subject) ? `${subject}: ${message}` : message;
	const hide = (text: string | undefined): string | undefined => (text === undefined ? undefined : secrets.scrub(text));
	return { message: secrets.scrub(whole), remedy: secrets.scrub(remedy), field: hide(field), code: hide(code), status };
}

function words(error: unknown, named: string): Told {
	if (error instanceof InputError) return { message: `${error.field}: ${error.problem}`, remedy: error.remedy, field: error.field };
	if (error instanceof ApiError) {
		const { kind, message, code, field, status, subject, requestId } = error.facts;
		const about = [field && !message.includes(field) ? `Field: ${field}.` : '', subject && !`${named} ${message}`.includes(subject) ? `Value: ${subject}.` : '', code ? `Code: ${code}.` : '']
			.filter(Boolean)
			.join(' ');
		const elsewhere = kind === 'effectUnknown' && isRedirect(status) ? `${REMEDIES.redirected.remedy} ` : '';
		const remedy = (code && CODE_REMEDIES[code]) || `${elsewhere}${REMEDIES[kind].remedy}`;
		return { message: about ? `${sentence(message)} ${about}` : message, remedy: requestId ? `${remedy} (Request ${requestId})` : remedy, field, code, status };
	}
	if (error instanceof NodeApiError) return { message: error.message, remedy: error.description ?? '', status: Number(error.httpCode) || undefined };
	if (error instanceof NodeOperationError) return { message: error.message, remedy: error.description ?? '' };
	return { message: error instanceof Error ? error.message : String(error), remedy: '' };
}

const sentence = (text: string): string => (/[.!?”)]$/.test(text) ? text : `${text}.`);

/** Errors that were made here, and so have no secret in them; n8n's own carry the request with its token. */
const made = new WeakSet<Error>();

/** The n8n error for a failure: an API error where the service is concerned, so that its status reaches n8n's error workflows and back-off. */
export function toNodeError(node: INode, error: unknown, told: Told, itemIndex?: number): NodeApiError | NodeOperationError {
	if ((error instanceof NodeApiError || error instanceof NodeOperationError) && made.has(error)) return error;
	const shown = { message: told.message, description: told.remedy, ...(itemIndex === undefined ? {} : { itemIndex }) };
	const fresh = error instanceof ApiError || error instanceof NodeApiError ? apiError(node, told, shown) : new NodeOperationError(node, told.message, { ...shown, level: 'warning' });
	made.add(fresh);
	return fresh;
}

function apiError(node: INode, { message, status }: Told, shown: { message: string; description: string; itemIndex?: number }): NodeApiError {
	// Only facts go in, never the request: it carries the token.
	const code: { httpCode?: string } = status ? { httpCode: String(status) } : {};
	const facts = { message, ...code } as JsonObject;
	return new NodeApiError(node, facts, { ...shown, ...code, level: 'warning' });
}

/**
 * What an item says of its failure. n8n takes an item with just these two keys for a failed one, sends it to the error output and puts the input's fields back
 * into it, so that it can be mended and sent again. (With `item.error` set, n8n would drop all fields but the message.)
 */
export const failureJson = ({ message, remedy }: Told): IDataObject => ({ error: message, ...(remedy ? { message: remedy } : {}) });
