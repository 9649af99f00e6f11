import type { IDataObject, INode, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { InputError } from '../../domain/inputError';
import { InputProblem } from '../../domain/inputProblem';
import { ownValue } from '../../domain/ownValue';
import { printable, shorten } from '../../domain/values/shorten';
import { isRedirect } from '../../http/response';
import { ApiError } from '../../http/errors/apiError';
import { isJargon, serviceName } from '../../http/errors/serviceWords';
import { textOfApiError } from './apiErrorTexts';
import { type FailureClass, failureClass, failureFacts } from './failureClass';
import { labelOf } from './fieldLabels';
import { textOfInputProblem } from './inputProblemTexts';
import { REMEDIES, SERVICE_CODES } from './remedies';
import type { Secrets } from '../secrets/secrets';

/** A failure in words for the user. */
export interface ErrorReport {
	/** What happened and to what, in one or two sentences. */
	message: string;
	/** What to do about it. */
	remedy: string;
	field?: string;
	code?: string;
	status?: number;
	/** On which workflows branch. */
	failure: FailureClass;
}

/** The longest message of an n8n error. A single failure is shorter, because a run adds the results of the others. */
const LONGEST = 1_000;
const SAID = 800;
const ADVISED = 600;
/** The most characters of a name: a SKU or an order number may be a whole file that was mapped by mistake. */
const NAMED = 100;

/** Keeps line breaks and makes each line printable. */
const readable = (text: string, most: number): string => shorten(text.split('\n').map(printable).join('\n'), most);

/**
 * Describes a failure to the user.
 * @param subject what it happened to, for example `Order 10250`; empty if it affects the whole run
 */
export function describeError(error: unknown, subject: string, secrets: Secrets): ErrorReport {
	// Secrets are hidden before a text is cut, because half of a secret would not be recognized.
	const named = shorten(printable(secrets.scrub(subject)), NAMED);
	const { message, remedy, field, code, status } = reportOf(error, named, secrets);
	const whole = named && !message.includes(named) ? `${named}: ${message}` : message;
	const hide = (text: string | undefined): string | undefined => (text === undefined ? undefined : secrets.scrub(text));
	return {
		message: readable(secrets.scrub(whole), SAID),
		remedy: readable(secrets.scrub(remedy), ADVISED),
		field: hide(field),
		code: hide(code),
		status,
		failure: failureClass(error),
	};
}

type Texts = Omit<ErrorReport, 'failure'>;

function reportOf(error: unknown, named: string, secrets: Secrets): Texts {
	if (error instanceof InputError)
		return { message: `${error.field}: ${error.problem}`, remedy: error.remedy, field: error.field };
	if (error instanceof InputProblem) {
		const { field, problem, remedy } = textOfInputProblem(error);
		return { message: `${field}: ${problem}`, remedy, field };
	}
	if (error instanceof ApiError) {
		const { kind, code, input, status, requestId } = error.facts;
		const message = textOfApiError(error);
		const field = error.facts.field ?? (input && labelOf(input));
		const subject = serviceName(error.facts.subject && secrets.scrub(error.facts.subject));
		const about = [
			field && !message.includes(field) ? `Field: ${field}.` : '',
			subject && !`${named} ${message}`.includes(subject) ? `Value: ${subject}.` : '',
			code ? `Code: ${code}.` : '',
		]
			.filter(Boolean)
			.join(' ');
		const elsewhere = kind === 'indeterminate' && isRedirect(status) ? `${REMEDIES.redirected.remedy} ` : '';
		const remedy = (code && ownValue(SERVICE_CODES, code)?.remedy) || `${elsewhere}${REMEDIES[kind].remedy}`;
		return {
			message: about ? `${sentence(message)} ${about}` : message,
			remedy: requestId ? `${remedy} (Request ${requestId})` : remedy,
			field,
			code,
			status,
		};
	}
	if (error instanceof NodeApiError)
		return { message: error.message, remedy: error.description ?? '', status: Number(error.httpCode) || undefined };
	if (error instanceof NodeOperationError) return { message: error.message, remedy: error.description ?? '' };
	return ofAnother(error);
}

/** Errors of JavaScript itself, and of the validation library. */
const PROGRAM = /^(Type|Range|Syntax|Reference|URI|Eval|Zod|\$Zod)Error$/;

/** Whether an error is a bug in a program. */
export const isFault = (error: unknown): boolean => error instanceof Error && PROGRAM.test(error.name);

/** Errors of n8n, with its message, and bugs in a program, whose messages help nobody. */
function ofAnother(error: unknown): Texts {
	const { name, message, description, stack } = (
		error instanceof Error ? error : { message: String(error) }
	) as Partial<Error> & { description?: unknown };
	if (!PROGRAM.test(name ?? '') && message && !isJargon(message))
		return { message, remedy: typeof description === 'string' ? description : CHECK };
	if (/Expression/.test(name ?? '')) return { message: 'An expression in this node failed.', remedy: CHECK };
	const place = /([\w-]+\.[jt]s):(\d+)/.exec(stack ?? '');
	return {
		message: `The node failed because of an internal error${place ? ` (${place[1]}, line ${place[2]})` : ''}.`,
		remedy:
			'Before you run again, check in Order Manager what was done. If it fails again, report it to the makers of ' +
			'the node with this message and the version of the package.',
	};
}

const CHECK = 'Check the parameters of the node and their expressions, then run again.';

const sentence = (text: string): string => (/[.!?”)]$/.test(text) ? text : `${text}.`);

/** Errors that were made here and so contain no secret; n8n's own carry the request with its token. */
const made = new WeakSet<Error>();

/**
 * The n8n error for a failure: an API error if the service is involved, so that its status reaches n8n's error
 * workflows and back-off.
 */
export function toNodeError(
	node: INode,
	error: unknown,
	report: ErrorReport,
	itemIndex?: number,
): NodeApiError | NodeOperationError {
	if ((error instanceof NodeApiError || error instanceof NodeOperationError) && made.has(error)) return error;
	const shown = {
		message: shorten(report.message, LONGEST),
		description: report.remedy,
		...(itemIndex === undefined ? {} : { itemIndex }),
	};
	const fresh =
		error instanceof ApiError || error instanceof NodeApiError
			? apiError(node, report.status, shown)
			: new NodeOperationError(node, shown.message, { ...shown, level: 'warning' });
	Object.assign(fresh, { failure: failureFacts(error) });
	made.add(fresh);
	return fresh;
}

function apiError(
	node: INode,
	status: number | undefined,
	shown: { message: string; description: string; itemIndex?: number },
): NodeApiError {
	// Only facts go in, never the request, which carries the token.
	const code: { httpCode?: string } = status ? { httpCode: String(status) } : {};
	const facts = { message: shown.message, ...code } as JsonObject;
	return new NodeApiError(node, facts, { ...shown, ...code, level: 'warning' });
}

/** The JSON of a failed item: what happened, what to do, and the class of the failure. */
export const failureJson = ({ message, remedy, failure }: ErrorReport): IDataObject => ({
	error: message,
	...(remedy ? { message: remedy } : {}),
	failure,
});
