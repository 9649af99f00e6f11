import { InputError } from './inputError';
import { addTo } from './multiMap';

const FIELD = 'Path';

/**
 * Checks the path of a custom call. It must stay below the base address of the credential and away from the token
 * endpoint: the request carries the account's token.
 * @returns the path as it is to be sent, and the query that stood behind it
 * @throws InputError
 */
export function customPath(given: string): { path: string; query: Map<string, string[]> } {
	const text = given.trim();
	if (/^[a-z][a-z0-9+.-]*:/i.test(text) || /^[/\\]{2}/.test(text)) {
		throw new InputError(
			FIELD,
			`“${text}” is a whole address.`,
			'Give only what comes after the host, for example /v1/labels; the host comes from the credential.',
		);
	}
	const [path = '', search = ''] = text.split('?', 2);
	const plain = decoded(path);
	const segments = plain.split('/');
	if (!path.startsWith('/') || path.length < 2)
		throw new InputError(FIELD, `“${text}” does not begin with a slash.`, 'Give it like /v1/labels.');
	// eslint-disable-next-line no-control-regex -- control characters are what must be found
	if (/[\\#\u0000-\u001f\u007f]/.test(plain) || plain.includes('//'))
		throw new InputError(FIELD, `“${text}” has characters that a path must not have.`, 'Give it like /v1/labels.');
	if (segments.some((segment) => /^\.{1,2}(;|$)/.test(segment)))
		throw new InputError(FIELD, `“${text}” leads out of its folder.`, 'Give the path without “.” and “..”.');
	if (segments.some((segment) => /^oauth(;|$)/i.test(segment)))
		throw new InputError(
			FIELD,
			'The token endpoint is not for custom calls.',
			'n8n fetches the token by itself; choose another path.',
		);
	const placeholder = /\{[^}]*\}/.exec(plain)?.[0];
	if (placeholder)
		throw new InputError(FIELD, `The path still has the placeholder ${placeholder}.`, 'Put the real value there.');
	const query = new Map<string, string[]>();
	for (const [name, value] of new URLSearchParams(search)) addTo(query, name, value);
	return { path, query };
}

/** The path without any layer of percent signs: proxies are known to take off more than one. */
function decoded(path: string): string {
	let text = path;
	for (let layer = 0; layer < 5; layer++) {
		const next = withoutLayer(text);
		if (next === undefined)
			throw new InputError(
				FIELD,
				`“${path}” has a percent sign that stands for nothing.`,
				'Write a percent sign as %25.',
			);
		if (next === text) return text;
		text = next;
	}
	throw new InputError(FIELD, `“${path}” is encoded too many times.`, 'Give it plainly, like /v1/labels.');
}

function withoutLayer(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}
