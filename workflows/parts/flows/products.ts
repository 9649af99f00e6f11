import { workflowOf, type Workflow } from '../canvas';
import { codeFrom } from '../code';
import { type ErpPart, type ErpParts, type Setting, settingsOf, testNote } from '../erp';
import { IDLE } from '../executions';
import { BEFORE, keepFailures, REPLAYED, whenReplayed } from '../failures';
import { everyMinutes, extensiv, ifTrue, manualTrigger, setFields } from '../n8nSteps';
import { exitOf, type Step } from '../step';

/** Flow 4: the ERP's products become products in Extensiv. */
export function productsIn(erp: ErpParts, products: ErpPart): Workflow {
	const title = `${erp.title} products to Extensiv`;
	return workflowOf(
		title,
		'Creates the products of the ERP that Extensiv Order Manager does not have, and changes those that differ. Products that ' +
			'the ERP does not name stay as they are, and so do fields that it leaves empty.\n\n' +
			`${testNote(erp)}**Before the first run**\n${[
				...erp.before,
				'The steps of Extensiv: choose your credential in each. *Settings*: *brandIfNone* is the brand of new products without ' +
					'one (Extensiv requires it).',
				BEFORE,
			]
				.map((line, at) => `${at + 1}. ${line}`)
				.join('\n')}`,
		[
			{
				title: 'Start and settings',
				note: '**Start** runs it by hand; **Every hour** runs it once the workflow is active. What you set once is in **Settings**.',
				steps: [
					manualTrigger(),
					everyMinutes(60, 'Every hour'),
					whenReplayed,
					setFields('Settings', [...settingsOf(erp, products), { name: 'brandIfNone', value: 'Unbranded' }]),
				],
				links: [
					{ from: 'Start', to: 'Settings' },
					{ from: 'Every hour', to: 'Settings' },
					{ from: REPLAYED, to: 'Settings' },
				],
				entry: 'Start',
				exit: { step: 'Settings' },
			},
			{ title: `Read the products of ${erp.title}`, ...products },
			{
				title: 'Read Extensiv and compare',
				note: 'Reads the products of Extensiv once. Only what is new or differs is written, so that a run without changes writes nothing.',
				steps: [existing, compare(exitOf(products).step)],
			},
			{
				title: 'Create and change',
				note: 'A product is known by its SKU; upper and lower case do not matter. New products are plain ones, without components or variations.',
				steps: [
					ifTrue('A product to write?', "={{ $json.action === 'write' }}"),
					unpack,
					write,
					setFields('Refused by Extensiv', refusal('={{ $json.error }}', '={{ $json.message }}')),
					ifTrue('Cannot be written?', "={{ $json.action === 'refused' }}"),
					setFields('Not written', refusal('={{ $json.reason }}', '={{ $json.remedy }}')),
					setFields('Figures of the run', [], { keepOthers: true }),
				],
				links: [
					{ from: 'A product to write?', to: unpack.name },
					{ from: 'A product to write?', output: 1, to: 'Cannot be written?' },
					{ from: unpack.name, to: write.name },
					{ from: write.name, output: 1, to: 'Refused by Extensiv' },
					{ from: 'Cannot be written?', to: 'Not written' },
					{ from: 'Cannot be written?', output: 1, to: 'Figures of the run' },
				],
				lanes: { 'Refused by Extensiv': 1, 'Cannot be written?': 2, 'Not written': 2, 'Figures of the run': 3 },
			},
			// The figures always come, so that this runs also if nothing failed.
			keepFailures(title, [{ from: 'Refused by Extensiv' }, { from: 'Not written' }, { from: 'Figures of the run' }], {
				files: [],
				code: `	const results = $input.all().map(({ json }) => json);
	const failures = results.filter(({ reason }) => reason !== undefined);
	return {
		failures: failures.map(({ reason, remedy, sku }) => ({ key: sku || '(no SKU)', reason, remedy, item: { sku } })),
		ok: [],
		// An ERP that gives nothing says nothing about what failed before.
		others: results.some(({ inErp }) => inErp > 0) ? 'closed' : 'kept',
	};`,
			}),
		],
		IDLE,
	);
}

const refusal = (reason: string, remedy: string): Setting[] => [
	{ name: 'sku', value: '={{ $json.sku }}' },
	{ name: 'reason', value: reason },
	{ name: 'remedy', value: remedy },
];

const existing = extensiv(
	'Products of Extensiv',
	'Products',
	{
		resource: 'product',
		operation: 'getAll',
		returnAll: true,
		output: 'fields',
		fields: ['sku', 'name', 'brand', 'upc', 'weight', 'vendorCost', 'mapPrice'],
		filters: { active: 'any' },
		options: {},
	},
	{ executeOnce: true, alwaysOutputData: true },
);

const compare = (read: string): Step =>
	codeFrom(
		'Compare',
		['compare-products.js'],
		`const rows = $('${read}').all().map(({ json }) => json);
return compareProducts(rows, $input.all().map(({ json }) => json), $('Settings').first().json).map((json) => ({ json }));`,
	);

/** *Create or Update* maps the fields of the item by name. */
const unpack = codeFrom(
	'Columns to write',
	[],
	'return $input.all().map(({ json }, item) => ({ json: json.columns, pairedItem: item }));',
);

const write = extensiv(
	'Create or update products',
	'Products',
	{
		resource: 'product',
		operation: 'upsert',
		columns: { mappingMode: 'autoMapInputData', value: null, matchingColumns: ['sku'], schema: [] },
		options: {},
	},
	{ onError: 'continueErrorOutput' },
);
