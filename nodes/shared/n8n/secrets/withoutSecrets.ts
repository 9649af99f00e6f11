import type { Transport } from '../../http/transport';
import type { Secrets } from './secrets';

/** Headers that messages show. */
const SHOWN = ['location', 'x-request-id', 'x-correlation-id'];
/** Fields with the service's messages, and at the top of a response those that say what the messages are about. */
const WORDS = new Set([
	'errors',
	'error',
	'details',
	'message',
	'error_description',
	'errorMessage',
	'processingMessage',
	'exception',
]);
const TOP = new Set([
	...WORDS,
	...['code', 'errorCode', 'field', 'fieldName', 'description', 'detail', 'title', 'reason', 'text'],
]);
/** Fields that identify rows. */
const NAMES = ['index', 'row', 'identifier', 'userIdentifier', 'orderNumber', 'order_number'];
/** Messages are not nested deeper. */
const DEEPEST = 10;

/**
 * Removes secrets from responses before anything reads them.
 *
 * Texts and messages always: they are only shown, and later steps cut them, after which half a secret would go
 * unrecognized. Rows only where nothing depends on them: a short secret may equal an order number, and an unrecognized
 * order would be created twice.
 * @param inRows for nodes and forms that only read and show
 */
export const withoutSecrets =
	(send: Transport, secrets: Secrets, inRows: boolean): Transport =>
	async (request) => {
		const { status, headers, body } = await send(request);
		const shown = SHOWN.flatMap((name) => (headers[name] === undefined ? [] : [[name, secrets.hide(headers[name])]]));
		return {
			status,
			headers: { ...headers, ...(Object.fromEntries(shown) as typeof headers) },
			body: inRows || typeof body === 'string' ? secrets.hideIn(body) : withoutWords(body, secrets, TOP, 0),
		};
	};

/** A response with secrets removed from its messages only. */
function withoutWords(value: unknown, secrets: Secrets, text: ReadonlySet<string>, depth: number): unknown {
	if (typeof value !== 'object' || value === null || depth > DEEPEST) return value;
	const isList = Array.isArray(value);
	const inside = isList && depth === 0 ? TOP : isList ? text : WORDS;
	const fields = value as Record<string, unknown>;
	// A value without secrets is not copied: lists are long, and secrets are rare.
	let copy: Record<string, unknown> | undefined;
	for (const name of Object.keys(fields)) {
		const given = fields[name];
		const isText = typeof given === 'string';
		if (!isText && (typeof given !== 'object' || given === null)) continue;
		const isWords = !isList && text.has(name);
		if (isText && !isWords) continue;
		const cleaned = isWords ? hidden(given, secrets, 0) : withoutWords(given, secrets, inside, depth + 1);
		if (!Object.is(cleaned, given)) (copy ??= shallowCopy(fields))[name] = cleaned;
	}
	return copy ?? value;
}

const shallowCopy = (fields: Record<string, unknown>): Record<string, unknown> =>
	(Array.isArray(fields) ? [...(fields as unknown[])] : { ...fields }) as Record<string, unknown>;

/** Removes secrets from everything in the messages except the names of rows. */
function hidden(value: unknown, secrets: Secrets, depth: number): unknown {
	if (typeof value !== 'object' || value === null || depth > DEEPEST || Object.is(secrets.hideIn(value), value))
		return secrets.hideIn(value);
	if (Array.isArray(value)) return value.map((one: unknown) => hidden(one, secrets, depth + 1));
	return Object.fromEntries(
		Object.entries(value).map(([name, inside]) => [
			secrets.hide(name),
			NAMES.includes(name) ? inside : hidden(inside, secrets, depth + 1),
		]),
	);
}
