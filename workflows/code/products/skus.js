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

/** A code without the zeros before it: Excel cuts them off, and a UPC is an EAN with one in front. */
const withoutZeros = (code) => trimmed(code).replace(/^0+(?=.)/, '');

/** Finds products by their SKU: several if case is all that tells them apart, and none is written as wanted. */
function finderOf(products) {
	const found = new Map();
	for (const one of products) {
		const key = folded(one.sku);
		if (key !== '') found.set(key, [...(found.get(key) ?? []), one]);
	}
	return (sku) => {
		const all = found.get(folded(sku)) ?? [];
		const exact = all.filter((one) => trimmed(one.sku) === trimmed(sku));
		return exact.length > 0 ? exact : all;
	};
}

module.exports = { trimmed, folded, isGiven, countsOf, withoutZeros, finderOf };
