/** Adds a value to those of a key. (Copying the list each time would take minutes for the items of a nightly run.) */
export function addTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
	const values = map.get(key);
	if (values) values.push(value);
	else map.set(key, [value]);
}
