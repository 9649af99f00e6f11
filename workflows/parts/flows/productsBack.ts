import { workflowOf, type Workflow } from '../canvas';
import { codeFrom } from '../code';
import { type ErpPart, type ErpParts, type ProductsBack, setting, settingsOf, testNote } from '../erp';
import { IDLE } from '../executions';
import { BEFORE, ITEMS_OF, keepFailures, notRead, RESULTS, whenReplayed } from '../failures';
import { everyMinutes, extensiv, ifTrue, manualTrigger, setFields } from '../steps/n8nSteps';
import { ITEMS_OF_KIND } from '../shapes';
import { entryOf, exitOf, type Section, type Step } from '../step';
import { startAndSettings } from '../startAndSettings';

const ITEMS = 'What Extensiv has';
const REFUSED = 'Cannot be written?';
const WANTED = 'Listings wanted?';

/** Flow 4, the other way round: products, bundles and listings of Extensiv become those of the ERP. */
export function productsBack(erp: ErpParts, parts: ProductsBack): Workflow {
	const title = `Extensiv products to ${erp.title}`;
	const { products, bundles, listings, wanted } = parts;
	return workflowOf(
		title,
		'Creates what the ERP does not have of the active products, bundles and listings of Extensiv Order Manager, and changes what differs. ' +
			'What Extensiv does not name stays in the ERP, and so do fields that are empty in Extensiv; a price or weight of 0 counts as empty. A run ' +
			'without changes writes nothing.\n\n' +
			'**In both directions**: if *products-in* is published too, set *changeExisting* to false here. New products then come from both sides, and ' +
			'what both sides have follows the ERP. Otherwise the one that runs last wins.\n\n' +
			`${testNote(erp)}**Before the first run**\n${[
				...erp.before,
				'The steps of Extensiv: choose your credential in each. *Settings*: say what you want.',
				BEFORE,
			]
				.map((line, at) => `${at + 1}. ${line}`)
				.join('\n')}`,
		[
			startAndSettings(
				[manualTrigger(), everyMinutes(60, 'Every hour'), whenReplayed],
				[
					...settingsOf(erp, products, bundles, listings),
					{ name: 'products', value: true },
					{ name: 'bundles', value: wanted.bundles },
					{ name: 'listings', value: wanted.listings },
					{ name: 'changeExisting', value: true },
				],
				'**Settings**: *products*, *bundles* and *listings* say what is written to the ERP. With *changeExisting* false, only what is ' +
					'new or empty in the ERP is written.',
			),
			readExtensiv,
			byKind({ product: products, bundle: bundles, listing: listings }),
			inLane('product', `Products to ${erp.title}`, products),
			inLane('bundle', `Bundles to ${erp.title}`, bundles),
			inLane('listing', `Listings to ${erp.title}`, listings),
			thenShow(
				keepFailures(
					[exitOf(products), exitOf(bundles), exitOf(listings), { step: REFUSED }, { step: notRead.name }].map(
						({ step, output = 0 }: { step: string; output?: number }) => ({ from: step, output }),
					),
					{
						files: ['unread.js', 'products/skus.js', 'products/from-extensiv.js'],
						code: `	const { results, ...unread } = takeUnread($input.all().map(({ json }) => json));
	return reportOf(results, unread);`,
					},
				),
			),
		],
		IDLE,
	);
}

const ONCE: Partial<Step> = { executeOnce: true, alwaysOutputData: true, onError: 'continueErrorOutput' };

const products = extensiv(
	'Products of Extensiv',
	'Products',
	{
		resource: 'product',
		operation: 'getAll',
		returnAll: true,
		output: 'fields',
		fields: [
			...['productId', 'sku', 'name', 'type', 'brand', 'upc', 'weight'],
			...['vendorCost', 'mapPrice', 'currency', 'parts'],
		],
		filters: { active: 'active' },
		options: {},
	},
	ONCE,
);

/** The sales channels, whose names listings lack. */
export const salesChannels = extensiv(
	'Sales channels of Extensiv',
	'Warehouses',
	{ resource: 'salesChannel', operation: 'getAll', includeInactive: true, returnAll: true, options: {} },
	ONCE,
);

/** All listings, or the active ones. */
export const listingsOf = (active: 'active' | 'any'): Step =>
	extensiv(
		'Listings of Extensiv',
		'Products',
		{ resource: 'listing', operation: 'getAll', returnAll: true, filters: { active }, options: {} },
		ONCE,
	);

