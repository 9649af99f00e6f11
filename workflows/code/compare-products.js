// The code of "Compare": which products of the ERP are new in Extensiv, or differ there.

const { countsOf, finderOf, folded, isGiven, trimmed, withoutZeros } = require('./products/skus.js');

/** Fields of a product that are written if the ERP gives them, and what they are called at the ERP. */
const FIELDS = { name: 'name', brand: 'brand', upc: 'upc', weight: 'weight', vendorCost: 'cost', mapPrice: 'price' };
const NUMBERS = new Set(['weight', 'vendorCost', 'mapPrice']);

function isEqual(field, ours, theirs) {
	if (NUMBERS.has(field)) return Number(ours) === Number(theirs);
	return field === 'upc' ? withoutZeros(ours) === withoutZeros(theirs) : trimmed(ours) === trimmed(theirs);
}

/** ERPs have a price or weight of 0 where nobody has entered one. It must not overwrite that of Extensiv. */
const isEntered = (field, value) => isGiven(value) && !(NUMBERS.has(field) && Number(value) === 0);

/** The columns that the ERP gives of a product; a new one needs a brand. */
const givenColumns = (row, isNew, { brandIfNone }) =>
	Object.entries(FIELDS)
		.map(([field, name]) => [field, field === 'brand' && isNew && !isGiven(row.brand) ? brandIfNone : row[name]])
		.filter(([field, value]) => isEntered(field, value));

const AMOUNTS = ['vendorCost', 'mapPrice'];
const hasAmount = (columns) => columns.some(([field]) => AMOUNTS.includes(field));

/** The currency of the ERP's prices: that of the row, or of Settings. */
const currencyOf = (row, { currency }) => trimmed(isGiven(row.currency) ? row.currency : currency).toUpperCase();

/** Columns with the currency of the amounts in them, if it is known. */
const withCurrency = (columns, currency) =>
	hasAmount(columns) && currency !== '' ? [...columns, ['currency', currency]] : columns;

/** The columns of *Create* for a product of the ERP that is new in Extensiv. */
const columnsOfNew = (row, settings) => ({
	sku: trimmed(row.sku),
	...Object.fromEntries(withCurrency(givenColumns(row, true, settings), currencyOf(row, settings))),
});

/**
 * @param products of the ERP: `{sku, name, brand?, upc?, weight?, cost?, price?, currency?}`
 * @param existing of Extensiv, as its node gives them
 * @param settings `{brandIfNone, currency}`
 * @returns items with an `action`: `write` (with the columns of the node), `refused` (with `reason` and `remedy`) and,
 * once, `summary`
 */
function compareProducts(products, existing, settings) {
	const known = finderOf(existing);
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
		const [before, other] = known(sku);
		if (other)
			return refuse(
				`Extensiv has several products for the SKU ${sku}, which differ in upper and lower case: ${before.sku}, ${other.sku}.`,
				'Write the SKU in the ERP as Extensiv has it, in upper and lower case.',
			);
		if (!before) return { action: 'write', isNew: true, sku, columns: columnsOfNew(row, settings) };
		const given = givenColumns(row, false, settings);
		const currency = currencyOf(row, settings);
		const isPriced = AMOUNTS.some((field) => isEntered(field, before[field]));
		if (hasAmount(given) && isPriced && currency && isGiven(before.currency) && before.currency !== currency)
			return refuse(
				`The prices of ${sku} are in ${currency} in the ERP, but in ${before.currency} in Extensiv.`,
				'Correct currency in Settings, or the prices in Extensiv.',
			);
		const changed = given.filter(([field, value]) => !isEqual(field, value, before[field]));
		if (changed.length === 0) return { action: 'equal', sku };
		return {
			action: 'write',
			isNew: false,
			sku,
			columns: { sku: before.sku, ...Object.fromEntries(withCurrency(changed, currency)) },
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

module.exports = { compareProducts, columnsOfNew };
