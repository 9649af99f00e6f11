import { InputError } from './inputError';
import { addTo } from './multiMap';

const FIELD = 'Path';

/**
 * Checks the path of a custom call. It must stay below the base URL of the credential and away from the token endpoint,
 * because the request carries the account's token.
 * @returns the path to send, and its query
 * @throws InputError
 */
export function customPath(given: string): { path: string; query: Map<string, string[]> } {
	const text = given.trim();
	if (/^[a-z][a-z0-9+.-]*:/i.test(text) || /^[/\\]{2}/.test(text)) {
		throw new InputError(
			FIELD,
			`“${text}” is a complete address.`,
			'Enter only the part after the host, for example /v1/labels; the host comes from the credential.',
		);
	}
	const [path = '', search = ''] = text.split('?', 2);
	const plain = decoded(path);
	const segments = plain.split('/');
	if (!path.startsWith('/') || path.length < 2)
		throw new InputError(FIELD, `“${text}” does not begin with a slash.`, 'Write it like /v1/labels.');
	// eslint-disable-next-line no-control-regex -- control characters are what must be found
	if (/[\\#\u0000-\u001f\u007f]/.test(plain) || plain.includes('//'))
		throw new InputError(
			FIELD,
			`“${text}” contains characters that are not allowed in a path.`,
			'Write it like /v1/labels.',
		);
	if (segments.some((segment) => /^\.{1,2}(;|$)/.test(segment)))
		throw new InputError(FIELD, `“${text}” leads out of its folder.`, 'Write the path without “.” and “..”.');
	if (segments.some((segment) => /^oauth(;|$)/i.test(segment)))
		throw new InputError(
			FIELD,
			'Custom calls cannot use the token endpoint.',
			'n8n fetches the token by itself; use another path.',
		);
	const placeholder = /\{[^}]*\}/.exec(plain)?.[0];
	if (placeholder)
		throw new InputError(
			FIELD,
			`The path still contains the placeholder ${placeholder}.`,
			'Replace it with the real value.',
		);
	const query = new Map<string, string[]>();
	for (const [name, value] of new URLSearchParams(search)) addTo(query, name, value);
	return { path, query };
}

/** The path without any layer of percent encoding: proxies are known to remove more than one. */
function decoded(path: string): string {
	let text = path;
	for (let layer = 0; layer < 5; layer++) {
		const next = withoutLayer(text);
		if (next === undefined)
			throw new InputError(
				FIELD,
				`“${path}” contains a percent sign that encodes nothing.`,
				'Write a percent sign as %25.',
			);
		if (next === text) return text;
		text = next;
	}
	throw new InputError(FIELD, `“${path}” is encoded too many times.`, 'Write it without encoding, like /v1/labels.');
}

function withoutLayer(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}
