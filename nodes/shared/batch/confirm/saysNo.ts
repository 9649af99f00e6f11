import { fieldsOf, readRowErrors, says } from './rowErrors';

type Fields = Record<string, unknown>;

/**
 * Fields that say how it went with yes or no, in a word, or by telling of trouble. Case and underscores do not matter.
 */
const FLAGS = ['success', 'ok', 'succeeded', 'successful', 'issuccess', 'accepted'];
const WORDS = ['status', 'result', 'outcome'];
const TROUBLE = ['error', 'exception', 'fault', 'errorcode', 'errormessage', 'errordescription'];
/** Fields that say that something went wrong, and not what: it may be a part. */
const SUMMARY = new RegExp(
	'^(has|is)?(row|field|item|order|validation|processing|system|internal|api)?(error|exception|fault|failure)s?' +
		'(messages?|description|details?|text|reason|count|list)?$|^(has|is)?failed(count|rows|items|orders)?$',
);
/** Steps of the work: false says no, and a number is a count. */
const STEPS = ['valid', 'isvalid', 'processed', 'completed', 'applied', 'saved', 'done'];
/** What envelopes around an answer are called, or around what it says of the call. */
const ENVELOPES = ['data', 'result', 'response', 'body', 'payload', 'meta', 'header', 'answer'];
/** The words for no. */
const NO = new RegExp(
	'^(no|nok|ko|false|0)$|' +
		'^(fail|error|reject|refus|den(y|ied)|invalid|unauth|forbid|abort|cancel|unsuccess|skipped|ignored|' +
		'not[ _-]?(ok|found|processed|applied|saved|done|updated|created|accepted|allowed))',
	'i',
);
/** The words for not yet. */
const LATER = /^(pending|queued|enqueued|scheduled|processing|running|waiting|submitted|in[ _-]?progress)$/i;
/** How a message begins that tells of trouble. */
const ALAS = /^(error\b|fail(ed|ure)?\b|exception\b|could not\b|cannot\b|unable to\b)(?!s?: ?0)/i;
/** Words for trouble in the service itself, after which the work may be done all the same. */
const FAILURE = /internal|server error|exception|unavailable|gateway|time[d-]?[ -]?out/i;

const isWord = (value: unknown, pattern: RegExp): boolean => typeof value === 'string' && pattern.test(value.trim());
const isNo = (value: unknown): boolean => value === false || isWord(value, NO);
const isNoFlag = (value: unknown): boolean => value === 0 || isNo(value) || isWord(value, /^n$/i);
const plain = (name: string): string => name.toLowerCase().replaceAll('_', '');

/** Envelopes within envelopes that are opened; real services use one or two. */
const DEPTH = 8;

/** An answer, and what it has in envelopes. */
function partsOf(response: Fields, depth = DEPTH): Fields[] {
	if (depth === 0) return [];
	const inner = Object.entries(response).flatMap(([name, value]): Fields[] => {
		const fields = ENVELOPES.includes(plain(name)) ? fieldsOf(value) : undefined;
		return fields ? [fields] : [];
	});
	return [response, ...inner.flatMap((one) => partsOf(one, depth - 1))];
}

/**
 * Whether a field of an answer, or of what is in its envelopes, is of a kind. @param is gets names without case and
 * underscores
 */
const some = (response: Fields, is: (name: string, value: unknown) => boolean): boolean =>
	partsOf(response).some((fields) => Object.entries(fields).some(([name, value]) => is(plain(name), value)));

/** The HTTP status of a failure that a field of an answer claims. */
function failureIn(name: string, value: unknown, isThing: boolean): number | undefined {
	const names = ['status', 'statuscode', 'httpstatus', ...(isThing ? [] : ['code'])];
	const isStatus = names.includes(name) && (typeof value === 'number' || typeof value === 'string');
	const status = isStatus ? Number(value) : NaN;
	return Number.isInteger(status) && status >= 400 && status < 600 ? status : undefined;
}

/** Whether an answer tells of trouble in the service, and not of a refusal. */
export const isFailure = (response: Fields, isThing: boolean): boolean =>
	some(
		response,
		(name, value) =>
			(failureIn(name, value, isThing) ?? 0) >= 500 ||
			(['exception', 'fault'].includes(name) && says(value)) ||
			(['error', 'message', 'status'].includes(name) && isWord(value, FAILURE)),
	);

/**
 * Whether an answer, or one of its results, says no.
 * @param isThing the answer may be the thing itself: then its words for a state or a code are not about the call
 */
export const saysNo = (response: Fields, isThing = false): boolean =>
	some(
		response,
		(name, value) =>
			(FLAGS.includes(name) && isNoFlag(value)) ||
			(!isThing && WORDS.includes(name) && isNo(value)) ||
			(!isThing && STEPS.includes(name) && value === false) ||
			(TROUBLE.includes(name) && says(value)) ||
			failureIn(name, value, isThing) !== undefined,
	);

/**
 * Whether an answer that does not say no leaves open all the same that the work is done: something went wrong, or is
 * still to be done.
 */
export const leavesOpen = (response: Fields, isThing = false): boolean =>
	some(
		response,
		(name, value) =>
			(name !== 'errors' && SUMMARY.test(name) && says(value)) ||
			(name === 'message' && isWord(value, ALAS)) ||
			(!isThing && WORDS.includes(name) && isWord(value, LATER)),
	) ||
	partsOf(response).some((fields) =>
		Object.entries(fields).some(
			// The list of the answer itself is read row by row.
			([name, value]) =>
				plain(name) === 'errors' && (fields !== response || name !== 'errors') && readRowErrors(value, 0).length > 0,
		),
	);
