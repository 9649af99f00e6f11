// Components of bundles as the steps with products compare them.

const { folded } = require('./skus.js');

/** Components as a text that is equal if they are: their order does not matter. */
const componentsText = (components) =>
	components
		.map(({ sku, quantity }) => `${Number(quantity)} × ${folded(sku)}`)
		.sort()
		.join(', ');

/** The same for a person. */
const componentsNamed = (components) =>
	components.map(({ sku, quantity }) => `${Number(quantity)} × ${sku}`).join(', ') || 'none';

module.exports = { componentsText, componentsNamed };
