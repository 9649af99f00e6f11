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
	const told = words(error);
	const message = subject && !told.message.includes(subject) ? `${subject}: ${told.message}` : told.message;
	return { ...told, message: scrub(message, secrets), remedy: scrub(told.remedy, secrets) };
}

function words(error: unknown): Told {
	if (error instanceof InputError) return { message: `${error.field}: ${error.problem}`, remedy: error.remedy, field: error.field };
	if (error instanceof ApiError) {
		const { kind, message, code, field, status, subject, requestId } = error.facts;
		const about = [field && !message.includes(field) ? `Field: ${field}.` : '', subject && !message.includes(subject) ? `Value: ${subject}.` : '', code ? `Code: ${code}.` : '']
			.filter(Boolean)
			.join(' ');
		const remedy = (code && CODE_REMEDIES[code]) || REMEDIES[kind].remedy;
		return { message: about ? `${message} ${about}` : message, remedy: requestId ? `${remedy} (Request ${requestId})` : remedy, field, code, status };
	}
	return { message: error instanceof Error ? error.message : String(error), remedy: '' };
}

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

/** What an item says of its failure on the error output. */
export const failureJson = ({ message, remedy, field, code }: Told): IDataObject => ({
	error: message,
	...(remedy ? { whatToDo: remedy } : {}),
	...(field ? { field } : {}),
	...(code ? { code } : {}),
});
