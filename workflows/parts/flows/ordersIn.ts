import { workflowOf, type Workflow } from '../canvas';
import { codeFrom } from '../code';
import { type ErpPart, type ErpParts, setting, settingsOf, testNote } from '../erp';
import { everyMinutes, extensiv, ifTrue, manualTrigger, setFields, toChoose } from '../steps/n8nSteps';
import { IDLE } from '../executions';
import { BEFORE, FAILURES, keepFailures, knownFailures, REPLAYED, whenReplayed } from '../failures';
import { startAndSettings, startedBy } from '../startAndSettings';
import { exitOf, type Step } from '../step';

/** Points to what `reportOf` writes for the order. */
const SEE_ROW = `The reason and what to do are in the data table ${FAILURES}, in the row of this order.`;

/** Flow 1: the ERP's orders become orders in Extensiv. */
export function ordersIn(erp: ErpParts, orders: ErpPart): Workflow {
	const create = createOrders(orders);
	const title = `${erp.title} orders to Extensiv`;
	const start = startAndSettings(
		[manualTrigger(), everyMinutes(5, 'Every 5 minutes'), whenReplayed],
		settingsOf(erp, orders),
		`${startedBy('Every 5 minutes')} What you set once is in **Settings**.\n\n**When replayed** gets orders that failed before, as ` +
			'somebody may have mended them in the table of failures.',
	);
	return workflowOf(
		title,
		'Reads the orders that the ERP wants shipped, and creates them in Extensiv Order Manager. Run it as often as you ' +
			'like: existing orders are returned, never created twice. Each order ends up as created, existing or refused.\n\n' +
			`${testNote(erp)}**Before the first run**\n${[
				...erp.before,
				'*Create orders in Extensiv*: choose your credential and the sales channel.',
				BEFORE,
			]
				.map((line, at) => `${at + 1}. ${line}`)
				.join('\n')}`,
		[
			{
				...start,
				steps: [...start.steps, ifTrue('A replay?', `={{ $('${REPLAYED}').isExecuted }}`), replay],
				links: [
					...(start.links ?? []),
					{ from: 'Settings', to: 'A replay?' },
					{ from: 'A replay?', to: replay.name },
					{ from: replay.name, to: CHECK },
				],
				lanes: { [replay.name]: 1 },
				exit: { step: 'A replay?', output: 1 },
			},
			{ title: `Read the orders from ${erp.title}`, ...orders },
			{
				title: 'Leave out what waits',
				note: 'An order that failed waits for its next try. It is sent at once if the ERP has changed it since.',
				steps: [knownFailures, send(exitOf(orders).step)],
			},
			{
				title: 'Create the orders',
				note:
					'All lines with the same order number become **one order**. All orders go to Extensiv in a few large requests.\n\n' +
					'The order date counts as the payment date, so that orders are ready to ship. If yours are not paid yet, clear *Payment Date*.',
				steps: [ifTrue(CHECK, '={{ !$json.problem }}'), create],
				exit: { step: create.name },
			},
			{
				title: 'See the results',
				note:
					'A green run may have refused orders: double-click these steps. **Done**: created now, or existing. **Needs a look**: Extensiv ' +
					'has the order, but will not ship it yet.\n\n' +
					'**Refused orders**, **Not sent**: Extensiv does not have them; each has the reason and what to do.',
				steps: [
					ifTrue('Will it ship?', '={{ !$json.needsAttention }}'),
					setFields('Done', [
						{ name: 'orderNumber', value: '={{ $json.orderNumber }}' },
						{ name: 'outcome', value: '={{ $json.outcome }}' },
					]),
					setFields('Needs a look', [
						{ name: 'orderNumber', value: '={{ $json.orderNumber }}' },
						{ name: 'outcome', value: '={{ $json.outcome }}' },
						{ name: 'status', value: '={{ $json.status }}' },
						{ name: 'lifecycle', value: '={{ $json.lifecycle }}' },
						{ name: 'notice', value: '={{ $json.notice }}' },
						{ name: 'needsAttention', value: true },
						{ name: 'whatToDo', value: SEE_ROW },
					]),
					setFields('Refused orders', [
						{ name: 'orderNumber', value: '={{ $json.orderNumber }}' },
						{ name: 'erpId', value: '={{ $json.erpId }}' },
						{ name: 'reason', value: '={{ $json.error }}' },
						{ name: 'whatToDo', value: '={{ $json.message }}' },
					]),
					setFields('Not sent', [
						{ name: 'orderNumber', value: '={{ $json.orderNumber }}' },
						{ name: 'erpId', value: '={{ $json.erpId }}' },
						{ name: 'reason', value: '={{ $json.problem }}' },
					]),
				],
				links: [
					{ from: create.name, output: 1, to: 'Refused orders' },
					{ from: CHECK, output: 1, to: 'Not sent' },
					{ from: 'Will it ship?', to: 'Done' },
					{ from: 'Will it ship?', output: 1, to: 'Needs a look' },
				],
				lanes: { 'Needs a look': 1, 'Refused orders': 2, 'Not sent': 3 },
			},
			keepFailures(
				['Done', 'Needs a look', 'Refused orders', 'Not sent'].map((from) => ({ from })),
				{
					files: ['source-mark.js', 'orders-in.js'],
					code: `	const isReplay = itemsOf('${replay.name}').length > 0;
	const results = $input.all().map(({ json }) => json);
	return reportOf({
		orders: results.filter(({ outcome }) => outcome !== undefined),
		refused: results.filter(({ reason }) => reason !== undefined),
		sent: itemsOf(isReplay ? '${replay.name}' : '${SEND}'),
		rows: isReplay ? undefined : itemsOf('Known failures').filter(({ key }) => key !== undefined),
	});`,
				},
			),
		],
		IDLE,
	);
}

