// The code of the branch "IDs" of "Extensiv IDs": which ID of the ERP is which ID of Extensiv.

const plain = (value) => String(value ?? '').trim();

const pairOf = ({ kind, erpId, extensivId }) => ({
	kind: plain(kind),
	erpId: plain(erpId),
	extensivId: plain(extensivId),
});

/** One text for kind and ID. Empty for no ID: no row has an empty key. */
const keyOf = (kind, id) => (id === '' ? '' : JSON.stringify([kind, id]));

/** By what the rows of each request are looked up. */
const keysOf = (requests) =>
	requests.map((request) => {
		const { kind, erpId, extensivId } = pairOf(request);
		return { erpKey: keyOf(kind, erpId), extensivKey: keyOf(kind, extensivId) };
	});

const MEND =
	'Delete the row that is wrong from the data table of IDs, or correct the workflow that gives the wrong ID.';

function invalid({ action }, { kind, erpId, extensivId }) {
	if (kind === '')
		return { problem: 'The item has no kind.', remedy: 'Say in “kind” what the IDs are of: order, product …' };
	if (action === 'put')
		return erpId !== '' && extensivId !== ''
			? undefined
			: { problem: 'One of the two IDs is missing.', remedy: 'Give “erpId” and “extensivId”.' };
	if (action === 'get')
		return (erpId === '') !== (extensivId === '')
			? undefined
			: {
					problem: 'It is not clear which ID to find.',
					remedy: 'Give either “erpId” or “extensivId”, to get the other.',
				};
	return {
		problem: `The action “${plain(action)}” does not go with the first item.`,
		remedy: 'All items of a call have the action get or put, or all have wrote or changed.',
	};
}

const namePair = ({ kind, erpId, extensivId }) => `${kind} ${erpId} of the ERP is ${extensivId} of Extensiv`;

/** Pairs by both of their keys. */
class Pairs {
	#byErp = new Map();
	#byExtensiv = new Map();

	add(pair) {
		const add = (map, key) => map.set(key, [...(map.get(key) ?? []), pair]);
		add(this.#byErp, keyOf(pair.kind, pair.erpId));
		add(this.#byExtensiv, keyOf(pair.kind, pair.extensivId));
	}

	/** The distinct pairs that have one of the two IDs. */
	with({ kind, erpId, extensivId }) {
		const found = [
			...(this.#byErp.get(keyOf(kind, erpId)) ?? []),
			...(this.#byExtensiv.get(keyOf(kind, extensivId)) ?? []),
		];
		return [...new Map(found.map((pair) => [JSON.stringify([pair.erpId, pair.extensivId]), pair])).values()];
	}
}

function put(pair, pairs, now) {
	const found = pairs.with(pair);
	const other = found.find((one) => one.erpId !== pair.erpId || one.extensivId !== pair.extensivId);
	if (other)
		return {
			outcome: 'failed',
			problem: `${namePair(other)} already, so ${pair.erpId} cannot be ${pair.extensivId}.`,
			remedy: MEND,
		};
	if (found.length > 0) return { outcome: 'alreadyDone' };
	pairs.add(pair);
	const keys = { erpKey: keyOf(pair.kind, pair.erpId), extensivKey: keyOf(pair.kind, pair.extensivId) };
	return { outcome: 'done', row: { ...pair, ...keys, since: now.toISOString() } };
}

function get(pair, pairs) {
	const found = pairs.with(pair);
	if (found.length > 1)
		return {
			outcome: 'failed',
			problem: `Two pairs contradict each other: ${found.slice(0, 2).map(namePair).join(', and ')}.`,
			remedy: MEND,
		};
	const [{ erpId, extensivId } = {}] = found;
	const ids = { erpId: erpId ?? (pair.erpId || null), extensivId: extensivId ?? (pair.extensivId || null) };
	return { outcome: found.length === 1 ? 'found' : 'unknown', ...ids };
}

/**
 * The answer to each request, and the row that it adds. Nothing is overwritten: a pair that contradicts a known one fails
 * with the IDs of both.
 * @param requests `{action: 'put' or 'get', kind, erpId, extensivId}`
 * @param rows those of the table that have one of the keys of the requests
 */
function answersOf(requests, rows, now) {
	const pairs = new Pairs();
	for (const row of rows) if (row.erpKey !== undefined) pairs.add(pairOf(row));
	return requests.map((request) => {
		const pair = pairOf(request);
		const wrong = invalid(request, pair);
		if (wrong) return { answer: { ...request, outcome: 'failed', ...wrong }, row: null };
		const { row = null, ...rest } = request.action === 'put' ? put(pair, pairs, now) : get(pair, pairs);
		return { answer: { ...request, ...rest }, row };
	});
}

/** IDs of the rows that repeat a pair: two calls at the same moment may both have added it. The oldest row stays. */
function repeatedOf(rows) {
	const oldest = new Map();
	const ids = new Map();
	for (const { id, erpKey, extensivKey } of rows) {
		if (id === undefined) continue;
		const pair = JSON.stringify([erpKey, extensivKey]);
		ids.set(id, pair);
		oldest.set(pair, Math.min(id, oldest.get(pair) ?? id));
	}
	return [...ids].filter(([id, pair]) => id !== oldest.get(pair)).map(([id]) => id);
}

module.exports = { keysOf, answersOf, repeatedOf };
