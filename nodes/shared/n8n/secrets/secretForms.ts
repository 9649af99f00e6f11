/** The shortest secret that is hidden inside longer text; shorter ones could be part of ordinary words. */
const ANYWHERE = 8;
/** The shortest secret that is hidden as a separate word; shorter ones could be ordinary words. */
const AS_WORD = 3;
/** From this many bytes on, a secret is recognized inside the base64 of a longer text. */
const WITHIN_BASE64 = 6;

/** As often as texts are escaped in practice. Bounded, so that no text can make the search slow. */
const PERCENT = '%(?:25){0,4}';
const BACKSLASHES = String.raw`\\{1,8}`;

const HEX: Record<string, string> = { a: '[aA]', b: '[bB]', c: '[cC]', d: '[dD]', e: '[eE]', f: '[fF]' };
const ENTITIES: Record<string, string> = { '&': '|amp', '<': '|lt', '>': '|gt', '"': '|quot', "'": '|apos' };
const CONTROLS: Record<string, string> = { '\n': 'n', '\r': 'r', '\t': 't', '\b': 'b', '\f': 'f' };

const hex = (code: number, digits: number): string =>
	code
		.toString(16)
		.padStart(digits, '0')
		.replace(/[a-f]/g, (digit) => HEX[digit] ?? digit);
const literal = (char: string): string => char.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * A character in all encodings: plain, or escaped (also repeatedly) for a URL, JSON or HTML. Letters and digits have no
 * other.
 */
function charForms(char: string): string {
	if (/[A-Za-z0-9]/.test(char)) return char;
	const code = char.codePointAt(0) ?? 0;
	const forms = [
		[...bytesOf(char)].map((byte) => `${PERCENT}${hex(byte, 2)}`).join(''),
		char
			.split('')
			.map((unit) => `${BACKSLASHES}u${hex(unit.charCodeAt(0), 4)}`)
			.join(''),
		`&(?:amp;){0,4}(?:#0{0,6}${code}|#[xX]0{0,6}${hex(code, 1)}${ENTITIES[char] ?? ''});`,
		CONTROLS[char] ? `${BACKSLASHES}${CONTROLS[char]}` : '',
		char === ' ' ? String.raw`\+` : '',
		char === '\\' ? BACKSLASHES : `(?:${BACKSLASHES})?${literal(char)}`,
	];
	return `(?:${forms.filter(Boolean).join('|')})`;
}

/** Base64 in the standard and the URL-safe alphabet, percent-encoded or not. */
const base64Forms = (text: string): string =>
	text.replace(/[+/]/g, (char) =>
		char === '+' ? `(?:[+ -]|${PERCENT}2[bB])` : `(?:(?:${BACKSLASHES})?\\/|_|${PERCENT}2[fF])`,
	);

const base64 = (bytes: readonly number[]): string => btoa(String.fromCharCode(...bytes)).replace(/=+$/, '');

/**
 * The common base64 of all texts that contain these bytes: base64 encodes three bytes at a time, so there are three
 * alignments.
 */
const base64Cores = (bytes: Uint8Array): string[] =>
	[0, 1, 2].map((shift) => {
		const all = base64([...Array<number>(shift).fill(0), ...bytes]);
		return all.slice(Math.ceil((8 * shift) / 6), Math.floor((8 * (shift + bytes.length)) / 6));
	});

/** A text as the usual encoders write it into URLs and forms. */
const urlForms = (text: string): string[] => [
	text,
	encodeURIComponent(text),
	new URLSearchParams([['', text]]).toString().slice(1),
];

/**
 * Letters and digits of any script, for a character class. (The Unicode flag would make the search three times as
 * slow.)
 */
const LETTERS = String.raw`A-Za-z0-9\u00c0-\u1fff\u2c00-\u2fff\u3040-\ud7ff\uf900-\uffdc`;
const ESCAPED = String.raw`%[\da-fA-F]{2}|\\[bfnrt]|\\u[\da-fA-F]{4}`;
/** The only context in which a secret of one or two characters is recognized. */
const NAMED = String.raw`(?:[bB]earer|[bB]asic|[tT]oken|[sS]ecret|[pP]assword)(?:[^${LETTERS}]|${ESCAPED}){1,4}`;

/**
 * Forms that follow something else. The forms are searched first and their surroundings checked second, which is
 * faster.
 */
const after = (before: string, forms: string): string => `${forms}(?<=(?:${before})${forms})`;
/** Forms as a separate word: not next to letters or digits, or after the end of an escape. */
const asWord = (forms: string, alsoInWords: string, end = ''): string =>
	`${after(`^|[^${LETTERS}${alsoInWords}]|${ESCAPED}`, forms)}${end}(?![${LETTERS}${alsoInWords}])`;
const asBase64Word = (forms: string): string => asWord(forms, '+/_-', `(?:=|${PERCENT}3[dD]){0,2}`);

/** The patterns for a secret in all of its encodings. */
export interface SecretForms {
	/** For the secret as text. */
	plain: string;
	/** For base64 that contains the secret. */
	blobs: string[];
	/** No shorter text can contain the secret. */
	shortest: number;
}

/**
 * @param given the secret as it was entered, including surrounding spaces
 * @param ids values that may be sent with it, as in `base64(id:secret)`
 */
export function formsOf(given: string, ids: readonly string[]): SecretForms {
	const secret = given.trim();
	const bytes = bytesOf(secret).length;
	const forms = [...secret].map(charForms).join('');
	const word = secret.length >= AS_WORD ? forms : after(NAMED, forms);
	const plain = secret.length >= ANYWHERE ? forms : asWord(word, '_-');
	if (bytes >= WITHIN_BASE64) {
		const cores = unique(urlForms(secret)).flatMap((form) => base64Cores(bytesOf(form)));
		return { plain, blobs: unique(cores).map(base64Forms), shortest: secret.length };
	}
	const names = ['', ...unique(ids.flatMap(urlForms))];
	const pairs = unique([secret, given].flatMap(urlForms)).flatMap((form) => [
		form,
		...names.map((name) => `${name}:${form}`),
	]);
	const blobs = unique(pairs)
		.filter((pair) => pair.length >= AS_WORD)
		.map((pair) => base64Forms(base64([...bytesOf(pair)])));
	return { plain, blobs: blobs.map(asBase64Word), shortest: secret.length };
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];
