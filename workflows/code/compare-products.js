// The code of "Compare": which products of the ERP are new in Extensiv, or differ there.

const { countsOf, folded, isGiven, trimmed } = require('./products/skus.js');

/** Fields of a product that are written if the ERP gives them, and what they are called at the ERP. */
const FIELDS = { name: 'name', brand: 'brand', upc: 'upc', weight: 'weight', vendorCost: 'cost', mapPrice: 'price' };
const NUMBERS = new Set(['weight', 'vendorCost', 'mapPrice']);

const isEqual = (field, ours, theirs) =>
	NUMBERS.has(field) ? Number(ours) === Number(theirs) : trimmed(ours) === trimmed(theirs);

/** ERPs have a price or weight of 0 where nobody has entered one. It must not overwrite that of Extensiv. */
const isEntered = (field, value) => isGiven(value) && !(NUMBERS.has(field) && Number(value) === 0);

/** The columns that the ERP gives of a product; a new one needs a brand. */
const givenColumns = (row, isNew, { brandIfNone }) =>
	Object.entries(FIELDS)
		.map(([field, name]) => [field, field === 'brand' && isNew && !isGiven(row.brand) ? brandIfNone : row[name]])
		.filter(([field, value]) => isEntered(field, value));

/** The columns of *Create* for a product of the ERP that is new in Extensiv. */
const columnsOfNew = (row, settings) => ({
	sku: trimmed(row.sku),
	...Object.fromEntries(givenColumns(row, true, settings)),
});

/**
 * @param products of the ERP: `{sku, name, brand?, upc?, weight?, cost?, price?}`
 * @param existing of Extensiv, as its node gives them
 * @param settings `{brandIfNone}`
 * @returns items with an `action`: `write` (with the columns of the node), `refused` (with `reason` and `remedy`) and,
 * once, `summary`
 */
function compareProducts(products, existing, settings) {
	const known = new Map(existing.filter(({ sku }) => sku !== undefined).map((one) => [folded(one.sku), one]));
	const rows = products.filter((row) => Object.keys(row).length > 0);
	const counts = countsOf(rows.map(({ sku }) => folded(sku)));
	const judged = rows.map((row) => {
		const sku = trimmed(row.sku);
		const refuse = (reason, remedy) => ({ action: 'refused', sku, erpId: row.erpId ?? null, reason, remedy });
		if (row.problem) return refuse(row.problem, row.remedy);
		if (sku === '') return refuse('The product has no SKU.', 'Give it one in the ERP.');
		if (counts.get(folded(sku)) > 1)
			return refuse(
				`${counts.get(folded(sku))} products of the ERP have the SKU ${sku}.`,
				'Give each a SKU of its own.',
			);
		const before = known.get(folded(sku));
		if (!before) return { action: 'write', isNew: true, sku, columns: columnsOfNew(row, settings) };
		const changed = givenColumns(row, false, settings).filter(
			([field, value]) => !isEqual(field, value, before[field]),
		);
		if (changed.length === 0) return { action: 'equal', sku };
		return { action: 'write', isNew: false, sku, columns: { sku: before.sku, ...Object.fromEntries(changed) } };
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

module.exports = { compareProducts, columnsOfNew };
