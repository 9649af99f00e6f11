import { RecordNames, UnreadableRecord, TakeUnreadable } from '../ports/unreadable';
import { printable, shorten } from '../../domain/values/shorten';
import { ApiError } from '../../http/errors/apiError';
import { rethrow } from '../../http/errors/rethrow';
import { hasMarkup, isJargon, serviceName } from '../../http/errors/serviceWords';

interface Odd {
	value: unknown;
	/** The expected value, for example `a number`. */
	expected: string;
	/** Where it is; the empty path is the whole response. Absent if only the value is known. */
	path?: readonly string[];
	endpoint?: string;
}

/** A response has an invalid value. */
export class UnreadableValue extends ApiError {
	readonly expected: string;

	constructor(readonly odd: Odd) {
		super({
			kind: 'unreadable',
			message: `The service's response cannot be read: ${problemOf(odd)}.`,
			endpoint: odd.endpoint,
		});
		this.name = 'UnreadableValue';
		this.expected = odd.expected;
	}
}

/** Characters of a value that a message shows. */
const SHOWN = 40;
/** Characters of a value that are examined. */
const READ = 1_000;

function problemOf({ value, expected, path = [] }: Odd): string {
	const where = path.length > 0 ? `“${shorten(printable(path.join('.')), 2 * SHOWN)}” is` : 'it is';
	if (value === undefined) return `${where} missing`;
	if (value === null || (typeof value === 'string' && value.trim() === ''))
		return `${where} empty, but should be ${expected}`;
	return `${where} ${shown(value)}, not ${expected}`;
}

function shown(value: unknown): string {
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'object' && value !== null) return 'an object';
	if (typeof value !== 'string') return String(value);
	const text = value.slice(0, READ);
	if (hasMarkup(text)) return 'text with HTML in it';
	return isJargon(text) ? 'the error text of a program' : `“${shorten(printable(text), SHOWN)}”`;
}

function unreadableRecord(raw: unknown, { what, id, name }: RecordNames, { odd }: UnreadableValue): UnreadableRecord {
	const [called, itsId] = [name, id].map((path) => nameAt(raw, path));
	const which = [called === undefined ? '' : ` ${called}`, itsId === undefined ? '' : ` (ID ${itsId})`].join('');
	const path = odd.path?.length ? odd.path : pathOf(raw, odd.value);
	return new UnreadableRecord(raw, `${what}${which} cannot be read: ${problemOf({ ...odd, path })}.`, odd.endpoint);
}

/** A record's own name, if it is readable. */
function nameAt(raw: unknown, path: string | undefined): string | undefined {
	const name = serviceName(path && plainValue(raw, path));
	return name && shorten(name, SHOWN);
}

/** A text or an integer at a wire path, as text; undefined for anything else. */
export function plainValue(raw: unknown, path: string): string | undefined {
	const value = path.split('.').reduce<unknown>((at, name) => (isObject(at) ? at[name] : undefined), raw);
	return (typeof value === 'string' && value.trim() !== '') || Number.isSafeInteger(value) ? String(value) : undefined;
}

/** Values that are read are not nested deeper. */
const DEEPEST = 10;

/** Finds the path of a rejected value. */
function pathOf(raw: unknown, value: unknown, depth = 0): string[] | undefined {
	if (!isObject(raw) || depth > DEEPEST) return undefined;
	for (const [name, inside] of Object.entries(raw)) {
		if (inside === value) return [name];
		const rest = pathOf(inside, value, depth + 1);
		if (rest) return [name, ...rest];
	}
	return undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Wraps a reader of records: an unreadable record becomes an error that names it. */
export const recordReader =
	<R>(names: RecordNames, read: (raw: unknown, endpoint: string) => R) =>
	(raw: unknown, endpoint: string): R => {
		try {
			return read(raw, endpoint);
		} catch (error) {
			throw error instanceof UnreadableValue ? unreadableRecord(raw, names, error) : rethrow(error);
		}
	};

/** Unreadable records of a look-up, each of which may be the one that was searched for. */
export class Doubts {
	private readonly records: UnreadableRecord[] = [];

	readonly take: TakeUnreadable = (record) => void this.records.push(record);

	/**
	 * @param wanted what was searched for, for example `order 10250`
	 * @param fields wire paths with the values that it would have, compared without regard to case
	 * @returns the error for a record that was not found, if one of the unreadable records may be it
	 */
	about(wanted: string, fields: Readonly<Record<string, string | undefined>>): ApiError | undefined {
		const given = Object.entries(fields).filter(([, value]) => value !== undefined) as Array<[string, string]>;
		const found = this.records.find(({ raw }) => given.every(([path, value]) => mayBe(plainValue(raw, path), value)));
		if (!found) return undefined;
		return new ApiError({ ...found.facts, message: `It is unknown whether ${wanted} exists: ${found.message}` });
	}
}

const mayBe = (actual: string | undefined, wanted: string): boolean =>
	actual === undefined || actual.trim().toLowerCase() === wanted.trim().toLowerCase();
