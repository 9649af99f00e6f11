import { workflowOf, type Workflow } from '../canvas';
import { codeFrom } from '../code';
import { createTable, getRows, upsertRow } from '../steps/dataTables';
import { type ErpPart, type ErpParts, settingsOf, testNote } from '../erp';
import { IDLE } from '../executions';
import { everyDayAt, extensiv, ifTrue, manualTrigger, setFields, toChoose } from '../steps/n8nSteps';
import { startAndSettings, startedBy } from '../startAndSettings';
import type { Section, Step } from '../step';
import { merge } from '../steps/subWorkflows';

const NIGHT = 2;

/** The data table with what reconciliations found. Its name is part of no other table's name, because n8n looks for a part. */
export const RECONCILIATIONS = 'Extensiv reconciliations';

/** The columns, in the order in which a person reads them. */
const COLUMNS = {
	workflow: 'string',
	what: 'string',
	compared: 'number',
	equal: 'number',
	accuracyPercent: 'number',
	notCompared: 'number',
	examples: 'string',
	at: 'date',
	workflowId: 'string',
} as const;

const COMPARE_ORDERS = 'Compare orders with Extensiv';
const RESULTS = 'All comparisons';

/** What the last runs found, one row for each comparison. Without the table it gives an item with `error`, and the workflow goes on. */
export const reconciliationResults = (name: string): Step => ({
	...getRows(name, RECONCILIATIONS),
	onError: 'continueRegularOutput',
});

/** Flow 9: every night, what the ERP and Extensiv do not agree on. */
export function reconciliation(erp: ErpParts, orders: ErpPart): Workflow {
	const { stock } = erp;
	const things = stock ? 'orders and stock' : 'orders';
	const compared: Compared[] = [
		{ what: 'orders', step: COMPARE_ORDERS },
		...(stock ? [{ what: 'stock', step: compareStock.name }] : []),
	];
	return workflowOf(
		`${erp.title} and Extensiv reconciled`,
		`Compares ${things} of the ERP with Extensiv Order Manager, and lists what differs. It changes nothing on either side.\n\n` +
			`${testNote(erp)}**Before the first run**\n${[
				...erp.before,
				'The steps that compare: choose your credential for Extensiv; one with *Read Only* is enough.',
				'*Compare orders with Extensiv*: choose the sales channel of the ERP’s orders.',
				'To be told, import *Extensiv alerts* (`common/alerts.json`): it finds what differs by itself.',
			]
				.map((line, at) => `${at + 1}. ${line}`)
				.join('\n')}`,
		[
			startAndSettings(
				[manualTrigger(), everyDayAt(NIGHT, 'Every night')],
				settingsOf(erp, orders, ...(stock ? [stock] : [])),
				startedBy('Every night'),
			),
			{ title: `Read the orders of ${erp.title}`, ...orders },
			comparison({
				title: 'Compare the orders',
				note:
					'All lines with the same order number are **one order**. It is looked up by its whole number: missing in Extensiv, ' +
					'duplicated there, or with other lines.',
				first: [],
				compare: compareOrders(orders),
				what: 'orders',
				name: 'orderNumber',
			}),
			...(stock
				? [
						{
							title: `Read the stock of ${erp.title}`,
							...stock,
							apart: true as const,
							links: [
								{ from: 'Settings', to: stock.entry ?? stock.steps[0]?.name ?? '' },
								...(stock.links ??
									stock.steps.slice(1).map(({ name }, at) => ({ from: stock.steps[at]?.name ?? '', to: name }))),
							],
						},
						comparison({
							title: 'Compare the stock',
							note:
								'The warehouses of each SKU are added up and compared with the total in Extensiv. If the ERP has only one of several ' +
								'warehouses, choose it in **Compare stock with Extensiv** under *Warehouse*: otherwise everything differs.',
							first: [addUp],
							compare: compareStock,
							what: 'stock',
							name: 'sku',
						}),
					]
				: []),
			keepResults(compared),
		],
		IDLE,
	);
}

const compareOrders = ({ nodeOptions = {} }: ErpPart): Step =>
	extensiv(
		COMPARE_ORDERS,
		'Insights',
		{
			resource: 'order',
			operation: 'reconcile',
			inputMode: 'orderLine',
			salesChannel: toChoose,
			orderNumber: '={{ $json.orderNumber }}',
			sku: '={{ $json.sku }}',
			quantity: '={{ $json.quantity }}',
			output: 'differences',
			compare: {},
			options: { ...nodeOptions },
		},
		{ onError: 'continueErrorOutput' },
	);

