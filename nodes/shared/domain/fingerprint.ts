const BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/** A short fingerprint of a value (FNV-1a, 32 bits): with an id and a time, it identifies a version of a record. */
export function fingerprintOf(value: unknown): string {
	const text = JSON.stringify(value) ?? '';
	const { imul } = Math;
	let hash = BASIS;
	for (let at = 0; at < text.length; at++) hash = imul(hash ^ text.charCodeAt(at), PRIME);
	return (hash >>> 0).toString(36);
}
