// The code of the step "What to do with the products" (Tryton).

const { folded } = require('../products/skus.js');
const { plain, resultOf } = require('./answers.js');
const { failed } = require('./calls.js');

const says = (value, word) => String(value).trim().toLowerCase() === word;
/** What may be changed: all, what is empty, and whether the cost price is part of it. */
const rightsOf = ({ changeExisting, changeCost }) => ({
	overwrite: !says(changeExisting, 'false'),
	cost: says(changeCost, 'true'),
});
const decimal = (value) => ({ __class__: 'Decimal', decimal: String(value) });
const isAmount = (value) => value !== undefined && value !== null;
/** A UPC is an EAN that begins with a zero. */
const eanOf = (code) => String(code ?? '').replace(/^0+/, '');

/** Whether a code is an EAN or UPC with a right check digit: Tryton takes no other. */
function isEan(code) {
	if (!/^(\d{8}|\d{12,14})$/.test(code)) return false;
	const digits = [...code].reverse().map(Number);
	return digits.reduce((sum, digit, at) => sum + digit * (at % 2 ? 3 : 1), 0) % 10 === 0;
}

/** An item whose UPC Tryton would refuse: it is written without it, and says so. */
const withoutBadUpc = (item) =>
	!item.upc || isEan(item.upc)
		? { item, wanted: item }
		: {
				item: {
					...item,
					outcome: 'failed',
					problem: `The UPC ${item.upc} of ${item.sku} has a wrong check digit or length. The rest was written to Tryton.`,
					remedy: 'Correct the UPC in Extensiv.',
				},
				wanted: { ...item, upc: undefined },
			};

/**
 * What the calls are planned with.
 * @param responses of the searches for the company, the unit and the products
 * @param settings `{unit}`: symbol of the unit of new products
 */
function catalogueOf({ currency, unit, products }, settings) {
	const [company] = resultOf(currency);
	if (!company) throw new Error('The user of n8n has no company in Tryton. Give it one there.');
	const [known] = resultOf(unit);
	if (!known)
		throw new Error(`Tryton has no unit with the symbol ${settings.unit}. Correct unit in Settings: pieces have u.`);
	return {
		products: resultOf(products),
		company: { id: company.id, currency: company['currency.'].code },
		unit: known.id,
	};
}

/** Products of Tryton by their code. An archived one counts only if there is no other. */
function byCode(products) {
	const found = new Map();
	for (const product of products) {
		const all = found.get(folded(product.code)) ?? [];
		found.set(folded(product.code), [...all, product]);
	}
	for (const [code, all] of found) {
		const active = all.filter((one) => one.active);
		if (active.length > 0) found.set(code, active);
	}
	return found;
}

/** What keeps an item from being written to the products that Tryton has of its code, and what to do. */
function objectionTo(item, [product, other], company) {
	if (other) return [`Tryton has several products with the code ${item.sku}.`, 'Give each a code of its own.'];
	if (product && !product.active)
		return [`The product ${item.sku} is archived in Tryton.`, 'Activate it there, or make it inactive in Extensiv.'];
	if (!product && !item.name) return [`The new product ${item.sku} has no name in Extensiv.`, 'Give it one there.'];
	if (item.currency && item.currency !== company.currency)
		return [
			`The prices of ${item.sku} are in ${item.currency} in Extensiv; the company in Tryton has ${company.currency}.`,
			`Give them in ${company.currency} in Extensiv.`,
		];
	return undefined;
}

/** A new template with its only variant. */
const newTemplate = (item, { unit }, type, more = {}) => ({
	name: item.name,
	code: item.sku,
	type,
	default_uom: unit,
	sale_uom: unit,
	salable: true,
	list_price: decimal(item.price ?? 0),
	products: [
		[
			'create',
			[
				{
					...(type !== 'kit' && isAmount(item.cost) && { cost_price: decimal(item.cost) }),
					...(item.upc && { identifiers: [['create', [{ type: 'ean', code: item.upc }]]] }),
				},
			],
		],
	],
	...more,
});

/** What differs, or with `overwrite` false what Tryton has not: values of the template, and of the variant. */
function changesOf(item, product, { overwrite, cost }) {
	const differs = (ours, theirs) => isAmount(ours) && Number(ours) !== Number(plain(theirs) ?? 0);
	const isOpen = (theirs) => overwrite || Number(plain(theirs) ?? 0) === 0;
	const template = {};
	const variant = {};
	// Name and list price belong to all variants of a template.
	if (product['template.'].products.length === 1) {
		if (item.name && item.name !== product.name && (overwrite || !product.name)) template.name = item.name;
		if (differs(item.price, product.list_price) && isOpen(product.list_price))
			template.list_price = decimal(item.price);
	}
	// Tryton adds up the cost of a kit itself, and refuses another cost once a product has moved.
	if (cost && product.type !== 'kit' && differs(item.cost, product.cost_price) && isOpen(product.cost_price))
		variant.cost_price = decimal(item.cost);
	const ean = product['identifiers.'].find(({ type }) => type === 'ean');
	if (item.upc && eanOf(item.upc) !== eanOf(ean?.code)) {
		const values = { type: 'ean', code: item.upc };
		if (!ean) variant.identifiers = [['create', [values]]];
		else if (overwrite) variant.identifiers = [['write', [ean.id], values]];
	}
	return { template, variant };
}

/** The calls that write what differs. */
const changeCalls = (product, { template, variant }, context) => [
	...(Object.keys(template).length > 0
		? [{ method: 'model.product.template.write', params: [[product.template], template, context] }]
		: []),
	...(Object.keys(variant).length > 0
		? [{ method: 'model.product.product.write', params: [[product.id], variant, context] }]
		: []),
];

/** Calls as tasks, one for each item; without calls the item is settled. */
function tasksOf(planned) {
	const settled = [];
	const calls = [];
	for (const { item, about, problem, remedy, todo = [] } of planned) {
		if (problem) settled.push({ ...failed(item, problem), remedy });
		else if (todo.length === 0) settled.push({ ...item, outcome: item.outcome ?? 'alreadyDone' });
		else
			calls.push(...todo.map((call, at) => ({ task: item.sku, about, ...call, ...(at === 0 && { items: [item] }) })));
	}
	return [{ settled }, ...calls];
}

/**
 * The calls that bring products into Tryton, and one item with the products for which there is nothing to do.
 * @param items products of Extensiv
 * @param tryton `{products, company: {id, currency}, unit}`
 * @param settings `{changeExisting, changeCost}`
 */
function productCalls(items, tryton, settings) {
	const known = byCode(tryton.products);
	const context = { company: tryton.company.id };
	return tasksOf(
		items.map((given) => {
			const { item, wanted } = withoutBadUpc(given);
			const found = known.get(folded(item.sku)) ?? [];
			const [problem, remedy] = objectionTo(item, found, tryton.company) ?? [];
			if (problem) return { item: given, problem, remedy };
			const about = `the product ${item.sku}`;
			const [product] = found;
			const create = {
				method: 'model.product.template.create',
				params: [[newTemplate(wanted, tryton, 'goods')], context],
			};
			if (!product) return { item, about, todo: [create] };
			return { item, about, todo: changeCalls(product, changesOf(wanted, product, rightsOf(settings)), context) };
		}),
	);
}

module.exports = {
	byCode,
	catalogueOf,
	changeCalls,
	changesOf,
	newTemplate,
	objectionTo,
	productCalls,
	rightsOf,
	tasksOf,
	withoutBadUpc,
};
