// Part of the code of "Compare": which bundles of the ERP are new in Extensiv, and which differ there.

const { componentsNamed, componentsText } = require('./components.js');
const { countsOf, finderOf, folded, isGiven, trimmed } = require('./skus.js');

/** Rows by their bundle, in their order. */
function bundlesOf(rows) {
	const bundles = new Map();
	for (const row of rows) {
		const key = folded(row.sku);
		const bundle = bundles.get(key) ?? { sku: trimmed(row.sku), name: row.name, rows: [] };
		bundle.rows.push(row);
		bundles.set(key, bundle);
	}
	return bundles;
}

/** What is wrong with the components of a bundle, and what to do; undefined if nothing is. */
function objectionToParts({ sku, rows }, known, inExtensiv) {
	const seen = new Set();
	for (const { componentSku, quantity } of rows) {
		const about = `The bundle ${sku}`;
		if (!isGiven(componentSku)) return [`${about} has a component without a SKU.`, 'Give it one in the ERP.'];
		if (!(Number.isInteger(Number(quantity)) && Number(quantity) > 0))
			return [
				`${about} has ${isGiven(quantity) ? quantity : 'no'} pieces of ${componentSku}.`,
				'Give a whole number of at least 1 in the ERP.',
			];
		if (seen.has(folded(componentSku)))
			return [`${about} has the component ${componentSku} twice.`, 'Add the quantities up in the ERP.'];
		if (folded(componentSku) === folded(sku)) return [`${about} consists of itself.`, 'Take it out in the ERP.'];
		const [component, other] = inExtensiv(componentSku);
		if (other)
			return [
				`${about} has the component ${componentSku}, and Extensiv has ${component.sku} and ${other.sku}.`,
				'Write the SKU in the ERP as Extensiv has it, in upper and lower case.',
			];
		if (!known.has(folded(componentSku)))
			return [
				`${about} has the component ${componentSku}, which Extensiv does not have.`,
				'Create that product, or correct the component in the ERP.',
			];
		seen.add(folded(componentSku));
	}
	return undefined;
}

/**
 * @param rows of the ERP, one for each component: `{sku, name?, componentSku, quantity}`
 * @param products of the ERP, of which a bundle may be one: they give its name, brand and prices
 * @param existing products of Extensiv with `type` and `parts`
 * @param columnsOf gives the columns of a new product of the ERP
 * @returns items with an `action`: `bundle` (with `columns` and `components`), `equal` or `refused`
 */
function compareBundles(rows, products, existing, columnsOf) {
	const inExtensiv = finderOf(existing);
	const inErp = new Map(products.map((one) => [folded(one.sku), one]));
	const counts = countsOf(products.map(({ sku }) => folded(sku)));
	const known = new Set([...existing, ...products].map(({ sku }) => folded(sku)).filter(Boolean));
	return [...bundlesOf(rows).values()].map((bundle) => {
		const { sku } = bundle;
		const refuse = (reason, remedy) => ({ action: 'refused', key: `bundle ${sku}`, sku, reason, remedy });
		if (sku === '') return refuse('A bundle has no SKU.', 'Give it one in the ERP.');
		// Their components would become those of one bundle.
		if (counts.get(folded(sku)) > 1)
			return refuse(
				`${counts.get(folded(sku))} products of the ERP have the SKU ${sku}.`,
				'Give each a SKU of its own.',
			);
		const objection = objectionToParts(bundle, known, inExtensiv);
		if (objection) return refuse(...objection);
		const components = bundle.rows.map(({ componentSku, quantity }) => ({
			sku: inExtensiv(componentSku)[0]?.sku ?? trimmed(componentSku),
			quantity: Number(quantity),
		}));
		const [before, twin] = inExtensiv(sku);
		if (twin)
			return refuse(
				`Extensiv has several products for the SKU ${sku}, which differ in upper and lower case: ${before.sku}, ${twin.sku}.`,
				'Write the SKU in the ERP as Extensiv has it, in upper and lower case.',
			);
		if (before && before.type !== 'bundle')
			return refuse(
				`${sku} is a bundle in the ERP, but no bundle in Extensiv.`,
				'Extensiv cannot make a bundle of a product. Give the bundle another SKU, or take its components out in the ERP.',
			);
		if (before && componentsText(before.parts ?? []) !== componentsText(components))
			return refuse(
				`The bundle ${sku} has ${componentsNamed(components)} in the ERP, but ${componentsNamed(before.parts ?? [])} in Extensiv.`,
				'Extensiv has no call that changes the components of a bundle. Change them there by hand, or in the ERP.',
			);
		if (before) return { action: 'equal', sku };
		const columns = columnsOf({ name: bundle.name, ...inErp.get(folded(sku)), sku });
		if (!isGiven(columns.name)) return refuse(`The new bundle ${sku} has no name.`, 'Give it one in the ERP.');
		return { action: 'bundle', sku, columns, components };
	});
}

module.exports = { compareBundles };
