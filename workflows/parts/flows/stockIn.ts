import { workflowOf, type Workflow } from '../canvas';
import { codeFrom } from '../code';
import { type ErpPart, type ErpParts, setting, type Setting, settingsOf, testNote } from '../erp';
import { IDLE } from '../executions';
import { BEFORE, keepFailures, knownFailures, whenReplayed } from '../failures';
import { byId, everyMinutes, extensiv, ifTrue, manualTrigger, setFields } from '../steps/n8nSteps';
import { startAndSettings } from '../startAndSettings';
import { exitOf, type Section, type Step } from '../step';

const READ = { returnAll: true } as const;
/** Whatever is not a clear no: a setting that was deleted or renamed must not set anything. */
const IS_DRY_RUN = `String(${setting('dryRun')}).trim().toLowerCase() !== 'false'`;

const BRAKE = 'The brake';
const IS_BRAKE_NEWS = 'Is the brake news?';
const BRAKE_NEWS =
	"={{ $('Compare').first().json.action === 'stop' && ($('Compare').first().json.isNew || $execution.mode === 'test') }}";

/** Reads once, also if the ERP gives many rows, and goes on if Extensiv has none. */
const ONCE: Partial<Step> = { executeOnce: true, alwaysOutputData: true };

/** Flow 3: the ERP's stock becomes that of Extensiv. */
export function stockIn(erp: ErpParts, stock: ErpPart): Workflow {
	const title = `${erp.title} stock to Extensiv`;
	return workflowOf(
		title,
		'Compares the stock of the ERP with that of Extensiv Order Manager, and sets what differs. Products that the ERP ' +
			'does not name stay as they are.\n\n' +
			'**As imported it only shows what it would set** (*dryRun*). Look at *Would be set*, then choose *false* under *dryRun* in *Settings*.\n\n' +
			`${testNote(erp)}**Before the first run**\n${[
				...erp.before,
				'The steps of Extensiv: choose your credential in each. *Settings*: say under *warehouseMap* what the ERP’s ' +
					'warehouses are called in Extensiv, if the names differ.',
				BEFORE,
			]
				.map((line, at) => `${at + 1}. ${line}`)
				.join('\n')}`,
		[
			startAndSettings(
				[manualTrigger(), everyMinutes(30, 'Every 30 minutes'), whenReplayed],
				[
					...settingsOf(erp, stock),
					{ name: 'dryRun', value: true },
					{ name: 'differenceThreshold', value: 0 },
					{ name: 'zeroLimitPercent', value: 20 },
					{ name: 'warehouseMap', value: '' },
					{ name: 'location', value: '' },
				],
				'**Settings**: as long as *dryRun* is *true*, the run shows what it would set, and sets nothing. *differenceThreshold*: differences of so many pieces or ' +
					'less are left alone. *zeroLimitPercent*: a run that would empty more of the stocked SKUs than that stops.\n\n' +
					'*location* is for own warehouses (direct fulfillment), which keep stock in locations. All others have none.',
			),
			{ title: `Read the stock of ${erp.title}`, ...stock },
			{
				title: 'Read Extensiv and compare',
				note:
					'Reads warehouses, products and stock records once. Unknown SKUs and warehouses are never guessed: they ' +
					'come out of **Not set** with the reason and what to do.',
				steps: [warehouses, products, records, knownFailures, compare(exitOf(stock).step)],
			},
			{
				title: 'Set the stock',
				note:
					'**The brake** sets nothing, and keeps one row *brake* in the table of failures, which says how many levels would ' +
					'become 0. The run ends with an error if that is new, or if you started it by hand.\n\n' +
					'Setting overwrites the number in Extensiv, also what was sold since the ERP counted.',
				steps: [
					ifTrue('Too many zeros?', "={{ $json.action === 'stop' }}"),
					setFields(BRAKE, [
						{ name: 'brake', value: true },
						{ name: 'reason', value: '={{ $json.message }}' },
					]),
					ifTrue('A level to set?', "={{ $json.action === 'set' }}"),
					ifTrue('Dry run?', `={{ ${IS_DRY_RUN} }}`),
					setFields('Would be set', [], { keepOthers: true }),
					set,
					ifTrue('A row that cannot be set?', "={{ $json.action === 'refused' }}"),
					setFields('Refused by Extensiv', result('={{ $json.error }}', '={{ $json.message }}')),
					setFields('Not set', result('={{ $json.reason }}', '={{ $json.remedy }}')),
					setFields('Figures of the run', [], { keepOthers: true }),
				],
				links: [
					{ from: 'Too many zeros?', to: BRAKE },
					{ from: 'Too many zeros?', output: 1, to: 'A level to set?' },
					{ from: 'A level to set?', to: 'Dry run?' },
					{ from: 'A level to set?', output: 1, to: 'A row that cannot be set?' },
					{ from: 'Dry run?', to: 'Would be set' },
					{ from: 'Dry run?', output: 1, to: set.name },
					{ from: set.name, output: 1, to: 'Refused by Extensiv' },
					{ from: 'A row that cannot be set?', to: 'Not set' },
					{ from: 'A row that cannot be set?', output: 1, to: 'Figures of the run' },
				],
				lanes: {
					'A level to set?': 1,
					'Dry run?': 1,
					'Would be set': 1,
					[set.name]: 2,
					'Refused by Extensiv': 2,
					'A row that cannot be set?': 3,
					'Not set': 3,
					'Figures of the run': 4,
				},
			},
			// The figures always come, so that this runs also if nothing failed.
			thenStop(
				keepFailures(
					['Refused by Extensiv', 'Not set', 'Figures of the run', BRAKE].map((from) => ({ from })),
					{
						files: [],
						code: `	const results = $input.all().map(({ json }) => json);
	const brake = results.find((one) => one.brake);
	const remedy = 'Check the stock in the ERP. If it is right, raise zeroLimitPercent in Settings for one run.';
	if (brake) return { failures: [{ key: 'brake', reason: brake.reason, remedy, item: {} }], ok: [], others: 'kept' };
	// An ERP that gives nothing says nothing about what failed before, nor does a run that sets nothing.
	const hasRows = results.some(({ inErp }) => inErp > 0);
	return {
		failures: results.filter(({ reason }) => reason !== undefined).map(({ reason, remedy, ...item }) => ({
			key: \`\${item.sku} in \${item.warehouse}\`,
			reason,
			remedy,
			item,
		})),
		ok: hasRows ? ['brake'] : [],
		others: hasRows && !(${IS_DRY_RUN}) ? 'closed' : 'kept',
	};`,
					},
				),
			),
		],
		IDLE,
	);
}

