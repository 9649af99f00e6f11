/** Shorter values would blot out innocent words, and are no secrets worth the name. */
const SHORTEST = 6;
const SECRET_NAME = /secret|token|password/i;

/** All secret values in a decrypted credential, however deep. */
export function secretsOf(credential: unknown, name = ''): string[] {
	if (typeof credential === 'string') return SECRET_NAME.test(name) && credential.length >= SHORTEST ? [credential] : [];
	if (typeof credential !== 'object' || credential === null) return [];
	return Object.entries(credential).flatMap(([key, value]) => secretsOf(value, /url/i.test(key) ? '' : `${name} ${key}`));
}

/** Takes secrets out of a text: the known ones, and whatever stands behind the word Bearer or Basic. */
export function scrub(text: string, secrets: readonly string[]): string {
	const hidden = secrets.reduce((result, secret) => result.replaceAll(secret, '•••'), text);
	return hidden.replace(/\b(Bearer|Basic)\s+[\w.~+/=-]{6,}/gi, '$1 •••');
}