const addUp: Step = {
	name: 'Add up each SKU',
	type: 'n8n-nodes-base.summarize',
	typeVersion: 1.1,
	parameters: {
		fieldsToSummarize: { values: [{ aggregation: 'sum', field: 'onHand' }] },
		fieldsToSplitBy: 'sku',
		options: {},
	},
};

const compareStock = extensiv(
	'Compare stock with Extensiv',
	'Insights',
	{
		resource: 'stock',
		operation: 'reconcile',
		sku: '={{ $json.sku }}',
		onHand: '={{ $json.sum_onHand }}',
		scope: 'account',
		output: 'differences',
		options: { zeroIsMissing: true },
	},
	{ onError: 'continueErrorOutput' },
);

/** A step that compares: its outputs are differences, counts, and items that could not be compared. */
interface Compared {
	what: string;
	step: string;
}

/** The section that keeps what was found. It runs once, after all comparisons. */
const keepResults = (compared: readonly Compared[]): Section & { apart: true } => ({
	title: 'Keep the result',
	note:
		`One row for each comparison in the data table *${RECONCILIATIONS}*, which it makes itself: counts and the first differences. ` +
		'*Extensiv alerts* and the dashboard find it there; there is nothing to choose.\n\n' +
		'In n8n 1, turn these steps off.',
	apart: true,
	steps: [
		merge(RESULTS, compared.length * 2),
		createTable('Table of results', RECONCILIATIONS, COLUMNS),
		codeFrom(
			'Result of the run',
			['common/reconciled.js'],
			`const itemsOf = (step, output) => {
	try {
		return $(step).all(output).map(({ json }) => json);
	} catch {
		return [];
	}
};
const comparisons = ${JSON.stringify(compared)}.map(({ what, step }) => ({
	what,
	differences: itemsOf(step, 0),
	counts: itemsOf(step, 1)[0],
	notCompared: itemsOf(step, 2),
}));
const run = { workflow: $workflow.name, workflowId: $workflow.id };
return resultsOf(run, comparisons, new Date()).map((json) => ({ json }));`,
		),
		upsertRow('Write the result', RECONCILIATIONS, [
			{ column: 'workflowId', is: '={{ $json.workflowId }}' },
			{ column: 'what', is: '={{ $json.what }}' },
		]),
	],
	links: [
		...compared.flatMap(({ step }, at) => [
			{ from: step, output: 1, to: RESULTS, input: at * 2 },
			{ from: step, output: 2, to: RESULTS, input: at * 2 + 1 },
		]),
		{ from: RESULTS, to: 'Table of results' },
		{ from: 'Table of results', to: 'Result of the run' },
		{ from: 'Result of the run', to: 'Write the result' },
	],
	// Below the steps that the lines would cross otherwise.
	lanes: { [RESULTS]: 3, 'Table of results': 3, 'Result of the run': 3, 'Write the result': 3 },
});

interface Comparison {
	title: string;
	note: string;
	/** Steps before the one that compares. */
	first: Step[];
	compare: Step;
	/** `orders` */
	what: string;
	/** The field that names an item. */
	name: string;
}

/** Compares, and says what came of it: differences, the counts of the run, and items that could not be compared. */
function comparison({ title, note, first, compare, what, name }: Comparison): Section {
	const agree = `No differences of ${what}?`;
	return {
		title,
		note:
			`${note}\n\n**Upper branch**: the differences. **Middle branch**: the counts of the run. **Lower branch**: what ` +
			'could not be compared, and why.',
		steps: [
			...first,
			compare,
			setFields(`Differences of ${what}`, [], { keepOthers: true }),
			ifTrue(agree, '={{ $json.accuracyPercent === 100 }}'),
			setFields(`${capital(what)}: all equal`, [], { keepOthers: true }),
			setFields(`${capital(what)}: not all equal`, [], { keepOthers: true }),
			setFields(`${capital(what)}: not compared`, [
				{ name, value: `={{ $json.${name} }}` },
				{ name: 'reason', value: '={{ $json.error }}' },
				{ name: 'whatToDo', value: '={{ $json.message }}' },
			]),
		],
		links: [
			...first.map((step) => ({ from: step.name, to: compare.name })),
			{ from: compare.name, to: `Differences of ${what}` },
			{ from: compare.name, output: 1, to: agree },
			{ from: agree, to: `${capital(what)}: all equal` },
			{ from: agree, output: 1, to: `${capital(what)}: not all equal` },
			{ from: compare.name, output: 2, to: `${capital(what)}: not compared` },
		],
	};
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