const result = (reason: string, remedy: string): Setting[] => [
	{ name: 'sku', value: '={{ $json.sku }}' },
	{ name: 'warehouse', value: '={{ $json.warehouse }}' },
	{ name: 'onHand', value: '={{ $json.onHand }}' },
	{ name: 'reason', value: reason },
	{ name: 'remedy', value: remedy },
];

const warehouses = extensiv(
	'Warehouses of Extensiv',
	'Warehouses',
	{ resource: 'warehouse', operation: 'getAll', ...READ, options: {} },
	ONCE,
);

const products = extensiv(
	'Products of Extensiv',
	'Products',
	{
		resource: 'product',
		operation: 'getAll',
		...READ,
		output: 'fields',
		fields: ['sku'],
		filters: { active: 'any' },
		options: {},
	},
	ONCE,
);

const records = extensiv(
	'Stock records of Extensiv',
	'Inventory',
	{
		resource: 'stockRecord',
		operation: 'getAll',
		...READ,
		output: 'fields',
		fields: ['sku', 'warehouseId', 'location', 'onHand'],
		filters: {},
		options: {},
	},
	ONCE,
);

const compare = (stock: string): Step =>
	codeFrom(
		'Compare',
		['compare-stock.js'],
		`const all = (step) => $(step).all().map(({ json }) => json);
return compareStock(
	all('${stock}'),
	{
		warehouses: all('${warehouses.name}'),
		products: all('${products.name}'),
		records: all('${records.name}'),
	},
	$('Settings').first().json,
	all('Known failures'),
).map((json) => ({ json }));`,
	);

const stop: Step = {
	name: 'Stop and ask',
	type: 'n8n-nodes-base.stopAndError',
	typeVersion: 1,
	parameters: { errorMessage: "={{ $('Compare').first().json.message }}" },
};

/** The brake ends the run only after its row is in the table, and not every half hour: n8n keeps each failed run. */
const thenStop = <Kept extends Section>(kept: Kept): Kept => ({
	...kept,
	steps: [...kept.steps, ifTrue(IS_BRAKE_NEWS, BRAKE_NEWS), stop],
	links: [
		...(kept.links ?? []),
		{ from: kept.steps.at(-1)?.name ?? '', to: IS_BRAKE_NEWS },
		{ from: IS_BRAKE_NEWS, to: stop.name },
	],
});

const set = extensiv(
	'Set stock levels',
	'Inventory',
	{
		resource: 'stockLevel',
		operation: 'set',
		sku: { __rl: true, mode: 'sku', value: '={{ $json.sku }}' },
		warehouse: byId('={{ $json.warehouseId }}'),
		onHand: '={{ $json.onHand }}',
		additionalFields: { location: '={{ $json.location }}' },
		options: { createMissing: true },
	},
	{ onError: 'continueErrorOutput' },
);
