// SKUs and values as the steps with products compare them.

const trimmed = (value) => String(value ?? '').trim();

/** A SKU as it is compared: Extensiv finds it in upper and lower case. */
const folded = (sku) => trimmed(sku).toLowerCase();

const isGiven = (value) => trimmed(value) !== '';

/** How often each SKU, or other text, occurs. */
function countsOf(texts) {
	const counts = new Map();
	for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
	return counts;
}

module.exports = { trimmed, folded, isGiven, countsOf };
