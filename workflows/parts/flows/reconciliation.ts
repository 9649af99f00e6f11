import { workflowOf, type Workflow } from '../canvas';
import { type ErpPart, type ErpParts, settingsOf, testNote } from '../erp';
import { IDLE } from '../executions';
import { everyDayAt, extensiv, ifTrue, manualTrigger, setFields, toChoose } from '../n8nSteps';
import type { Section, Step } from '../step';

const NIGHT = 2;

/** Flow 9: every night, what the ERP and Extensiv do not agree on. */
export function reconciliation(erp: ErpParts, orders: ErpPart): Workflow {
	const { stock } = erp;
	const things = stock ? 'orders and stock' : 'orders';
	return workflowOf(
		`${erp.title} and Extensiv reconciled`,
		`Compares ${things} of the ERP with Extensiv Order Manager, and lists what differs. It only reads.\n\n` +
			`${testNote(erp)}**Before the first run**\n${[
				...erp.before,
				'The steps that compare: choose your credential for Extensiv; one with *Read Only* is enough.',
				'*Compare orders with Extensiv*: choose the sales channel of the ERP’s orders.',
				'Put a step that tells somebody (mail, chat) behind the lists of differences.',
			]
				.map((line, at) => `${at + 1}. ${line}`)
				.join('\n')}`,
		[
			{
				title: 'Start and settings',
				note: '**Start** runs it by hand; **Every night** runs it once the workflow is active.',
				steps: [
					manualTrigger(),
					everyDayAt(NIGHT, 'Every night'),
					setFields('Settings', settingsOf(erp, orders, ...(stock ? [stock] : []))),
				],
				links: [
					{ from: 'Start', to: 'Settings' },
					{ from: 'Every night', to: 'Settings' },
				],
				entry: 'Start',
				exit: { step: 'Settings' },
			},
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
								'The warehouses of each SKU are added up and compared with the total in Extensiv. To compare each warehouse, ' +
								'leave out **Add up each SKU** and map *Warehouse*.',
							first: [addUp],
							compare: compareStock,
							what: 'stock',
							name: 'sku',
						}),
					]
				: []),
		],
		IDLE,
	);
}

const compareOrders = ({ nodeOptions = {} }: ErpPart): Step =>
	extensiv(
		'Compare orders with Extensiv',
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