const listings = listingsOf('active');

const readExtensiv: Section = {
	title: 'Read Extensiv',
	note:
		'Reads once what is active. Virtual products are left out: they are parents of variations and cannot be sold. *Not read*: records that ' +
		'Extensiv gives in a way that cannot be read.',
	steps: [
		products,
		{ ...ifTrue(WANTED, `={{ ${setting('listings')} }}`), executeOnce: true },
		salesChannels,
		listings,
		codeFrom(
			ITEMS,
			['products/skus.js', 'products/from-extensiv.js'],
			`${ITEMS_OF}
const extensiv = {
	products: itemsOf('${products.name}'),
	listings: itemsOf('${listings.name}'),
	channels: itemsOf('${salesChannels.name}'),
};
return itemsFromExtensiv(extensiv, $('Settings').first().json).map((json) => ({ json }));`,
		),
		notRead,
	],
	links: [
		{ from: products.name, to: WANTED },
		{ from: WANTED, to: salesChannels.name },
		{ from: salesChannels.name, to: listings.name },
		{ from: listings.name, to: ITEMS },
		{ from: WANTED, output: 1, to: ITEMS },
		...[products, salesChannels, listings].map(({ name }) => ({ from: name, output: 1, to: notRead.name })),
	],
	lanes: { [salesChannels.name]: 1, [listings.name]: 1, [notRead.name]: 2 },
	exit: { step: ITEMS },
};

/** How far down each kind is handled: beside its test, and free of the lines of the others. */
const LANES = { product: 0, bundle: 2, listing: 4 } as const;
type Kind = keyof typeof ITEMS_OF_KIND;

const inLane = (kind: Kind, title: string, part: ErpPart): Section & { apart: true } => ({
	title,
	...part,
	apart: true,
	lanes: Object.fromEntries(part.steps.map(({ name }) => [name, LANES[kind]])),
});

/** Hands each kind to its part. n8n works off branches from the top, so components are there before their bundles. */
const byKind = (parts: Record<Kind, ErpPart>): Section & { apart: true } => {
	const kinds = Object.keys(ITEMS_OF_KIND) as Kind[];
	return {
		title: 'By kind',
		note: 'First products, then bundles, which consist of them, then listings. *Cannot be written?*: what no ERP can take, with the reason.',
		apart: true,
		steps: [
			...kinds.map((kind) => ifTrue(ITEMS_OF_KIND[kind], `={{ $json.kind === '${kind}' }}`)),
			ifTrue(REFUSED, "={{ $json.kind === 'refused' }}"),
		],
		links: [
			...[...Object.values(ITEMS_OF_KIND), REFUSED].map((to) => ({ from: ITEMS, to })),
			...kinds.map((kind) => ({ from: ITEMS_OF_KIND[kind], to: entryOf(parts[kind]) })),
		],
		lanes: Object.fromEntries(kinds.map((kind) => [ITEMS_OF_KIND[kind], LANES[kind]])),
	};
};

const WRITTEN = 'Written?';
/** As `reportOf` has it. */
const REMEDY = 'Correct it in the ERP or in Extensiv. The next run writes it again.';

/** Shows what was written now, and what was not. */
const thenShow = (kept: Section & { apart: true }): Section & { apart: true } => ({
	...kept,
	steps: [
		...kept.steps,
		ifTrue(WRITTEN, "={{ $json.outcome === 'done' }}"),
		setFields('Written to the ERP', [], { keepOthers: true }),
		ifTrue('Not written?', "={{ $json.outcome !== 'alreadyDone' && !$json.unread }}"),
		setFields('Not written', [
			{ name: 'kind', value: '={{ $json.kind }}' },
			{ name: 'sku', value: '={{ $json.listingSku || $json.sku }}' },
			{ name: 'reason', value: '={{ $json.reason || $json.problem }}' },
			{ name: 'remedy', value: `={{ $json.remedy || '${REMEDY}' }}` },
		]),
	],
	links: [
		...(kept.links ?? []),
		{ from: RESULTS, to: WRITTEN },
		{ from: WRITTEN, to: 'Written to the ERP' },
		{ from: WRITTEN, output: 1, to: 'Not written?' },
		{ from: 'Not written?', to: 'Not written' },
	],
	lanes: { [WRITTEN]: 1, 'Written to the ERP': 1, 'Not written?': 2, 'Not written': 2 },
});