const CHECK = 'Can it be sent?';
const SEND = 'Orders to send';

const send = (read: string): Step =>
	codeFrom(
		SEND,
		['source-mark.js', 'orders-in.js'],
		`return linesToSend($('${read}').all().map(({ json }) => json), $input.all().map(({ json }) => json))
	.map((json) => ({ json }));`,
	);

const replay = codeFrom(
	'Orders to replay',
	['source-mark.js', 'orders-in.js'],
	`return linesToReplay($('${REPLAYED}').all().flatMap(({ json }) => json.rows)).map((json) => ({ json }));`,
);

const createOrders = ({ nodeOptions = {} }: ErpPart): Step =>
	extensiv(
		'Create orders in Extensiv',
		'Orders',
		{
			resource: 'order',
			operation: 'create',
			inputMode: 'orderLine',
			salesChannel: toChoose,
			orderNumber: '={{ $json.orderNumber }}',
			recipientName: '={{ $json.recipientName }}',
			street1: '={{ $json.street1 }}',
			city: '={{ $json.city }}',
			state: '={{ $json.state }}',
			postalCode: '={{ $json.postalCode }}',
			country: '={{ $json.country }}',
			linesFrom: 'form',
			lines: {
				line: [
					{
						sku: '={{ $json.sku }}',
						name: '={{ $json.productName }}',
						quantity: '={{ $json.quantity }}',
						unitPrice: '={{ $json.unitPrice }}',
						discount: '={{ $json.discount }}',
					},
				],
			},
			additionalFields: {
				company: '={{ $json.company }}',
				currency: `={{ $json.currency || ${setting('currency')} }}`,
				email: '={{ $json.email }}',
				orderDate: '={{ $json.orderDate }}',
				paymentDate: '={{ $json.orderDate }}',
				phone: '={{ $json.phone }}',
				receiveByDate: '={{ $json.requiredDate }}',
				requestedShipping: '={{ $json.shippingService }}',
				shippingCost: '={{ $json.shippingCost }}',
				street2: '={{ $json.street2 }}',
			},
			options: { ...nodeOptions },
		},
		{ onError: 'continueErrorOutput' },
	);
