// The code of the branch "Echoes" of "Extensiv IDs": whether a change is one that we wrote ourselves.

const trimmed = (value) => String(value ?? '').trim();

/** Values as the other system may give them back: empty ones are left out, numbers are text, keys have one order. */
function normal(value) {
	if (Array.isArray(value)) return value.map((one) => normal(one) ?? null);
	if (typeof value === 'object' && value !== null) {
		const entries = Object.keys(value)
			.sort()
			.map((key) => [key, normal(value[key])])
			.filter(([, one]) => one !== undefined);
		return entries.length === 0 ? undefined : Object.fromEntries(entries);
	}
	const text = trimmed(value);
	return text === '' ? undefined : text;
}

const identityOf = ({ system, kind, id }) => [system, kind, id].map(trimmed);

/** What each record is known by, and the text of its fields that is hashed. */
const textsOf = (requests) =>
	requests.map((request) => ({
		key: JSON.stringify(identityOf(request)),
		text: JSON.stringify(normal(request.fields) ?? null),
	}));

function problemOf(request) {
	const [system, kind, id] = identityOf(request);
	if (!['wrote', 'changed'].includes(request.action))
		return {
			problem: `The action “${trimmed(request.action)}” is not known here.`,
			remedy: 'Use get or put for IDs, wrote or changed for changes, and the same group for all items of a call.',
		};
	if (!['erp', 'extensiv'].includes(system))
		return {
			problem: 'It is not clear whose record this is.',
			remedy: 'Say in “system” where it is: erp or extensiv.',
		};
	if (kind === '' || id === '')
		return { problem: 'The record is not named.', remedy: 'Give “kind” (order, product …) and “id”.' };
	if (normal(request.fields) === undefined)
		return {
			problem: 'There are no fields to compare.',
			remedy: 'Give in “fields” an object with those that go both ways.',
		};
	return undefined;
}

/**
 * The answer to each request, and the row that it writes. A change is an echo if its fields are those that were written
 * last. Any other change makes that be forgotten: if somebody later sets the old values again, that is a change too, and
 * a change that was seen but got lost on its way is one again.
 * @param requests `{action: 'wrote' or 'changed', system, kind, id, fields}`
 * @param hashes of the texts of the requests, in their order
 * @param rows those of the table that have one of the keys of the requests
 */
function verdictsOf(requests, hashes, rows, now) {
	const keys = textsOf(requests).map(({ key }) => key);
	const written = new Map(
		rows
			.filter(({ key }) => key !== undefined)
			.sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
			.map(({ key, hash }) => [key, hash]),
	);
	const ids = new Map(rows.map(({ key, id }) => [key, id]));
	const remember = (key, hash) => {
		written.set(key, hash);
		return { id: ids.get(key), key, hash, at: now.toISOString() };
	};
	return requests.map((request, at) => {
		const [key, hash] = [keys[at], hashes[at]];
		const problem = problemOf(request);
		if (problem) return { answer: { ...request, outcome: 'failed', ...problem }, row: null };
		if (request.action === 'wrote') return { answer: { ...request, outcome: 'done' }, row: remember(key, hash) };
		if (written.get(key) === hash) return { answer: { ...request, outcome: 'echo' }, row: null };
		const row = written.get(key) ? remember(key, '') : null;
		return { answer: { ...request, outcome: 'change' }, row };
	});
}

module.exports = { textsOf, verdictsOf };
