// The code of "Compare": which products of the ERP are new in Extensiv, or differ there.

/** Fields of a product that are written if the ERP gives them, and what they are called at the ERP. */
const FIELDS = { name: 'name', brand: 'brand', upc: 'upc', weight: 'weight', vendorCost: 'cost', mapPrice: 'price' };
const NUMBERS = new Set(['weight', 'vendorCost', 'mapPrice']);

const plain = (value) => String(value ?? '').trim();
/** A SKU as it is compared: Extensiv finds it in upper and lower case. */
const folded = (sku) => plain(sku).toLowerCase();
const isGiven = (value) => plain(value) !== '';

const isEqual = (field, ours, theirs) =>
	NUMBERS.has(field) ? Number(ours) === Number(theirs) && isGiven(theirs) : plain(ours) === plain(theirs);

/**
 * @param products of the ERP: `{sku, name, brand?, upc?, weight?, cost?, price?}`
 * @param existing of Extensiv, as its node gives them
 * @param settings `{brandIfNone}`
 * @returns items with an `action`: `write` (with the columns of the node), `refused` (with `reason` and `remedy`) and,
 * once, `summary`
 */
function compareProducts(products, existing, { brandIfNone }) {
	const known = new Map(existing.filter(({ sku }) => sku !== undefined).map((one) => [folded(one.sku), one]));
	const rows = products.filter((row) => Object.keys(row).length > 0);
	const counts = new Map();
	for (const { sku } of rows) counts.set(folded(sku), (counts.get(folded(sku)) ?? 0) + 1);
	const judged = rows.map((row) => {
		const sku = plain(row.sku);
		const refuse = (reason, remedy) => ({ action: 'refused', sku, erpId: row.erpId ?? null, reason, remedy });
		if (row.problem) return refuse(row.problem, row.remedy);
		if (sku === '') return refuse('The product has no SKU.', 'Give it one in the ERP.');
		if (counts.get(folded(sku)) > 1)
			return refuse(
				`${counts.get(folded(sku))} products of the ERP have the SKU ${sku}.`,
				'Give each a SKU of its own.',
			);
		const before = known.get(folded(sku));
		const given = Object.entries(FIELDS)
			.map(([field, name]) => [field, field === 'brand' && !before && !isGiven(row.brand) ? brandIfNone : row[name]])
			.filter(([, value]) => isGiven(value));
		const changed = given.filter(([field, value]) => !before || !isEqual(field, value, before[field]));
		if (before && changed.length === 0) return { action: 'equal', sku };
		return {
			action: 'write',
			isNew: !before,
			sku,
			columns: { sku: before?.sku ?? sku, ...Object.fromEntries(changed) },
		};
	});
	const count = (test) => judged.filter(test).length;
	return [
		...judged.filter(({ action }) => action !== 'equal'),
		{
			action: 'summary',
			inErp: rows.length,
			equal: count(({ action }) => action === 'equal'),
			new: count(({ isNew }) => isNew === true),
			different: count(({ isNew }) => isNew === false),
			refused: count(({ action }) => action === 'refused'),
		},
	];
}

module.exports = { compareProducts };
