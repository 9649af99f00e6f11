import { fieldsOf, readRowErrors, says } from './rowErrors';

type Fields = Record<string, unknown>;

/** Fields that report success or failure: as a boolean, a word, or an error. Case and underscores do not matter. */
const FLAGS = ['success', 'ok', 'succeeded', 'successful', 'issuccess', 'accepted'];
const WORDS = ['status', 'result', 'outcome'];
const TROUBLE = ['error', 'exception', 'fault', 'errorcode', 'errormessage', 'errordescription'];
/** Fields that say that something went wrong, but not what: it may be only a part. */
const SUMMARY = new RegExp(
	'^(has|is)?(row|field|item|order|validation|processing|system|internal|api)?(error|exception|fault|failure)s?' +
		'(messages?|description|details?|text|reason|count|list)?$|^(has|is)?failed(count|rows|items|orders)?$',
);
/** Steps of the work: false means failure, and a number is a count. */
const STEPS = ['valid', 'isvalid', 'processed', 'completed', 'applied', 'saved', 'done'];
/** Names of envelopes around a response, or around its status. */
const ENVELOPES = ['data', 'result', 'response', 'body', 'payload', 'meta', 'header', 'answer'];
/** Words for failure. */
const NO = new RegExp(
	'^(no|nok|ko|false|0)$|' +
		'^(fail|error|reject|refus|den(y|ied)|invalid|unauth|forbid|abort|cancel|unsuccess|skipped|ignored|' +
		'not[ _-]?(ok|found|processed|applied|saved|done|updated|created|accepted|allowed))',
	'i',
);
/** Words for work that is still pending. */
const LATER = /^(pending|queued|enqueued|scheduled|processing|running|waiting|submitted|in[ _-]?progress)$/i;
/** How messages about failures begin. */
const ALAS = /^(error\b|fail(ed|ure)?\b|exception\b|could not\b|cannot\b|unable to\b)(?!s?: ?0)/i;
/** Words for a failure of the service itself, after which the work may still be done. */
const FAILURE = /internal|server error|exception|unavailable|gateway|time[d-]?[ -]?out/i;

const isWord = (value: unknown, pattern: RegExp): boolean => typeof value === 'string' && pattern.test(value.trim());
const isNo = (value: unknown): boolean => value === false || isWord(value, NO);
const isNoFlag = (value: unknown): boolean => value === 0 || isNo(value) || isWord(value, /^n$/i);
const plain = (name: string): string => name.toLowerCase().replaceAll('_', '');

/** How many nested envelopes to open; real services use one or two. */
const DEPTH = 8;

/** A response and the contents of its envelopes. */
function partsOf(response: Fields, depth = DEPTH): Fields[] {
	if (depth === 0) return [];
	const inner = Object.entries(response).flatMap(([name, value]): Fields[] => {
		const fields = ENVELOPES.includes(plain(name)) ? fieldsOf(value) : undefined;
		return fields ? [fields] : [];
	});
	return [response, ...inner.flatMap((one) => partsOf(one, depth - 1))];
}

/**
 * Whether a field of a response, or in its envelopes, passes a test.
 * @param is receives names without case and underscores
 */
const some = (response: Fields, is: (name: string, value: unknown) => boolean): boolean =>
	partsOf(response).some((fields) => Object.entries(fields).some(([name, value]) => is(plain(name), value)));

/** The HTTP status of a failure that a response field reports. */
function failureIn(name: string, value: unknown, isThing: boolean): number | undefined {
	const names = ['status', 'statuscode', 'httpstatus', ...(isThing ? [] : ['code'])];
	const isStatus = names.includes(name) && (typeof value === 'number' || typeof value === 'string');
	const status = isStatus ? Number(value) : NaN;
	return Number.isInteger(status) && status >= 400 && status < 600 ? status : undefined;
}

/** Whether a response reports a failure of the service rather than a refusal. */
export const isFailure = (response: Fields, isThing: boolean): boolean =>
	some(
		response,
		(name, value) =>
			(failureIn(name, value, isThing) ?? 0) >= 500 ||
			(['exception', 'fault'].includes(name) && says(value)) ||
			(['error', 'message', 'status'].includes(name) && isWord(value, FAILURE)),
	);

/**
 * Whether a response, or one of its results, is a refusal.
 * @param isThing the response may be the record itself, whose own status or code says nothing about the call
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
 * Whether a response that is not a refusal still does not settle that the work is done: something went wrong, or is
 * pending.
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
			// The list at the top level is read row by row.
			([name, value]) =>
				plain(name) === 'errors' && (fields !== response || name !== 'errors') && readRowErrors(value, 0).length > 0,
		),
	);
