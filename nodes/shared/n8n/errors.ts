import type { IDataObject, INode, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { InputError } from '../domain/inputError';
import { ApiError } from '../http/apiError';
import { CODE_REMEDIES, REMEDIES } from './remedies';
import { scrub } from './secrets';

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
export function tell(error: unknown, subject: string, secrets: readonly string[]): Told {
	const told = words(error, subject);
	const message = subject && !told.message.includes(subject) ? `${subject}: ${told.message}` : told.message;
	return { ...told, message: scrub(message, secrets), remedy: scrub(told.remedy, secrets) };
}

function words(error: unknown, named: string): Told {
	if (error instanceof InputError) return { message: `${error.field}: ${error.problem}`, remedy: error.remedy, field: error.field };
	if (error instanceof ApiError) {
		const { kind, message, code, field, status, subject, requestId } = error.facts;
		const about = [field && !message.includes(field) ? `Field: ${field}.` : '', subject && !`${named} ${message}`.includes(subject) ? `Value: ${subject}.` : '', code ? `Code: ${code}.` : '']
			.filter(Boolean)
			.join(' ');
		const remedy = (code && CODE_REMEDIES[code]) || REMEDIES[kind].remedy;
		return { message: about ? `${sentence(message)} ${about}` : message, remedy: requestId ? `${remedy} (Request ${requestId})` : remedy, field, code, status };
	}
	return { message: error instanceof Error ? error.message : String(error), remedy: '' };
}

const sentence = (text: string): string => (/[.!?”)]$/.test(text) ? text : `${text}.`);

/** The n8n error for a failure: an API error where the service is concerned, so that its status reaches n8n's error workflows and back-off. */
export function toNodeError(node: INode, error: unknown, told: Told, itemIndex?: number): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	const shown = { message: told.message, description: told.remedy, ...(itemIndex === undefined ? {} : { itemIndex }) };
	if (error instanceof ApiError) {
		// Only facts go in, never the request: it carries the token.
		const facts: JsonObject = { message: told.message, ...(told.status ? { httpCode: String(told.status) } : {}) };
		return new NodeApiError(node, facts, { ...shown, ...(told.status ? { httpCode: String(told.status) } : {}), level: 'warning' });
	}
	return new NodeOperationError(node, told.message, { ...shown, level: 'warning' });
}

/**
 * What an item says of its failure. n8n takes an item with just these two keys for a failed one, sends it to the error output and puts the input's fields back
 * into it, so that it can be mended and sent again. (With `item.error` set, n8n would drop all fields but the message.)
 */
export const failureJson = ({ message, remedy }: Told): IDataObject => ({ error: message, ...(remedy ? { message: remedy } : {}) });
