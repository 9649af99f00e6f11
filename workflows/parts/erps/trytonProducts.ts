import { asItems, oneCallAtATime, settledOf } from '../steps/callSteps';
import { codeFrom } from '../code';
import { type ErpPart, type ProductsBack, setting } from '../erp';
import { ITEMS_OF_KIND } from '../shapes';
import { code } from '../steps/n8nSteps';
import type { Chain, Step } from '../step';
import { call, CALLS, read } from '../steps/trytonSteps';

const PRODUCTS = ['products/skus.js', ...CALLS, 'tryton/products-back.js'];
const KITS = ['products/components.js', ...PRODUCTS, 'tryton/kits.js'];

/** All components of kits. Without the module of kits Tryton answers with an error, which the next step understands. */
const readComponents = (name: string): Step => {
	const step = read(name, 'product.component', '[]', [
		'parent_template',
		'parent_template.code',
		'parent_template.name',
		'product.code',
		'product.default_uom.factor',
		'quantity',
		'unit.factor',
	]);
	const options = { response: { response: { neverError: true } } };
	return { ...step, parameters: { ...step.parameters, options }, executeOnce: true };
};

/** Kits of Tryton as bundles. */
export const bundles: ErpPart = {
	note: 'The kits of Tryton’s module *product_kit*, if they have a code. Quantities become pieces.',
	steps: [
		readComponents('Read the kits'),
		{
			...codeFrom('One item for each component', KITS, `return bundleItems($input.first().json).${asItems};`),
			alwaysOutputData: true,
		},
	],
};

const once = (step: Step): Step => ({ ...step, executeOnce: true });

/** Reads the company, its currency, the unit of new products, and all products: what calls are planned with. */
const readsFor = (things: string): { steps: Step[]; catalogue: string } => {
	const who = once(call(`User of n8n, for ${things}`, 'model.res.user.get_preferences', '[true, {}]'));
	const ask = (name: string, ...rest: [string, string, string[], string?]): Step =>
		once(read(`${name}, for ${things}`, ...rest));
	const company = `{{ $('${who.name}').first().json.result.company }}`;
	const currency = ask('Currency', 'company.company', `[["id", "=", ${company}]]`, ['currency.code']);
	const unit = ask('Unit', 'product.uom', `[["symbol", "=", {{ JSON.stringify(${setting('unit')}) }}]]`, ['symbol']);
	const products = ask(
		'Products of Tryton',
		'product.product',
		'[["code", "!=", null]]',
		[
			...['code', 'active', 'type', 'name', 'list_price', 'cost_price', 'default_uom'],
			...['template', 'template.products', 'identifiers.type', 'identifiers.code'],
		],
		`{ "company": ${company}, "active_test": false }`,
	);
	return {
		steps: [who, currency, unit, products],
		catalogue: `catalogueOf({
	currency: $('${currency.name}').first().json,
	unit: $('${unit.name}').first().json,
	products: $('${products.name}').first().json,
}, $('Settings').first().json)`,
	};
};

/** Reads, plans, and makes the calls for the items of a kind. */
const writing = (
	things: string,
	kind: keyof typeof ITEMS_OF_KIND,
	files: readonly string[],
	plan: (items: string, catalogue: string) => string,
	more: Step[] = [],
): Chain => {
	const { steps, catalogue } = readsFor(things);
	const items = `$('${ITEMS_OF_KIND[kind]}').all().map(({ json }) => json)`;
	const todo = codeFrom(`What to do with the ${things}`, files, `return ${plan(items, catalogue)}.${asItems};`);
	const ask = call(`Ask Tryton for ${things}`, '{{ $json.method }}', '{{ JSON.stringify($json.params) }}');
	const loop = oneCallAtATime('Tryton', todo, ask, CALLS, undefined, things);
	const before = [...steps, ...more, todo];
	return {
		steps: [...before, ...loop.steps],
		links: [...before.slice(1).map(({ name }, at) => ({ from: before[at]?.name ?? '', to: name })), ...loop.links],
		exit: { step: settledOf(things) },
	};
};

const SETTINGS = "$('Settings').first().json";
const kits = readComponents('Components of kits');

/** Products and bundles of Extensiv into Tryton. */
export const productsBack: ProductsBack = {
	wanted: { bundles: true, listings: false },
	products: {
		settings: [
			{ name: 'unit', value: 'u' },
			{ name: 'changeCost', value: false },
		],
		note:
			'The user of n8n also needs the group **Product Administration**. A new product can be sold, is counted in the **unit** with that symbol, and has ' +
			'no accounting category: give it one before you invoice it.\n\n' +
			'MAP price, vendor cost and UPC become list price, cost price and EAN. Tryton has no field for brand and weight, so these stay in ' +
			'Extensiv. A product with several variants keeps its name and list price, which belong to all of them.\n\n' +
			'Only new products get a cost price: once a product has moved, Tryton changes it by its wizard *Modify Cost Price* alone. With ' +
			'**changeCost** true it is tried nevertheless, and what Tryton refuses is a failure.',
		...writing(
			'products',
			'product',
			PRODUCTS,
			(items, catalogue) => `productCalls(${items}, ${catalogue}, ${SETTINGS})`,
		),
	},
	bundles: {
		note:
			'Bundles become kits, which need Tryton’s module **product_kit**. Without it, each bundle is a failure that says so. Tryton ' +
			'adds up the cost of a kit itself.',
		...writing(
			'bundles',
			'bundle',
			KITS,
			(items, catalogue) => `kitCalls(${items}, ${catalogue}, $('${kits.name}').first().json, ${SETTINGS})`,
			[kits],
		),
	},
	listings: {
		note: 'Tryton has no place for listings of sales channels. If you want them, each is a failure that says so.',
		steps: [
			code(
				settledOf('listings'),
				`return $input.all().map(({ json }) => ({
	json: {
		...json,
		outcome: 'failed',
		problem: \`Tryton has no place for listings: \${json.listingSku} in \${json.salesChannel} was not written.\`,
		remedy: 'Set listings to false in Settings. The listing stays in Extensiv.',
	},
}));`,
			),
		],
	},
};
