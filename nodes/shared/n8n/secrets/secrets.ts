import { formsOf } from './secretForms';

/** Replaces a secret. */
export const HIDDEN = '•••';

/** Names of fields that hold secrets, and of those that only mention them. */
const SECRET_NAME = /secret|token|password/i;
const NO_SECRET_NAME = /url|uri|type|scope|expire/i;
/** A neutral part of a name: the fields inside have names of their own. */
const CONTAINER = 'oauthTokenData';

const BASE64 = /[A-Za-z0-9+/=_-]/;
/** No record that a service sends nests deeper. */
const DEEPEST = 1000;
/** Any proof of identity, known or not; words without a digit do not count. */
const PROOFS = /\b(Bearer|Basic)\s+(?=\S*\d)[\w.~+/=-]{6,}/gi;

/** All secret values in a decrypted credential, at any depth. */
function secretsOf(value: unknown, path = '', leaf = ''): string[] {
	if (typeof value === 'string' || typeof value === 'number')
		return SECRET_NAME.test(path) && !NO_SECRET_NAME.test(leaf) ? [String(value)] : [];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) =>
		secretsOf(inner, key === CONTAINER ? path : `${path} ${key}`, key),
	);
}

/** The secrets of a connection, and the one place that removes them from what leaves the package. */
export class Secrets {
	private readonly known = new Set<string>();
	/** Values that are sent together with secrets. */
	private readonly ids = new Set<string>();
	private pattern?: RegExp;
	private shortest = Infinity;
	/** Field names without a secret: rows repeat the same ones. */
	private readonly cleanNames = new Set<string>();

	constructor(credential?: unknown) {
		this.add(credential);
	}

	/** Adds the secrets of a credential, such as a newly fetched token. */
	add(credential: unknown): void {
		const { clientId } = (credential ?? {}) as { clientId?: unknown };
		if (typeof clientId === 'string' || typeof clientId === 'number') this.ids.add(String(clientId).trim());
		this.learn(secretsOf(credential));
	}

	/** Adds the secrets that a request was sent with: n8n signs the object that it receives. */
	addFrom({ headers, url }: { headers?: Record<string, unknown>; url: string }): void {
		const proof = String(headers?.Authorization ?? '').replace(/^\w+\s+/, '');
		const inQuery = /[?&]access_token=([^&#]+)/.exec(url)?.[1] ?? '';
		this.learn([proof, inQuery]);
	}

	private learn(values: readonly string[]): void {
		const fresh = values.filter((value) => value.trim() !== '' && !this.known.has(value));
		if (fresh.length === 0) return;
		for (const value of fresh) this.known.add(value);
		const forms = [...this.known]
			.map((value) => formsOf(value, [...this.ids]))
			.sort((one, other) => other.shortest - one.shortest);
		const blobs = forms.flatMap((form) => form.blobs);
		this.pattern = new RegExp(
			`${blobs.length > 0 ? `(?<blob>${blobs.join('|')})|` : ''}${forms.map(({ plain }) => plain).join('|')}`,
			'g',
		);
		this.shortest = Math.min(...forms.map(({ shortest }) => shortest));
		this.cleanNames.clear();
	}

	/** A text of the service without the secrets. */
	hide(text: string): string {
		// Nearly all texts end here: searching without a loop is much faster.
		if (!this.pattern || text.length < this.shortest || text.search(this.pattern) < 0) return text;
		let result = '';
		let from = 0;
		for (const match of text.matchAll(this.pattern)) {
			let [start, end] = [match.index, match.index + match[0].length];
			const hidden = start < from;
			if (!hidden && match.groups?.blob !== undefined) {
				// The surrounding characters belong to the same base64, which holds the ends of the secret.
				while (start > from && BASE64.test(text.charAt(start - 1))) start -= 1;
				while (end < text.length && BASE64.test(text.charAt(end))) end += 1;
			}
			if (!hidden) result += `${text.slice(from, start)}${HIDDEN}`;
			from = Math.max(from, end);
		}
		return from === 0 ? text : result + text.slice(from);
	}

	/** A text for people: without the secrets, and without anything that looks like one. */
	scrub(text: string): string {
		return this.hide(text).replace(PROOFS, `$1 ${HIDDEN}`);
	}

	/** Data without the secrets. A value without secrets is returned uncopied. */
	hideIn<T>(value: T): T {
		return this.pattern ? (this.clean(value, 0) as T) : value;
	}

	private clean(value: unknown, depth: number): unknown {
		if (typeof value === 'string') return this.hide(value);
		if (typeof value !== 'object' || value === null) return value;
		if (depth > DEEPEST) return HIDDEN;
		return Array.isArray(value)
			? this.cleanList(value, depth + 1)
			: this.cleanFields(value as Record<string, unknown>, depth + 1);
	}

	private cleanList(list: unknown[], depth: number): unknown[] {
		let copy: unknown[] | undefined;
		for (let at = 0; at < list.length; at++) {
			const cleaned = this.clean(list[at], depth);
			if (!Object.is(cleaned, list[at])) (copy ??= [...list])[at] = cleaned;
		}
		return copy ?? list;
	}

	private cleanFields(fields: Record<string, unknown>, depth: number): Record<string, unknown> {
		const names = Object.keys(fields);
		let copy: Array<[string, unknown]> | undefined;
		names.forEach((name, at) => {
			const cleaned = this.clean(fields[name], depth);
			const changed = !Object.is(cleaned, fields[name]) || !this.isClean(name);
			if (changed) copy ??= names.slice(0, at).map((before) => [before, fields[before]]);
			copy?.push([this.isClean(name) ? name : this.hide(name), cleaned]);
		});
		return copy ? Object.fromEntries(copy) : fields;
	}

	private isClean(name: string): boolean {
		if (this.cleanNames.has(name)) return true;
		const clean = this.hide(name) === name;
		if (clean) this.cleanNames.add(name);
		return clean;
	}
}

/** For use before a credential has been read. */
export const NO_SECRETS = new Secrets();
