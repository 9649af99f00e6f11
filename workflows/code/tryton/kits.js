// The code of the steps with bundles (Tryton), which are kits of its module product_kit.

const { componentsNamed, componentsText } = require('../products/components.js');
const { folded } = require('../products/skus.js');
const { objectionOf, resultOf } = require('./answers.js');
const {
	byCode,
	changeCalls,
	changesOf,
	newTemplate,
	objectionTo,
	rightsOf,
	tasksOf,
	withoutBadUpc,
} = require('./products-back.js');

const NO_KITS = 'Tryton holds no bundles without its module product_kit';
const ACTIVATE =
	'Activate that module in Tryton (Debian: tryton-modules-product-kit), or set bundles to false in Settings.';

/** Without its module, Tryton does not know the model of components. */
const isUnknown = (response) => (objectionOf(response) ?? '').includes('product.component');

/** Components of the kits by the template; quantities are in the unit of the component, as its stock is. */
function componentsByKit(records) {
	const kits = new Map();
	for (const record of records) {
		const product = record['product.'];
		const pieces = (record.quantity * (record['unit.']?.factor ?? 1)) / (product['default_uom.']?.factor ?? 1);
		// A float of 12 × (1 / 12) is not quite 1.
		const component = { id: record.id, sku: product.code ?? '', quantity: Number(pieces.toFixed(6)) };
		kits.set(record.parent_template, [...(kits.get(record.parent_template) ?? []), component]);
	}
	return kits;
}

/** A row for each component of each kit that has a code. Throws if Tryton holds no kits. */
function bundleItems(response) {
	if (isUnknown(response)) throw new Error(`${NO_KITS}. ${ACTIVATE}`);
	const records = resultOf(response);
	const kits = componentsByKit(records);
	const templates = new Map(records.map((record) => [record.parent_template, record['parent_template.']]));
	return [...kits].flatMap(([id, components]) => {
		const { code, name } = templates.get(id);
		return code ? components.map(({ sku, quantity }) => ({ sku: code, name, componentSku: sku, quantity })) : [];
	});
}

/**
 * The calls that bring bundles into Tryton as kits, and one item with the bundles for which there is nothing to do.
 * @param items bundles of Extensiv
 * @param tryton `{products, company, unit}`
 * @param response of the search for components
 * @param settings `{changeExisting}`
 */
function kitCalls(items, tryton, response, settings) {
	if (isUnknown(response))
		return tasksOf(
			items.map((item) => ({ item, problem: `${NO_KITS}: ${item.sku} was not written.`, remedy: ACTIVATE })),
		);
	const kits = componentsByKit(resultOf(response));
	const known = byCode(tryton.products);
	const context = { company: tryton.company.id };
	const rights = rightsOf(settings);
	const componentsOf = ({ components }) =>
		components.map(({ sku, quantity }) => {
			const [product, other] = known.get(folded(sku)) ?? [];
			return { sku, product: product?.active ? product : undefined, isOneOfMany: other !== undefined, quantity };
		});
	const created = (components) => [
		'create',
		components.map(({ product, quantity }) => ({ product: product.id, quantity, unit: product.default_uom })),
	];
	return tasksOf(
		items.map((given) => {
			const { item, wanted } = withoutBadUpc(given);
			const refuse = (problem, remedy) => ({ item: given, problem, remedy });
			const found = known.get(folded(item.sku)) ?? [];
			const objection = objectionTo(item, found, tryton.company);
			if (objection) return refuse(...objection);
			const components = componentsOf(item);
			const unclear = components.find(({ isOneOfMany }) => isOneOfMany);
			if (unclear)
				return refuse(
					`Tryton has several products with the code ${unclear.sku}, of which the bundle ${item.sku} consists.`,
					'Give each a code of its own.',
				);
			const missing = components.filter(({ product }) => !product).map(({ sku }) => sku);
			if (missing.length > 0)
				return refuse(
					`Tryton has no product ${missing.join(', ')}, of which the bundle ${item.sku} consists.`,
					'Set products to true in Settings, or create the product in Tryton. What is inactive in Extensiv does not come by itself.',
				);
			const about = `the bundle ${item.sku}`;
			const [product] = found;
			if (!product) {
				const kit = newTemplate(wanted, tryton, 'kit', { components: [created(components)] });
				return { item, about, todo: [{ method: 'model.product.template.create', params: [[kit], context] }] };
			}
			if (product.type !== 'kit')
				return refuse(
					`${item.sku} is a bundle in Extensiv, but no kit in Tryton.`,
					'Change the type of the product in Tryton to Kit, or give one of them another SKU.',
				);
			const before = kits.get(product.template) ?? [];
			const changes = changesOf(wanted, product, rights);
			const isOther = componentsText(before) !== componentsText(components);
			if (isOther && (rights.overwrite || before.length === 0))
				changes.template.components = [['delete', before.map(({ id }) => id)], created(components)];
			const words = isOther && `${about} (${componentsNamed(components)})`;
			return { item, about: words || about, todo: changeCalls(product, changes, context) };
		}),
	);
}

module.exports = { bundleItems, kitCalls };
