// The code of "Extensiv IDs": keys to look up, a few of them with each look-up.

/**
 * Puts keys into items of so many slots, because n8n looks up one item after the other. Each key once, without empty ones.
 * @param keys lists of keys by the column they are in
 * @param size slots for each column; those left over are empty, and no row has an empty key
 * @returns at least one item, so that the next steps run
 */
function slotsOf(keys, size) {
	const lists = Object.entries(keys).map(([column, all]) => [column, [...new Set(all)].filter((key) => key !== '')]);
	const count = Math.max(1, ...lists.map(([, list]) => Math.ceil(list.length / size)));
	return Array.from({ length: count }, (_item, at) =>
		Object.fromEntries(
			lists.map(([column, list]) => [
				column,
				Array.from({ length: size }, (_slot, slot) => list[at * size + slot] ?? ''),
			]),
		),
	);
}

module.exports = { slotsOf };
